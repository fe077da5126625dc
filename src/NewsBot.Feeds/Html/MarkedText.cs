using System.Text;
using NewsBot.Core.Text;

namespace NewsBot.Feeds.Html;

/// <summary>Collects the text of one block with white space folded and the marks that stand open; marks that reach over a block's end go on in the next one.</summary>
internal sealed class MarkedText
{
    private readonly StringBuilder _text = new();
    private readonly List<Mark> _marks = [];
    private readonly Stack<OpenMark> _open = new();
    private int _breaks;
    private int _linked;

    public void Add(string text, bool verbatim)
    {
        foreach (var unit in text)
        {
            if (verbatim && unit is '\n' or ' ')
            {
                AddVerbatim(unit);
            }
            else if (char.IsWhiteSpace(unit))
            {
                Space();
            }
            else if (unit is not ('\u00ad' or '\u200b' or '\u2060' or '\ufeff'))
            {
                _text.Append(unit);
                _breaks = 0;
            }
        }
    }

    /// <summary>True when this is the second line break in a row: the block ends.</summary>
    public bool BreakLine(bool verbatim)
    {
        if (verbatim)
        {
            AddVerbatim('\n');
            return false;
        }

        Space();
        return ++_breaks >= 2;
    }

    /// <summary>Writes the separator between two parts of the block.</summary>
    public void Separate(string separator)
    {
        if (_text.Length > 0)
        {
            Space();
            _text.Length--;
            _text.Append(separator);
        }
    }

    public void Open(MarkKind kind, string? url) => _open.Push(new OpenMark(kind, url, _text.Length));

    public void Close()
    {
        if (_open.TryPop(out var mark))
        {
            Add(mark);
        }
    }

    /// <summary>The block's text, or null when it is empty; begins the next one.</summary>
    /// <param name="linked">Characters that stood in links, those without a target too.</param>
    public RichText? Take(out int linked)
    {
        foreach (var mark in _open)
        {
            Add(mark);
            mark.Start = 0;
        }

        var whole = _text.ToString();
        var (start, end) = (whole.Length - whole.TrimStart().Length, whole.TrimEnd().Length);
        List<Mark> marks = [.. _marks.Select(mark => Within(mark, start, end)).Where(mark => mark.Length > 0).OrderBy(mark => mark.Start).ThenByDescending(mark => mark.Length)];
        _text.Clear();
        _marks.Clear();
        _breaks = 0;
        (linked, _linked) = (_linked, 0);
        return end > start ? new RichText(whole[start..end], marks) : null;
    }

    private static Mark Within(Mark mark, int start, int end)
    {
        var (from, to) = (Math.Max(mark.Start, start), Math.Min(mark.Start + mark.Length, end));
        return mark with { Start = from - start, Length = Math.Max(0, to - from) };
    }

    private void Space()
    {
        if (_text.Length > 0 && _text[^1] is not (' ' or '\n'))
        {
            _text.Append(' ');
        }
    }

    private void AddVerbatim(char unit)
    {
        if (_text.Length > 0 || unit != '\n')
        {
            _text.Append(unit);
        }
    }

    /// <summary>White space at its ends is no part of a mark; a link without a target only counts as linked text.</summary>
    private void Add(OpenMark mark)
    {
        var (start, end) = (Math.Min(mark.Start, _text.Length), _text.Length);
        while (start < end && char.IsWhiteSpace(_text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(_text[end - 1]))
        {
            end--;
        }

        _linked += mark.Kind == MarkKind.Link ? end - start : 0;
        if (end > start && (mark.Kind != MarkKind.Link || mark.Url is not null))
        {
            _marks.Add(new Mark(mark.Kind, start, end - start, mark.Url));
        }
    }

    private sealed class OpenMark(MarkKind kind, string? url, int start)
    {
        public MarkKind Kind => kind;

        public string? Url => url;

        public int Start { get; set; } = start;
    }
}
