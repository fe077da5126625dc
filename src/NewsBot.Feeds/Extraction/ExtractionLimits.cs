namespace NewsBot.Feeds.Extraction;

/// <summary>What one page may cost; beyond a limit the rest of the page is left unread.</summary>
internal static class ExtractionLimits
{
    public const int PageBytes = 8 * 1024 * 1024;

    public const int LinkedDataCharacters = 1024 * 1024;

    public const int LinkedDataObjects = 4_000;

    /// <summary>Characters of text that are printed.</summary>
    public const int TextCharacters = 256 * 1024;

    public static readonly TimeSpan Time = TimeSpan.FromSeconds(5);
}
