using System.Text;

namespace NewsBot.Feeds.Parsing;

/// <summary>Texts put together from parts in UTF-8 and parts in a one-byte encoding.</summary>
internal static class MixedText
{
    /// <summary>Well-formed sequences are UTF-8, other bytes mean what they mean in the other encoding.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, Encoding other)
    {
        var output = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var valid = ValidLength(bytes);
            output.Append(Encoding.UTF8.GetString(bytes[..valid]));
            bytes = bytes[valid..];
            if (!bytes.IsEmpty)
            {
                output.Append(other.GetString(bytes[..1]));
                bytes = bytes[1..];
            }
        }

        return output.ToString();
    }

    /// <summary>True when enough sequences are UTF-8 that chance is no explanation.</summary>
    public static bool HoldsUtf8(ReadOnlySpan<byte> bytes)
    {
        var (sequences, strays) = Count(bytes);
        return sequences >= 2 && sequences * 10 > strays;
    }

    /// <summary>In texts of two-byte encodings a quarter of the characters pass for UTF-8.</summary>
    public static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var (sequences, strays) = Count(bytes);
        return sequences > strays * 4;
    }

    private static (int Sequences, int Strays) Count(ReadOnlySpan<byte> bytes)
    {
        var sequences = 0;
        var strays = 0;
        while (bytes.IndexOfAnyExceptInRange((byte)0, (byte)127) is >= 0 and var at)
        {
            bytes = bytes[at..];
            var isValid = Rune.DecodeFromUtf8(bytes, out _, out var length) == System.Buffers.OperationStatus.Done;
            sequences += isValid ? 1 : 0;
            strays += isValid ? 0 : 1;
            bytes = bytes[(isValid ? length : 1)..];
        }

        return (sequences, strays);
    }

    private static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            var ascii = bytes[at..].IndexOfAnyExceptInRange((byte)0, (byte)127);
            if (ascii < 0)
            {
                return bytes.Length;
            }

            at += ascii;
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return at;
            }

            at += length;
        }

        return at;
    }
}
