namespace NewsBot.Feeds.Parsing;

/// <summary>The namespace declarations in force.</summary>
internal sealed class XmlScopes(XmlSource source)
{
    private readonly List<Binding> _bindings = [];

    /// <summary>Takes in the declarations of an element that will be open at that depth.</summary>
    public void Enter(List<XmlAttributeSlice> attributes, int depth)
    {
        foreach (var attribute in attributes)
        {
            var name = source.Text.AsSpan(attribute.NameStart, attribute.NameLength);
            if (name.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase) && (name.Length == 5 || name[5] == ':'))
            {
                var prefixStart = Math.Min(attribute.NameStart + 6, attribute.NameStart + attribute.NameLength);
                var prefixLength = attribute.NameStart + attribute.NameLength - prefixStart;
                var address = source.Text.AsSpan(attribute.ValueStart, attribute.ValueLength);
                _bindings.Add(new Binding(depth, prefixStart, prefixLength, Namespaces.Recognise(address, source.Text.AsSpan(prefixStart, prefixLength))));
            }
        }
    }

    /// <summary>Forgets the declarations of the elements that were open at that depth or deeper.</summary>
    public void Leave(int depth)
    {
        while (_bindings is [.., var last] && last.Depth >= depth)
        {
            _bindings.RemoveAt(_bindings.Count - 1);
        }
    }

    public Vocabulary Find(ReadOnlySpan<char> prefix)
    {
        for (var i = _bindings.Count - 1; i >= 0; i--)
        {
            var binding = _bindings[i];
            if (binding.PrefixLength == prefix.Length && prefix.Equals(source.Text.AsSpan(binding.PrefixStart, binding.PrefixLength), StringComparison.OrdinalIgnoreCase))
            {
                return binding.Vocabulary;
            }
        }

        return Namespaces.ByPrefix(prefix);
    }

    private readonly record struct Binding(int Depth, int PrefixStart, int PrefixLength, Vocabulary Vocabulary);
}
