namespace NewsBot.Core.Articles.Enrichment;

/// <summary>Whether the pages behind a feed's items are read.</summary>
public enum FullTextMode
{
    /// <summary>Read when the feed gives only the begin of its articles.</summary>
    Automatic,
    On,
    Off,
}
