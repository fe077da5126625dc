namespace NewsBot.Core.Articles.Enrichment;

/// <summary>How much of an article a feed gave: what tells a teaser, kept with the item so that its text need not be read again.</summary>
/// <param name="BreaksOff">True when the text ends with a sign that there is more.</param>
public readonly record struct TextExtent(int Length, bool BreaksOff)
{
    private static readonly string[] Cuts = ["…", "...", "[…]", "[...]", "[&#8230;]", "more", "more »", "mehr", "weiterlesen", "lire la suite", "leer más", "continua", "leia mais", "далее"];

    public static TextExtent Of(string text)
    {
        var end = text.TrimEnd();
        return new TextExtent(text.Length, Cuts.Any(cut => end.EndsWith(cut, StringComparison.OrdinalIgnoreCase)));
    }

    public static TextExtent Of(ArticleDraft draft) => Of(string.Join('\n', draft.Paragraphs));
}
