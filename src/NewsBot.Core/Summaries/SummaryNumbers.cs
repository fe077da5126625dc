using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using NewsBot.Core.Stories;
using NewsBot.Core.Text;

namespace NewsBot.Core.Summaries;

/// <summary>Compares the numbers of two texts: digits of any script, number words, orders of magnitude, days and months.</summary>
internal static class SummaryNumbers
{
    private static readonly FrozenSet<string> Magnitudes = FrozenSet.Create(
        StringComparer.Ordinal,
        "hundred", "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions", "trillion", "trillions", "dozen", "dozens", "half", "double", "twice", "triple", "third", "quarter",
        "hundert", "tausend", "tausende", "millionen", "milliarde", "milliarden", "billionen", "cent", "mille", "milliers", "milliard", "milliards", "cien", "mil", "miles", "millon", "millones", "cento", "mila", "milione", "milioni", "miliardo", "miliardi",
        "milhao", "milhoes", "bilhao", "bilhoes", "сто", "тысяч", "тысячи", "миллион", "миллиона", "миллионов", "миллиард", "миллиарда", "миллиардов", "yuz", "bin", "milyon", "milyar", "tram", "nghin", "ngan", "trieu", "ty");

    /// <summary>Number words beyond twelve and ones that stories need not tell apart.</summary>
    private static readonly FrozenDictionary<string, string> English = new (string Digits, string Words)[]
    {
        ("1", "one once single"), ("10", "ten"), ("13", "thirteen"), ("14", "fourteen"), ("15", "fifteen"), ("16", "sixteen"), ("17", "seventeen"), ("18", "eighteen"), ("19", "nineteen"), ("20", "twenty"),
        ("30", "thirty"), ("40", "forty"), ("50", "fifty"), ("60", "sixty"), ("70", "seventy"), ("80", "eighty"), ("90", "ninety"),
    }.SelectMany(pair => pair.Words.Split(' ').Select(word => (word, pair.Digits))).ToFrozenDictionary(pair => pair.word, pair => pair.Digits, StringComparer.Ordinal);

    /// <summary>True when the text names a number, a day or a month that the source does not.</summary>
    public static bool AreForeign(string text, string source)
    {
        var known = Of(source);
        return Of(text).Any(number => !known.Contains(number) && number != "1");
    }

    private static HashSet<string> Of(string text)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (start, length) in Words.Spans(text))
        {
            Add(text.Substring(start, length), found);
        }

        return found;
    }

    private static void Add(string word, HashSet<string> found)
    {
        if (word.Any(char.IsDigit))
        {
            // "B52" and "3rd" hold their number too.
            found.UnionWith(Runs(word).Select(Canonical));
            return;
        }

        var folded = TextFolding.Fold(word);
        if (English.TryGetValue(folded, out var small))
        {
            found.Add(small);
        }
        else if (NumberWords.Key(folded) is { } key)
        {
            found.Add(key == "1" ? "10" : key);
        }
        else if (Magnitudes.Contains(folded))
        {
            found.Add(folded.TrimEnd('s'));
        }
        else if (CalendarWords.Of(folded) is { } day)
        {
            found.Add("day " + day.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static IEnumerable<string> Runs(string word)
    {
        var run = new StringBuilder();
        foreach (var unit in word + " ")
        {
            if (char.IsDigit(unit))
            {
                run.Append((char)('0' + (int)char.GetNumericValue(unit)));
            }
            else if (unit is '.' or ',' && run.Length > 0)
            {
                run.Append(unit);
            }
            else if (run.Length > 0)
            {
                yield return run.ToString();
                run.Clear();
            }
        }
    }

    /// <summary>"1,200" and "1.200" are 1200; "1.5" and "1,5" are one and a half.</summary>
    private static string Canonical(string digits)
    {
        var parts = digits.Split('.', ',');
        var grouped = parts.Length > 1 && parts[0].Length is >= 1 and <= 3 && parts.Skip(1).All(part => part.Length == 3);
        return (grouped ? string.Concat(parts) : string.Join('.', parts)).TrimEnd('.').TrimStart('0') is { Length: > 0 } number ? number : "0";
    }
}
