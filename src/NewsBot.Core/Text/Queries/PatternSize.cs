using System.Globalization;

namespace NewsBot.Core.Text.Queries;

/// <summary>How many parts a regular expression has once its counted repeats are written out: what its match costs for each character at most. Reads any text, also what is no expression. Pure.</summary>
internal static class PatternSize
{
    private const long Most = 1_000_000;

    public static int Of(string pattern)
    {
        // The parts of each group that is open, and those of its last part, which a repeat multiplies.
        var open = new Stack<long>();
        var (sum, last) = (0L, 0L);
        for (var at = 0; at < pattern.Length; at++)
        {
            switch (pattern[at])
            {
                case '(':
                    open.Push(sum + last);
                    (sum, last) = (0, 0);
                    break;
                case ')':
                    (sum, last) = (open.TryPop(out var outer) ? outer : 0, sum + last);
                    break;
                case '{' when RepeatAt(pattern, at) is { } repeat:
                    last = Math.Min(Most, last * repeat.Times);
                    at = repeat.End;
                    break;
                case '\\':
                    (sum, last) = (sum + last, 1);
                    at++;
                    break;
                case '[':
                    (sum, last) = (sum + last, 1);
                    at = EndOfClass(pattern, at);
                    break;
                default:
                    (sum, last) = (sum + last, 1);
                    break;
            }
        }

        return (int)Math.Min(Most, open.Sum() + sum + last);
    }

    /// <summary>How often at most, or once more than at least where nothing bounds it; null where the brace is a brace.</summary>
    private static (long Times, int End)? RepeatAt(string pattern, int at)
    {
        var end = pattern.IndexOf('}', at);
        var bounds = end < 0 ? [] : pattern[(at + 1)..end].Split(',');
        var numbers = bounds.Select(bound => long.TryParse(bound, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, Most) : -1).ToList();
        return (numbers, bounds) switch
        {
            ([>= 0 and var times], _) => (Math.Max(1, times), end),
            ([>= 0 and var least, _], [_, ""]) => (least + 1, end),
            ([>= 0, >= 0 and var most], _) => (Math.Max(1, most), end),
            _ => null,
        };
    }

    /// <summary>A bracket that stands first belongs to the class.</summary>
    private static int EndOfClass(string pattern, int at)
    {
        var from = at + 1 < pattern.Length && pattern[at + 1] == '^' ? at + 2 : at + 1;
        for (var next = from; next < pattern.Length; next++)
        {
            if (pattern[next] == '\\')
            {
                next++;
            }
            else if (pattern[next] == ']' && next > from)
            {
                return next;
            }
        }

        return pattern.Length;
    }
}
