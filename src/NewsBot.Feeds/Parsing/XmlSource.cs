namespace NewsBot.Feeds.Parsing;

/// <summary>The text of a document with the entities it declares. Slices are decoded only when they are asked for.</summary>
internal sealed class XmlSource(string text)
{
    private readonly DeclaredEntities _entities = DeclaredEntities.Read(text);

    public string Text { get; } = text;

    /// <summary>Atom 1.0 says that the div around XHTML is no part of it (RFC 4287, section 3.1.1.3); Atom 0.3 has it as content.</summary>
    public bool HasContentInDiv { get; } = text.AsSpan(0, Math.Min(text.Length, 2_000)).Contains("purl.org/atom/ns", StringComparison.Ordinal);

    /// <summary>The slice with its character references replaced.</summary>
    public string Decode(int start, int length)
    {
        var span = Text.AsSpan(start, length);
        if (!span.Contains('&'))
        {
            return span.ToString();
        }

        var decoded = new TextBuffer(length);
        CharacterReferences.Decode(span, ref decoded, _entities);
        return decoded.ToStringAndRelease();
    }

    public void Decode(int start, int length, ref TextBuffer output) => CharacterReferences.Decode(Text.AsSpan(start, length), ref output, _entities);
}
