namespace NewsBot.Feeds.Parsing;

/// <summary>
/// A few ASCII characters to look for in short texts. Unlike <see cref="System.Buffers.SearchValues{T}"/>, whose generic code no framework image holds, it needs no compiling at run time before it is fast.
/// </summary>
internal readonly struct AsciiSet
{
    private readonly ulong _low;
    private readonly ulong _high;

    public AsciiSet(string characters)
    {
        foreach (var character in characters)
        {
            _low |= character < 64 ? 1ul << character : 0;
            _high |= character is >= (char)64 and < (char)128 ? 1ul << (character - 64) : 0;
        }
    }

    public bool Contains(char character) => character < 128 && (((character < 64 ? _low : _high) >> (character & 63)) & 1) != 0;

    /// <summary>-1 where there is none.</summary>
    public int IndexOf(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Contains(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>True when the text consists of characters of the set alone.</summary>
    public bool HoldsAll(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!Contains(character))
            {
                return false;
            }
        }

        return true;
    }
}
