namespace NewsBot.Feeds.Parsing;

/// <summary>What an element of that name is in a feed.</summary>
[Flags]
internal enum FeedRole
{
    None,

    /// <summary>Holds fields and no text: the feed, its channel, an item.</summary>
    Frame = 1,

    Item = 2,

    /// <summary>Holds text, never another field.</summary>
    Leaf = 4,

    /// <summary>Means nothing in HTML, so that it cannot stand inside a text.</summary>
    Field = 8,

    /// <summary>Holds a value that no element can be part of: an address, a number, a date.</summary>
    Value = 16,
}
