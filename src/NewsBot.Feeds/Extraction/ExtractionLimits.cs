namespace NewsBot.Feeds.Extraction;

/// <summary>What one page may cost; beyond a limit the rest of the page is left unread.</summary>
internal static class ExtractionLimits
{
    public const int PageBytes = 8 * 1024 * 1024;

    public const int LinkedDataCharacters = 1024 * 1024;

    public const int LinkedDataObjects = 4_000;

    /// <summary>Characters of text that are printed.</summary>
    public const int TextCharacters = 256 * 1024;

    /// <summary>By the wall clock, which runs on while a busy machine does other things: the patterns are linear on bounded lines and far from it.</summary>
    public const int RegexMilliseconds = 3_000;

    public static readonly TimeSpan Time = TimeSpan.FromSeconds(5);
}
