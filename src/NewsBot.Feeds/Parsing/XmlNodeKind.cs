namespace NewsBot.Feeds.Parsing;

/// <summary>What a node of the tree is.</summary>
internal enum XmlNodeKind
{
    Element,

    /// <summary>Text with character references.</summary>
    Text,

    /// <summary>Characters of a CDATA section, to be taken as they are.</summary>
    Characters,
}
