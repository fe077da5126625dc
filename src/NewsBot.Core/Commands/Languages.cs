namespace NewsBot.Core.Commands;

/// <summary>The languages the bot speaks.</summary>
public static class Languages
{
    private static readonly Dictionary<string, Texts> Known = new(StringComparer.OrdinalIgnoreCase) { ["en"] = new Texts() };

    public static IReadOnlyCollection<string> Codes => Known.Keys;

    public static bool IsSpoken(string code) => Known.ContainsKey(code);

    /// <summary>What the language calls itself.</summary>
    public static string NameOf(string code) => System.Globalization.CultureInfo.GetCultureInfo(code).NativeName;

    /// <summary>The texts of the first language given that the bot speaks, else English.</summary>
    public static Texts For(params ReadOnlySpan<string?> preferred)
    {
        foreach (var language in preferred)
        {
            if (language is not null && Known.TryGetValue(language.Split('-')[0], out var texts))
            {
                return texts;
            }
        }

        return Known["en"];
    }
}
