using Microsoft.Extensions.Configuration;

namespace NewsBot.Configuration;

/// <summary>Secrets that lie in files of their own, as containers hand them over: NEWSBOT_TELEGRAM__TOKEN_FILE=/run/secrets/token.</summary>
internal static class SecretFiles
{
    private const int MostCharacters = 10_000;

    /// <returns>The secrets under their settings, and a sentence for each file that cannot be used.</returns>
    public static (IReadOnlyDictionary<string, string?> Secrets, IReadOnlyList<string> Problems) Read(IConfiguration configuration, IReadOnlyList<Setting> settings, string folder)
    {
        var secrets = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var problems = new List<string>();
        foreach (var setting in settings.Where(setting => setting.IsSecret))
        {
            if (configuration[setting.FilePath] is not { Length: > 0 } file)
            {
                continue;
            }

            if (configuration[setting.Path] is { Length: > 0 })
            {
                problems.Add($"{setting.Path} and {setting.FilePath} are both set. Remove one of them.");
            }
            else if (Content(Path.Combine(folder, file), out var problem) is { Length: > 0 } secret)
            {
                secrets[setting.Path] = secret;
            }
            else
            {
                problems.Add($"{setting.FilePath} names {file}, which {problem}. Give a file that holds the secret and nothing else.");
            }
        }

        return (secrets, problems);
    }

    private static string Content(string path, out string problem)
    {
        try
        {
            var content = string.Join('\n', File.ReadLines(path)).Trim();
            problem = content.Length == 0 ? "is empty" : "is too long for a secret";
            return content.Length <= MostCharacters ? content : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            problem = e is FileNotFoundException or DirectoryNotFoundException ? "does not exist" : "cannot be read";
            return "";
        }
    }
}
