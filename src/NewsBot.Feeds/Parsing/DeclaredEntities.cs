namespace NewsBot.Feeds.Parsing;

/// <summary>The internal entities of a document type declaration. External ones are never fetched; nested ones expand within a fixed budget, so that an entity bomb stays text.</summary>
internal sealed class DeclaredEntities
{
    public static readonly DeclaredEntities None = new([]);

    private const int MostDeclared = 200;
    private const int LongestValue = 4 * 1024;
    private const int Budget = 1024 * 1024;
    private const int Deepest = 3;

    private readonly Dictionary<string, string> _values;
    private int _spent;
    private int _depth;

    private DeclaredEntities(Dictionary<string, string> values) => _values = values;

    /// <summary>Reads <c>&lt;!ENTITY name "value"></c> up to the first element of the document.</summary>
    public static DeclaredEntities Read(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, 2_000)).IndexOf("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return None;
        }

        var open = text.AsSpan(start).IndexOfAny('[', '>');
        if (open < 0 || text[start + open] == '>')
        {
            return None;
        }

        var at = start + open;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        while (values.Count < MostDeclared && NextDeclaration(text, ref at) is { } declaration)
        {
            values.TryAdd(declaration.Name, declaration.Value);
        }

        return values.Count == 0 ? None : new DeclaredEntities(values);
    }

    /// <summary>True when the name is declared and its expansion fits depth and budget.</summary>
    public bool TryExpand(ReadOnlySpan<char> name, ref TextBuffer output)
    {
        if (_values.Count == 0 || _depth == Deepest || _spent > Budget || !_values.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var value))
        {
            return false;
        }

        _spent += value.Length;
        _depth++;
        CharacterReferences.Decode(value, ref output, this);
        _depth--;
        return true;
    }

    private static (string Name, string Value)? NextDeclaration(string text, ref int at)
    {
        var rest = text.AsSpan(at);
        var found = rest.IndexOf("<!ENTITY", StringComparison.Ordinal);
        var end = rest.IndexOf("]>", StringComparison.Ordinal);
        if (found < 0 || (end >= 0 && end < found))
        {
            return null;
        }

        var body = rest[(found + "<!ENTITY".Length)..].TrimStart();
        var nameLength = body.IndexOfAny(' ', '\t', '\n');
        var quote = body.IndexOfAny('"', '\'');
        var close = quote < 0 ? -1 : body[(quote + 1)..].IndexOf(body[quote]);
        if (nameLength <= 0 || quote < nameLength || close < 0)
        {
            return null;
        }

        at = text.Length - body.Length + quote + 1 + close;
        var isInternal = body[nameLength..quote].IsWhiteSpace() && close <= LongestValue;
        return (body[..nameLength].ToString(), isInternal ? body.Slice(quote + 1, close).ToString() : "");
    }
}
