namespace NewsBot.Feeds.Parsing;

/// <summary>An element as the mapping sees it, whichever reader made it.</summary>
internal sealed class XmlNode(string name, string space)
{
    /// <summary>Local name in lower case.</summary>
    public string Name { get; } = name;

    /// <summary>A short word for a known namespace ("", "atom", "dc", "content", "media", "itunes", "sy", "xhtml"), else the address.</summary>
    public string Space { get; } = space;

    public Dictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    public List<XmlNode> Children { get; } = [];

    /// <summary>Text of its own and of all children, in order.</summary>
    public System.Text.StringBuilder Text { get; } = new();

    public string? Attribute(string name) => Attributes.GetValueOrDefault(name);

    public XmlNode? Child(string name, params ReadOnlySpan<string> spaces)
    {
        foreach (var wanted in spaces)
        {
            foreach (var child in Children)
            {
                if (child.Name == name && child.Space == wanted)
                {
                    return child;
                }
            }
        }

        return null;
    }

    public IEnumerable<XmlNode> All(string name) => Children.Where(child => child.Name == name);

    public string Value => Text.ToString().Trim();
}
