namespace NewsBot.Core.Commands;

/// <summary>What there is to be less of.</summary>
public abstract record LessWish
{
    private const string WordMark = "word ";

    private LessWish()
    {
    }

    /// <summary>Nothing was said yet.</summary>
    public sealed record Ask : LessWish;

    /// <summary>The source of the article, for good.</summary>
    public sealed record Source : LessWish;

    /// <summary>A word, for a week.</summary>
    public sealed record Word(string Text) : LessWish;

    /// <summary>Neither of these.</summary>
    public sealed record Unreadable(string Text) : LessWish;

    /// <summary>Reads "3 source", "article:12 word ferry", "show QUERY" or nothing. Pure.</summary>
    internal static Command.Less Parse(string text)
    {
        if (text.StartsWith("show ", StringComparison.OrdinalIgnoreCase))
        {
            return new Command.Less(new Reference.None(), new Ask(), text["show ".Length..].Trim());
        }

        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var first = space < 0 ? text : text[..space];
        var rest = space < 0 ? "" : text[space..].Trim();
        var what = Reference.Parse(first);
        var wish = what is Reference.Other ? text : rest;
        what = what is Reference.Other ? new Reference.None() : what;
        return new Command.Less(what, WishOf(wish), null);
    }

    private static LessWish WishOf(string text) =>
        text.Length == 0 ? new Ask()
        : text.Equals("source", StringComparison.OrdinalIgnoreCase) ? new Source()
        : text.StartsWith(WordMark, StringComparison.OrdinalIgnoreCase) && text[WordMark.Length..].Trim() is { Length: > 0 } word ? new Word(word)
        : new Unreadable(text);
}
