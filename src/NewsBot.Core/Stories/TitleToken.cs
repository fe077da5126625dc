using System.Globalization;

namespace NewsBot.Core.Stories;

/// <summary>One word of a title.</summary>
internal readonly record struct TitleToken(string Folded, string Stem, bool IsUpper, bool IsLower)
{
    public bool IsNumber => char.IsDigit(Stem[0]);

    /// <summary>A result such as "2-1".</summary>
    public bool IsScore => IsNumber && Folded.Contains('-', StringComparison.Ordinal);

    /// <summary>Written in a script that has no capitals.</summary>
    public bool IsCaseless => !IsUpper && !IsLower && CharUnicodeInfo.GetUnicodeCategory(Folded, 0) is UnicodeCategory.OtherLetter;

    public static TitleToken Of(string folded, char first) =>
        new(folded, StemOf(folded), char.IsUpper(first), char.IsLower(first));

    /// <summary>What of a word is compared: a number's key, or the stem.</summary>
    public static string StemOf(string folded) => char.IsDigit(folded[0]) ? NumberKey(folded) : NumberWords.Key(folded) ?? WordStem.Of(folded);

    public TitleToken Score(string second) => this with { Folded = Folded + "-" + second, Stem = Folded + "-" + second };

    /// <summary>One stem, or one number that is the other rounded, as 886,815 and 900,000.</summary>
    public bool IsSame(TitleToken other) => Stem == other.Stem || (IsNumber && other.IsNumber && (RoundsTo(Stem, other.Stem) || RoundsTo(other.Stem, Stem)));

    private static bool RoundsTo(string number, string rounded)
    {
        const int digitsOfAPreciseNumber = 3;
        var digits = number.Replace(".", "", StringComparison.Ordinal);
        var kept = rounded.Replace(".", "", StringComparison.Ordinal);
        if (digits.Length is < digitsOfAPreciseNumber or > 15 || kept.Length >= digits.Length ||
            !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var exact) || !long.TryParse(kept, NumberStyles.None, CultureInfo.InvariantCulture, out var near))
        {
            return false;
        }

        var unit = (long)Math.Pow(10, digits.Length - kept.Length);
        return (exact + (unit / 2)) / unit == near;
    }

    /// <summary>"24000", "24k" and "24,000" are one number, and so are "7bn" and "7 billion".</summary>
    private static string NumberKey(string folded)
    {
        var end = 0;
        while (end < folded.Length && (char.IsDigit(folded[end]) || folded[end] is '.' or ','))
        {
            end++;
        }

        var digits = folded[..end].Replace(",", ".", StringComparison.Ordinal);
        if (digits.Length >= 5 && digits[^4] == '.')
        {
            digits = digits.Replace(".", "", StringComparison.Ordinal);
        }

        return digits.TrimEnd('0').TrimEnd('.') is { Length: > 0 } key ? key : "0";
    }
}
