namespace NewsBot.Feeds.Parsing;

/// <summary>What the scanner found.</summary>
internal enum XmlToken
{
    End,
    Text,
    Characters,
    StartTag,
    EndTag,
}
