using System.Text.RegularExpressions;

namespace NewsBot.Core.Text.Queries;

/// <summary>
/// A regular expression that a stranger wrote, bounded in length, text and work. What is little work at most is done whatever the clock says, so that a busy machine changes no answer; only what could be much is bounded in time as well, and after three timeouts it matches nothing for the life of the object. Thread-safe; equal when the pattern is.
/// </summary>
public sealed class TextPattern : IEquatable<TextPattern>
{
    public const int MostCharacters = 256;
    private const int MostTextUnits = 32 * 1024;
    private const int MostTimeouts = 3;

    /// <summary>Parts of the expression times characters of the text, as the engine's work grows with both and with nothing else (https://learn.microsoft.com/dotnet/standard/base-types/regular-expression-options#nonbacktracking-mode).</summary>
    private const int LittleWork = 512 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private readonly Regex _regex;
    private readonly Lazy<Regex> _timed;
    private readonly int _size;
    private int _timeouts;

    private TextPattern(string pattern, TimeSpan patience)
    {
        _regex = new Regex(pattern, Options, Regex.InfiniteMatchTimeout);
        _timed = new Lazy<Regex>(() => new Regex(pattern, Options, patience));
        _size = PatternSize.Of(pattern);
    }

    private static RegexOptions Options => RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Null with advice when the expression is too long, wrong, or needs a backtracking engine.</summary>
    public static TextPattern? Create(string pattern, out string advice) => Create(pattern, Patience, out advice);

    /// <param name="patience">For what could be much work.</param>
    internal static TextPattern? Create(string pattern, TimeSpan patience, out string advice)
    {
        advice = "";
        if (pattern.Length > MostCharacters)
        {
            advice = $"The regular expression is too long: use at most {MostCharacters} characters.";
            return null;
        }

        try
        {
            return new TextPattern(pattern, patience);
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

    /// <summary>Looks at the first 32,768 UTF-16 units; a timeout of what could be much work counts as no match.</summary>
    public bool IsMatch(string text)
    {
        var looked = text.AsSpan(0, Math.Min(text.Length, MostTextUnits));
        if ((long)_size * looked.Length <= LittleWork)
        {
            return _regex.IsMatch(looked);
        }

        if (Volatile.Read(ref _timeouts) >= MostTimeouts)
        {
            return false;
        }

        try
        {
            return _timed.Value.IsMatch(looked);
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
