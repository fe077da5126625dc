using System.Text;

namespace NewsBot.Testing.Telegram.Text;

/// <summary>Collects bytes and code points and remembers whether a lone surrogate was among them.</summary>
internal sealed class CodePointBuilder
{
    private readonly List<byte> _bytes = [];

    /// <summary>In UTF-16 code units.</summary>
    public int Length { get; private set; }

    public bool HasLoneSurrogate { get; private set; }

    public void AppendByte(byte value)
    {
        // Continuation bytes count with the byte that begins the character.
        if ((value & 0xC0) != 0x80)
        {
            Length += value >= 0xF0 ? 2 : 1;
        }

        _bytes.Add(value);
    }

    public void AppendCodePoint(int code)
    {
        if (code is >= 0xD800 and <= 0xDFFF)
        {
            HasLoneSurrogate = true;
            code = 0xFFFD;
        }

        foreach (var value in Encoding.UTF8.GetBytes(char.ConvertFromUtf32(code)))
        {
            AppendByte(value);
        }
    }

    public override string ToString() => Encoding.UTF8.GetString([.. _bytes]);
}
