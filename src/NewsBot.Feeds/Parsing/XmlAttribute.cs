namespace NewsBot.Feeds.Parsing;

/// <summary>An attribute; its value is decoded when asked for.</summary>
internal readonly record struct XmlAttribute(string Name, int Start, int Length, int NameStart);
