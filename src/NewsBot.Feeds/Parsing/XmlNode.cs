namespace NewsBot.Feeds.Parsing;

/// <summary>A node as the mapping sees it. Names are in lower case; text is a slice of the source until it is asked for.</summary>
internal sealed class XmlNode(XmlSource source, XmlNodeKind kind, XmlName name, Vocabulary vocabulary)
{
    public XmlNodeKind Kind { get; } = kind;

    /// <summary>Local name in lower case.</summary>
    public string Name => name.Text;

    public Vocabulary Vocabulary { get; } = vocabulary;

    /// <summary>Of an element the qualified name, of text the text: a slice of the source.</summary>
    public required int Start { get; init; }

    public required int Length { get; init; }

    public XmlAttribute[] Attributes { get; init; } = [];

    /// <summary>True when its own end tag, or that of a field before an item that began in it, was never seen: items in it belong behind it.</summary>
    public bool LostEnd { get; set; }

    public XmlNode? First { get; private set; }

    public XmlNode? Last { get; private set; }

    public XmlNode? Next { get; private set; }

    public ReadOnlySpan<char> Slice => source.Text.AsSpan(Start, Length);

    /// <summary>True where a lone div around the children is only a wrapper.</summary>
    public bool WrapsInDiv => Vocabulary == Vocabulary.Atom && !source.HasContentInDiv;

    public NodeList Children => new(First);

    /// <summary>A bit for each name among the children, several names a bit: most names that are asked for stand in no item at all.</summary>
    private ulong _names;

    private static ulong BitOf(string name) => name.Length == 0 ? 0 : 1ul << (((name.Length * 5) + (name[0] * 3) + name[^1]) & 63);

    public void Append(XmlNode child)
    {
        _names |= BitOf(child.Name);
        if (Last is null)
        {
            First = child;
        }
        else
        {
            Last.Next = child;
        }

        Last = child;
    }

    /// <summary>Null where the attribute is missing.</summary>
    public string? Attribute(string name)
    {
        foreach (var attribute in Attributes)
        {
            if (attribute.Name == name)
            {
                return source.Decode(attribute.Start, attribute.Length).Trim();
            }
        }

        return null;
    }

    public string ValueOf(XmlAttribute attribute) => source.Decode(attribute.Start, attribute.Length);

    /// <summary>The name as written.</summary>
    public ReadOnlySpan<char> NameOf(XmlAttribute attribute) => source.Text.AsSpan(attribute.NameStart, attribute.Name.Length);

    public bool Has(FeedRole role) => name.Has(role);

    public bool Is(string name, Vocabulary vocabulary) => Name == name && Vocabulary == vocabulary;

    /// <summary>The first child element of that name that holds something, in the first of the vocabularies that has one; else an empty one.</summary>
    public XmlNode? Child(string name, params ReadOnlySpan<Vocabulary> vocabularies)
    {
        if ((_names & BitOf(name)) == 0)
        {
            return null;
        }

        XmlNode? empty = null;
        foreach (var wanted in vocabularies)
        {
            for (var child = First; child is not null; child = child.Next)
            {
                if (child.Vocabulary != wanted || child.Name != name || child.Kind != XmlNodeKind.Element)
                {
                    continue;
                }

                if (child.First is not null || child.Attributes.Length > 0)
                {
                    return child;
                }

                empty ??= child;
            }
        }

        return empty;
    }

    /// <summary>The same for fields that a tool writes again when it changes them: the last counts.</summary>
    public XmlNode? LastChild(string name, params ReadOnlySpan<Vocabulary> vocabularies)
    {
        var found = Child(name, vocabularies);
        for (var child = found?.Next; child is not null; child = child.Next)
        {
            if (child.Vocabulary == found!.Vocabulary && child.Name == name && child.Kind == XmlNodeKind.Element)
            {
                found = child;
            }
        }

        return found;
    }

    public bool HasElements
    {
        get
        {
            for (var child = First; child is not null; child = child.Next)
            {
                if (child.Kind == XmlNodeKind.Element)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The text of the node and of everything in it, without tags, trimmed.</summary>
    public string Value
    {
        get
        {
            if (First is null)
            {
                return "";
            }

            if (First.Next is null && First.Kind != XmlNodeKind.Element)
            {
                return First.Trimmed().TrimInvisible();
            }

            var text = new TextBuffer(256);
            AppendText(ref text);
            return text.ToStringAndRelease().TrimInvisible();
        }
    }

    /// <summary>Of a text node: its characters.</summary>
    public string Plain() => Kind == XmlNodeKind.Text ? source.Decode(Start, Length) : Slice.ToString();

    private string Trimmed()
    {
        var slice = Slice;
        var start = slice.Length - slice.TrimStart().Length;
        var trimmed = slice.Trim();
        return Kind == XmlNodeKind.Text ? source.Decode(Start + start, trimmed.Length) : trimmed.ToString();
    }

    private void AppendText(ref TextBuffer text)
    {
        foreach (var child in Children)
        {
            switch (child.Kind)
            {
                case XmlNodeKind.Text:
                    source.Decode(child.Start, child.Length, ref text);
                    break;
                case XmlNodeKind.Characters:
                    text.Append(child.Slice);
                    break;
                default:
                    child.AppendText(ref text);
                    break;
            }
        }
    }
}

/// <summary>The children of a node, in document order.</summary>
internal readonly struct NodeList(XmlNode? first)
{
    public Enumerator GetEnumerator() => new(first);

    /// <summary>Walks the siblings.</summary>
    public struct Enumerator(XmlNode? first)
    {
        private XmlNode? _next = first;

        public XmlNode Current { get; private set; } = null!;

        public bool MoveNext()
        {
            if (_next is null)
            {
                return false;
            }

            Current = _next;
            _next = _next.Next;
            return true;
        }
    }
}
