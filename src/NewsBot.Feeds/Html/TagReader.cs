using System.Text;

namespace NewsBot.Feeds.Html;

/// <summary>One start tag: its name and those of its attributes that readers use.</summary>
internal sealed class TagReader
{
    private readonly List<(string Name, string Value)> _attributes = [];

    private readonly bool _withLinks;

    private TagReader(string name, bool withLinks) => (Name, _withLinks) = (name, withLinks);

    public string Name { get; }

    /// <summary>Where the text after the tag begins.</summary>
    public int End { get; private set; }

    /// <summary>False when the page ends inside the tag.</summary>
    public bool IsWhole { get; private set; }

    public string Type { get; private set; } = "";

    /// <summary>A template that browsers show as part of the page.</summary>
    public bool IsShadowRoot { get; private set; }

    /// <param name="start">The first letter of the name.</param>
    public static TagReader Read(string html, int start, bool withLinks)
    {
        var at = start;
        while (at < html.Length && html[at] is not (' ' or '\t' or '\n' or '\r' or '\f' or '/' or '>'))
        {
            at++;
        }

        var name = at - start > 40 ? "span" : html[start..at].ToLowerInvariant();
        var tag = new TagReader(name, withLinks);
        tag.ReadAttributes(html, at);
        return tag;
    }

    public void WriteTo(StringBuilder kept)
    {
        kept.Append('<').Append(Name);
        foreach (var (name, value) in _attributes)
        {
            kept.Append(' ').Append(name).Append("=\"");
            kept.Append(value.Contains('"', StringComparison.Ordinal) ? value.Replace("\"", "&quot;", StringComparison.Ordinal) : value).Append('"');
        }

        kept.Append('>');
    }

    private void ReadAttributes(string html, int at)
    {
        while (true)
        {
            while (at < html.Length && (char.IsWhiteSpace(html[at]) || html[at] == '/'))
            {
                at++;
            }

            if (at >= html.Length)
            {
                End = html.Length;
                return;
            }

            if (html[at] == '>')
            {
                (End, IsWhole) = (at + 1, true);
                return;
            }

            at = ReadAttribute(html, at);
        }
    }

    private int ReadAttribute(string html, int start)
    {
        var at = start + 1;
        while (at < html.Length && html[at] is not ('=' or '>' or '/') && !char.IsWhiteSpace(html[at]))
        {
            at++;
        }

        var name = html.AsSpan(start, at - start);
        var after = at;
        while (after < html.Length && char.IsWhiteSpace(html[after]))
        {
            after++;
        }

        if (after >= html.Length || html[after] != '=')
        {
            Keep(name, "");
            return at;
        }

        return ReadValue(html, after + 1, name);
    }

    private int ReadValue(string html, int at, ReadOnlySpan<char> name)
    {
        while (at < html.Length && char.IsWhiteSpace(html[at]))
        {
            at++;
        }

        if (at < html.Length && html[at] is '"' or '\'')
        {
            var close = html.IndexOf(html[at], at + 1);
            if (close < 0)
            {
                return html.Length;
            }

            Keep(name, html.AsSpan(at + 1, close - at - 1));
            return close + 1;
        }

        var start = at;
        while (at < html.Length && html[at] != '>' && !char.IsWhiteSpace(html[at]))
        {
            at++;
        }

        Keep(name, html.AsSpan(start, at - start));
        return at;
    }

    private void Keep(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        IsShadowRoot |= Name == "template" && name.Equals("shadowrootmode", StringComparison.OrdinalIgnoreCase);
        if (_attributes.Count >= HtmlGuard.AttributesOfTag || name.Length > 20 || value.Length > HtmlGuard.AttributeCharacters)
        {
            return;
        }

        var lookup = HtmlNames.Attributes.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(name, out var known) || (known == "style" && !value.Contains("none", StringComparison.OrdinalIgnoreCase) && !value.Contains("hidden", StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        if (!_withLinks && known == "href" && Name != "link" && !LinkSigns.Tells(value))
        {
            return;
        }

        var text = value.ToString();
        Type = known == "type" ? text : Type;
        if (!text.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            _attributes.Add((known, text));
        }
    }
}
