namespace NewsBot.Feeds.Parsing;

/// <summary>A name or value in the source, by position.</summary>
internal readonly record struct XmlAttributeSlice(int NameStart, int NameLength, int ValueStart, int ValueLength);
