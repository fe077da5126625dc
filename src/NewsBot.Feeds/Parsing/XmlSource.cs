using System.Text;

namespace NewsBot.Feeds.Parsing;

/// <summary>The text of a document with the entities it declares. Slices are decoded only when they are asked for.</summary>
internal sealed class XmlSource(string text)
{
    private readonly DeclaredEntities _entities = DeclaredEntities.Read(text);

    public string Text { get; } = text;

    /// <summary>The slice with its character references replaced.</summary>
    public string Decode(int start, int length)
    {
        var span = Text.AsSpan(start, length);
        if (!span.Contains('&'))
        {
            return span.ToString();
        }

        var decoded = new StringBuilder(length);
        CharacterReferences.Decode(span, decoded, _entities);
        return decoded.ToString();
    }

    public void Decode(int start, int length, StringBuilder output) => CharacterReferences.Decode(Text.AsSpan(start, length), output, _entities);
}
