using NewsBot.Core.Articles;

namespace NewsBot.Feeds.Extraction;

/// <summary>A title that the page tells machines, as told and without the publisher's name.</summary>
internal sealed record ToldTitle(string Whole, string Text)
{
    public string Key { get; } = ArticleCleaner.Normalize(Text);

    public int Words => TextMeasure.Words(Text);

    private string WholeKey { get; } = ArticleCleaner.Normalize(Whole);

    /// <summary>True when the title is this one, with or without the publisher's name.</summary>
    public bool Says(string key) => key == Key || key == WholeKey;

    /// <summary>True when the title holds these words at its begin or end.</summary>
    public bool BeginsOrEnds(string key) => WholeKey.StartsWith(key, StringComparison.Ordinal) || WholeKey.EndsWith(key, StringComparison.Ordinal);
}
