namespace NewsBot.Core.Commands;

/// <summary>Which subscriptions a change is meant for.</summary>
public abstract record Selection
{
    private Selection()
    {
    }

    /// <summary>Nothing was named: the only subscription there is, the place, or a picker, as the command decides.</summary>
    public sealed record None : Selection;

    /// <param name="Number">The number after "#".</param>
    public sealed record Numbered(int Number) : Selection;

    public sealed record All : Selection;

    /// <summary>A folder, or the name of what is followed.</summary>
    public sealed record Named(string Name) : Selection;

    /// <summary>Takes a leading "#3" or "all" off the text; the rest stays for the command.</summary>
    public static (Selection Selection, string Remainder) Take(string text)
    {
        var trimmed = text.Trim();
        var space = trimmed.IndexOf(' ', StringComparison.Ordinal);
        var (word, rest) = space < 0 ? (trimmed, "") : (trimmed[..space], trimmed[(space + 1)..].Trim());
        if (word.Length > 1 && word[0] == '#' && Reference.NumberOf(word[1..]) is { } number)
        {
            return (new Numbered(number), rest);
        }

        return word.Equals("all", StringComparison.OrdinalIgnoreCase) ? (new All(), rest) : (new None(), trimmed);
    }

    /// <summary>The whole text names the subscriptions; a bare number is one of theirs, too.</summary>
    public static Selection Parse(string text)
    {
        var (selection, rest) = Take(text);
        return selection is not None || rest.Length == 0 ? selection : rest.Length <= 3 && Reference.NumberOf(rest) is { } number ? new Numbered(number) : new Named(rest);
    }
}
