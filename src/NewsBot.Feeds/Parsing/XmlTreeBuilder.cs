using NewsBot.Core.Feeds;

namespace NewsBot.Feeds.Parsing;

/// <summary>
/// Builds the tree that the mapping reads. Lost, doubled and crossed end tags are mended as feeds need it: an end tag never reaches beyond the item it stands in, and a field that was never closed ends where the next begins.
/// </summary>
internal sealed class XmlTreeBuilder(XmlSource source, int start)
{
    private static readonly XmlName DocumentName = new("#document", FeedRole.Frame);
    private static readonly XmlName TextName = new("", FeedRole.None);

    private const int MostNodes = 1_000_000;

    private readonly XmlScanner _scanner = new(source.Text, start);
    private readonly XmlScopes _scopes = new(source);
    private readonly List<XmlNode> _open = [];
    private readonly XmlNode _document = new(source, XmlNodeKind.Element, DocumentName, Vocabulary.Rss) { Start = 0, Length = 0 };
    private int _items;
    private int _nodes;
    private bool _mended;

    public bool Repaired => _scanner.Repaired || _mended;

    /// <summary>A node above the roots of the document.</summary>
    public XmlNode Build()
    {
        while (_nodes < MostNodes)
        {
            switch (_scanner.Read(_open is [.., var innermost] ? innermost.Slice : default))
            {
                case XmlToken.End:
                    Lose(0);
                    return _document;
                case XmlToken.StartTag when BeginsAnotherFeed():
                    _mended = true;
                    return _document;
                case XmlToken.StartTag:
                    Start();
                    break;
                case XmlToken.EndTag:
                    End();
                    break;
                case XmlToken.Text:
                    AddText(XmlNodeKind.Text);
                    break;
                case XmlToken.Characters:
                    AddText(XmlNodeKind.Characters);
                    break;
            }
        }

        return _document;
    }

    private XmlNode Parent => _open is [.., var innermost] ? innermost : _document;

    /// <summary>Behind a complete feed only items may follow that lost their place.</summary>
    private bool BeginsAnotherFeed()
    {
        if (_open.Count > 0 || _items == 0)
        {
            return false;
        }

        var name = source.Text.AsSpan(_scanner.Start, _scanner.Length);
        return (XmlNames.Find(name[(name.IndexOf(':') + 1)..]).Role & (FeedRole.Frame | FeedRole.Item)) == FeedRole.Frame;
    }

    private void Start()
    {
        var qualified = source.Text.AsSpan(_scanner.Start, _scanner.Length);
        var colon = qualified.IndexOf(':');
        var name = XmlNames.Find(qualified[(colon + 1)..]);
        CloseUnfinished(name, colon >= 0);
        if (_open.Count >= FeedLimits.XmlDepth)
        {
            _mended = true;
            return;
        }

        _scopes.Enter(_scanner, _open.Count);
        var node = new XmlNode(source, XmlNodeKind.Element, name, _scopes.Find(colon < 0 ? default : qualified[..colon]))
        {
            Start = _scanner.Start,
            Length = _scanner.Length,
            Attributes = AttributesOf(),
        };
        Add(node);
        _items += name.Has(FeedRole.Item) ? 1 : 0;
        if (_scanner.IsEmptyElement)
        {
            _scopes.Leave(_open.Count);
            return;
        }

        _open.Add(node);
    }

    private XmlAttribute[] AttributesOf()
    {
        if (_scanner.AttributeCount == 0)
        {
            return [];
        }

        var attributes = new XmlAttribute[_scanner.AttributeCount];
        for (var i = 0; i < attributes.Length; i++)
        {
            ref readonly var slice = ref _scanner.Attribute(i);
            attributes[i] = new XmlAttribute(XmlNames.Find(source.Text.AsSpan(slice.NameStart, slice.NameLength)).Text, slice.ValueStart, slice.ValueLength, slice.NameStart);
        }

        return attributes;
    }

    /// <summary>Ends the fields that cannot hold what begins now.</summary>
    private void CloseUnfinished(XmlName name, bool isPrefixed)
    {
        if (name.Has(FeedRole.Item))
        {
            var wasInField = false;
            while (_open is [.., var innermost] && !FeedShape.MayHoldItem(innermost))
            {
                Lose(_open.Count - 1);
                wasInField = true;
            }

            Parent.LostEnd |= wasInField;
        }
        else
        {
            while (_open is [.., var innermost] && FeedShape.EndsBefore(innermost, name, isPrefixed))
            {
                Lose(_open.Count - 1);
            }
        }
    }

    private void End()
    {
        var name = source.Text.AsSpan(_scanner.Start, _scanner.Length);
        if (_open is [.., var innermost] && name.SequenceEqual(innermost.Slice))
        {
            Close(_open.Count - 1);
            return;
        }

        var isFrame = XmlNames.Find(name[(name.IndexOf(':') + 1)..]).Has(FeedRole.Frame);
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (name.IsEmpty || (name.Length == _open[i].Length && name.Equals(_open[i].Slice, StringComparison.OrdinalIgnoreCase)))
            {
                Lose(i + 1);
                Close(i);
                return;
            }

            if (!isFrame && _open[i].Has(FeedRole.Frame))
            {
                break;
            }
        }

        _mended = true;
    }

    /// <summary>Ends elements whose own end tag was never seen.</summary>
    private void Lose(int index)
    {
        _mended |= index < _open.Count;
        for (var i = index; i < _open.Count; i++)
        {
            _open[i].LostEnd = true;
        }

        Close(index);
    }

    private void Close(int index)
    {
        _open.RemoveRange(index, _open.Count - index);
        _scopes.Leave(index);
    }

    private void AddText(XmlNodeKind kind)
    {
        var parent = Parent;
        if (_scanner.Length == 0 || parent.Has(FeedRole.Frame))
        {
            return;
        }

        Add(new XmlNode(source, kind, TextName, Vocabulary.Rss) { Start = _scanner.Start, Length = _scanner.Length });
    }

    private void Add(XmlNode node)
    {
        Parent.Append(node);
        _nodes++;
    }
}
