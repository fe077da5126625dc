using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace NewsBot.Configuration;

/// <summary>Reads the settings file and the environment and checks every setting.</summary>
internal static class SettingsLoader
{
    /// <param name="file">Named by the operator: it must exist. Null takes config/newsbot.json in <paramref name="folder"/>, else the one beside the program.</param>
    public static SettingsLoading Load(string? file, string folder)
    {
        if (file is not null && !File.Exists(file))
        {
            return Failed($"the settings file {file} does not exist. Give another path with --config.");
        }

        var path = file ?? new[] { Path.Combine(folder, "config", "newsbot.json"), Path.Combine(AppContext.BaseDirectory, "config", "newsbot.json") }.FirstOrDefault(File.Exists);
        var builder = new ConfigurationBuilder();
        if (path is not null)
        {
            builder.AddJsonFile(path, optional: false);
        }

        try
        {
            var configuration = builder.AddEnvironmentVariables("NEWSBOT_").Build();
            var (secrets, unread) = SecretFiles.Read(configuration, SettingsCatalog.All, folder);
            configuration = builder.AddInMemoryCollection(secrets).Build();
            return SettingsCheck.Problems(configuration, SettingsCatalog.All).Concat(unread).ToList() is { Count: > 0 } problems
                ? new SettingsLoading.Failed(problems)
                : new SettingsLoading.Loaded(configuration, path is null ? folder : Path.GetDirectoryName(path)!);
        }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            return Failed($"the settings file {path} is not valid JSON: {Where(e.GetBaseException())} Correct that line.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed($"the settings file {path} cannot be read: {e.Message} Check its rights.");
        }
    }

    /// <summary>The parser counts lines from 0 and tells of them at the end of its message.</summary>
    private static string Where(Exception problem) => problem is JsonException { LineNumber: { } line } json
        ? string.Create(CultureInfo.InvariantCulture, $"line {line + 1}: {json.Message.Split(" LineNumber:")[0].Split(" Path:")[0]}")
        : problem.Message;

    private static SettingsLoading.Failed Failed(string problem) => new([problem]);
}

/// <summary>What reading the settings came to.</summary>
internal abstract record SettingsLoading
{
    private SettingsLoading()
    {
    }

    /// <param name="Folder">Paths in the settings are relative to it.</param>
    public sealed record Loaded(IConfiguration Configuration, string Folder) : SettingsLoading;

    /// <param name="Problems">Each names what is wrong and what to do.</param>
    public sealed record Failed(IReadOnlyList<string> Problems) : SettingsLoading;
}
