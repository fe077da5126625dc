using System.Buffers;

namespace NewsBot.Feeds.Parsing;

/// <summary>Characters being put together in a pooled array, which <see cref="ToStringAndRelease"/> gives back.</summary>
internal ref struct TextBuffer(int expected)
{
    private char[] _characters = ArrayPool<char>.Shared.Rent(expected);
    private int _length;

    public void Append(char character)
    {
        if (_length == _characters.Length)
        {
            Grow(1);
        }

        _characters[_length++] = character;
    }

    public void Append(scoped ReadOnlySpan<char> text)
    {
        if (text.Length > _characters.Length - _length)
        {
            Grow(text.Length);
        }

        text.CopyTo(_characters.AsSpan(_length));
        _length += text.Length;
    }

    public string ToStringAndRelease()
    {
        var text = new string(_characters, 0, _length);
        ArrayPool<char>.Shared.Return(_characters);
        return text;
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_characters.Length * 2, _length + more));
        _characters.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_characters);
        _characters = larger;
    }
}
