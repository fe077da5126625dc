using System.Text;

namespace NewsBot.Feeds.Extraction;

/// <summary>Collects the text of one block with white space folded.</summary>
internal sealed class BlockText
{
    private readonly StringBuilder _text = new();
    private int _linked;
    private int _links;
    private int _emphasized;
    private int _breaks;
    private bool _wasLink;

    public void Add(string text, bool inLink, bool emphasized)
    {
        var start = _text.Length;
        foreach (var unit in text)
        {
            if (char.IsWhiteSpace(unit))
            {
                Space();
            }
            else if (unit is not ('\u00ad' or '\u200b' or '\u2060' or '\ufeff'))
            {
                _text.Append(unit);
                _breaks = 0;
            }
        }

        var added = _text.Length - start;
        _linked += inLink ? added : 0;
        _links += inLink && !_wasLink && added > 0 ? 1 : 0;
        _emphasized += emphasized ? added : 0;
        _wasLink = inLink && (_wasLink || added > 0);
    }

    public void Space()
    {
        if (_text.Length > 0 && _text[^1] != ' ')
        {
            _text.Append(' ');
        }
    }

    /// <summary>True when this is the second line break in a row: the block ends.</summary>
    public bool BreakLine()
    {
        Space();
        return ++_breaks >= 2;
    }

    /// <summary>The block's text, or null when it is empty; begins the next one.</summary>
    public BlockLine? Take()
    {
        var end = _text.Length > 0 && _text[^1] == ' ' ? _text.Length - 1 : _text.Length;
        BlockLine? line = end > 0 ? new BlockLine(_text.ToString(0, end), _linked, _links, _emphasized) : null;
        _text.Clear();
        (_linked, _links, _emphasized, _breaks, _wasLink) = (0, 0, 0, 0, false);
        return line;
    }
}

/// <summary>The text of one block and how much of it stands in links and emphasis.</summary>
internal sealed record BlockLine(string Text, int Linked, int Links, int Emphasized);
