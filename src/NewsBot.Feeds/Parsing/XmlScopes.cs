namespace NewsBot.Feeds.Parsing;

/// <summary>The namespace declarations in force.</summary>
internal sealed class XmlScopes(XmlSource source)
{
    private Binding[] _bindings = new Binding[16];
    private int _count;

    /// <summary>Takes in the declarations of the start tag that was read last and will be open at that depth.</summary>
    public void Enter(XmlScanner tag, int depth)
    {
        for (var i = 0; i < tag.AttributeCount; i++)
        {
            ref readonly var attribute = ref tag.Attribute(i);
            var name = source.Text.AsSpan(attribute.NameStart, attribute.NameLength);
            if (name.Length >= 5 && (name[0] | 32) == 'x' && name.StartsWith("xmlns", StringComparison.OrdinalIgnoreCase) && (name.Length == 5 || name[5] == ':'))
            {
                var prefixStart = Math.Min(attribute.NameStart + 6, attribute.NameStart + attribute.NameLength);
                var prefixLength = attribute.NameStart + attribute.NameLength - prefixStart;
                var address = source.Text.AsSpan(attribute.ValueStart, attribute.ValueLength);
                Add(new Binding(depth, prefixStart, prefixLength, Namespaces.Recognise(address, source.Text.AsSpan(prefixStart, prefixLength))));
            }
        }
    }

    /// <summary>Forgets the declarations of the elements that were open at that depth or deeper.</summary>
    public void Leave(int depth)
    {
        while (_count > 0 && _bindings[_count - 1].Depth >= depth)
        {
            _count--;
        }
    }

    public Vocabulary Find(ReadOnlySpan<char> prefix)
    {
        for (var i = _count - 1; i >= 0; i--)
        {
            ref readonly var binding = ref _bindings[i];
            if (binding.PrefixLength == prefix.Length && prefix.Equals(source.Text.AsSpan(binding.PrefixStart, binding.PrefixLength), StringComparison.OrdinalIgnoreCase))
            {
                return binding.Vocabulary;
            }
        }

        return Namespaces.ByPrefix(prefix);
    }

    private void Add(Binding binding)
    {
        if (_count == _bindings.Length)
        {
            Array.Resize(ref _bindings, _count * 2);
        }

        _bindings[_count++] = binding;
    }

    private readonly record struct Binding(int Depth, int PrefixStart, int PrefixLength, Vocabulary Vocabulary);
}
