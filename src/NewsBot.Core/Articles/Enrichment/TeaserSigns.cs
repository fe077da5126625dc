namespace NewsBot.Core.Articles.Enrichment;

/// <summary>Tells whether a feed gives its articles or only their begin. Pure.</summary>
public static class TeaserSigns
{
    private const int ShortCharacters = 500;
    private const int LongCharacters = 1_500;

    /// <summary>Whether the page of an item of a feed with these texts is to be read.</summary>
    /// <param name="texts">The texts of all items of the feed as it gave them.</param>
    public static bool WantsPage(FullTextMode mode, IReadOnlyList<TextExtent> texts, string text) => mode switch
    {
        FullTextMode.On => true,
        FullTextMode.Off => false,
        FullTextMode.Automatic => text.Length < LongCharacters && IsTeaserFeed(texts),
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Unknown mode."),
    };

    /// <summary>True when the middle item is short, or when most items break off.</summary>
    public static bool IsTeaserFeed(IReadOnlyList<TextExtent> texts)
    {
        if (texts.Count == 0)
        {
            return false;
        }

        var median = texts.Select(text => text.Length).Order().ElementAt(texts.Count / 2);
        return median < ShortCharacters || (median < LongCharacters && texts.Count(text => text.BreaksOff) * 2 > texts.Count);
    }
}
