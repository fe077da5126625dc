using System.Text.RegularExpressions;

namespace NewsBot.Core.Text.Queries;

/// <summary>A regular expression that a stranger wrote, bounded in length, text and time. After three timeouts it matches nothing for the life of the object. Thread-safe; equal when the pattern is.</summary>
public sealed class TextPattern : IEquatable<TextPattern>
{
    public const int MostCharacters = 256;
    private const int MostTextUnits = 32 * 1024;
    private const int MostTimeouts = 3;
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(100);

    private readonly Regex _regex;
    private int _timeouts;

    private TextPattern(Regex regex) => _regex = regex;

    /// <summary>Null with advice when the expression is too long, wrong, or needs a backtracking engine.</summary>
    public static TextPattern? Create(string pattern, out string advice)
    {
        advice = "";
        if (pattern.Length > MostCharacters)
        {
            advice = $"The regular expression is too long: use at most {MostCharacters} characters.";
            return null;
        }

        try
        {
            return new TextPattern(new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout));
        }
        catch (ArgumentException)
        {
            advice = $"/{pattern}/ is not a regular expression. Check its brackets, or use plain words.";
        }
        catch (NotSupportedException)
        {
            advice = $"/{pattern}/ uses look-around, back-references or too large repeats, which filters do not allow. Use a simpler expression.";
        }

        return null;
    }

    /// <summary>Looks at the first 32,768 UTF-16 units; a timeout counts as no match.</summary>
    public bool IsMatch(string text)
    {
        if (Volatile.Read(ref _timeouts) >= MostTimeouts)
        {
            return false;
        }

        try
        {
            return _regex.IsMatch(text.AsSpan(0, Math.Min(text.Length, MostTextUnits)));
        }
        catch (RegexMatchTimeoutException)
        {
            Interlocked.Increment(ref _timeouts);
            return false;
        }
    }

    public bool Equals(TextPattern? other) => other is not null && string.Equals(_regex.ToString(), other._regex.ToString(), StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as TextPattern);

    public override int GetHashCode() => _regex.ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => _regex.ToString();
}
