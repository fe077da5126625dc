namespace NewsBot.Feeds.Html;

/// <summary>Follows which elements stand open as a tree builder would, and refuses those beyond the limits together with their end tags. Amortized constant time a tag.</summary>
internal sealed class OpenElements
{
    private readonly Stack<string> _stack = new();
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _refused = new(StringComparer.Ordinal);
    private int _formatting;

    /// <summary>False when the tag is to be left out.</summary>
    public bool TryOpen(string name)
    {
        if (HtmlNames.Shallow.Contains(name))
        {
            return true;
        }

        var isFormatting = HtmlNames.Formatting.Contains(name);
        if (isFormatting ? _formatting >= HtmlGuard.Formatting : _stack.Count >= HtmlGuard.Depth)
        {
            Add(_refused, name, 1);
            return false;
        }

        Add(_open, name, 1);
        if (isFormatting)
        {
            _formatting++;
        }
        else
        {
            _stack.Push(name);
        }

        return true;
    }

    /// <summary>False when nothing of that name is open or its start tag was left out.</summary>
    public bool TryClose(string name)
    {
        if (HtmlNames.Shallow.Contains(name))
        {
            return true;
        }

        if (_refused.GetValueOrDefault(name) > 0)
        {
            Add(_refused, name, -1);
            return false;
        }

        if (_open.GetValueOrDefault(name) == 0)
        {
            return false;
        }

        if (HtmlNames.Formatting.Contains(name))
        {
            _formatting--;
            Add(_open, name, -1);
            return true;
        }

        while (_stack.TryPop(out var inner))
        {
            Add(_open, inner, -1);
            if (inner == name)
            {
                break;
            }
        }

        return true;
    }

    private static void Add(Dictionary<string, int> counts, string name, int change) => counts[name] = counts.GetValueOrDefault(name) + change;
}
