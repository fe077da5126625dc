using System.Text;

namespace NewsBot.Fuzzing;

/// <summary>Makes new inputs of old ones: bits flipped, ranges cut, doubled, moved and taken from elsewhere, words of the formats put in. The same seed gives the same inputs.</summary>
internal sealed class Mutator(IReadOnlyList<byte[]> corpus, int seed)
{
    private const int MostBytes = 8 * 1024;

    private static readonly byte[][] Words = [.. new[]
    {
        "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<?xml", "?>", "<!DOCTYPE", "<!ENTITY", "&", "&amp;", "&#x", "&#0;", "&nbsp;", "\"", "'", "=", "xmlns:a=", "xml:base=", "encoding=\"utf-16\"", "encoding=\"gb18030\"",
        "<item>", "</item>", "<entry>", "<title>", "</title>", "<link>", "<rss>", "<feed>", "<content type=\"xhtml\">", "<script>", "</script>", "<table>", "<tr>", "<td>", "<p>", "<div>", "</div>", "<a href=", "<svg>", "<template>", "<style>", "<time datetime=",
        "{", "}", "[", "]", ",", ":", "\\u", "\\ud800", "null", "1e999", "-", "+", "0", "9999999999", "2024-03-05T", "Tue, 5 Mar", " GMT", "年", "月", "\0", "\ufeff", "\u200b", "\u0301", "\ud83d\ude00", "\n", "\t", " ", ". ", "! ", "\u3002",
        "AND", "OR", "NOT", "(", ")", "*", "/", "~", "title:", "-\"", "http://", "//", "%", "@",
    }.Select(Encoding.UTF8.GetBytes)];

    private readonly Random _random = new(seed);

    public byte[] Next()
    {
        var input = new List<byte>(corpus[_random.Next(corpus.Count)]);
        for (var changes = 1 + _random.Next(8); changes > 0; changes--)
        {
            Change(input);
        }

        return input.Count > MostBytes ? [.. input.Take(MostBytes)] : [.. input];
    }

    private void Change(List<byte> input)
    {
        var at = _random.Next(input.Count + 1);
        var length = Math.Min(input.Count - at, _random.Next(1, _random.Next(2, 256)));
        switch (_random.Next(8))
        {
            case 0 when at < input.Count:
                input[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1 when at < input.Count:
                input[at] = (byte)_random.Next(256);
                break;
            case 2:
                input.RemoveRange(at, length);
                break;
            case 3:
                input.InsertRange(at, input.GetRange(at, length));
                break;
            case 4:
                var range = input.GetRange(at, length);
                input.RemoveRange(at, length);
                input.InsertRange(_random.Next(input.Count + 1), range);
                break;
            case 5:
                var other = corpus[_random.Next(corpus.Count)];
                var start = _random.Next(other.Length + 1);
                input.InsertRange(at, other.AsSpan(start, Math.Min(other.Length - start, _random.Next(512))).ToArray());
                break;
            case 6:
                input.InsertRange(at, Enumerable.Repeat(Words[_random.Next(Words.Length)], _random.Next(1, 40)).SelectMany(word => word));
                break;
            default:
                input.InsertRange(at, Words[_random.Next(Words.Length)]);
                break;
        }
    }
}
