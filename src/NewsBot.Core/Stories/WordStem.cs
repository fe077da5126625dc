namespace NewsBot.Core.Stories;

/// <summary>What of a word is compared. Endings differ between two reports of one event; the first letters of a long word tell enough in any language that has endings.</summary>
internal static class WordStem
{
    private const int Letters = 7;

    public static string Of(string folded)
    {
        var end = folded.IndexOf('\'', StringComparison.Ordinal);
        var bare = end > 1 ? folded[..end] : folded;
        return bare.Length switch
        {
            > Letters => bare[..Letters],
            > 3 when bare[^1] == 's' && bare[^2] != 's' => bare[..^1],
            _ => bare,
        };
    }
}
