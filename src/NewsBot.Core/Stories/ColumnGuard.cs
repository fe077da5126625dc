namespace NewsBot.Core.Stories;

/// <summary>Keeps the editions of one publisher's column, briefing or forecast apart: they share a title, or its label, and not their text.</summary>
internal static class ColumnGuard
{
    /// <summary>A publisher that uses a title again after this time writes a column; within it, the article went through two feeds.</summary>
    private static readonly TimeSpan Republished = TimeSpan.FromHours(3);

    /// <summary>Part of the shorter text that must stand in the other before two items are one text.</summary>
    private const double SameText = 0.5;

    /// <summary>Word pairs that a text needs to be more than a greeting.</summary>
    private const int TellingPairs = 20;

    public static bool Apart(StoryMember one, StoryMember other)
    {
        if (one.Source is null || one.Source != other.Source || IsSameText(one.Print, other.Print))
        {
            return false;
        }

        return one.Title.Key == other.Title.Key
            ? (one.Published - other.Published).Duration() > Republished
            : one.Title.Label is { } label && label == other.Title.Label && !RestsMeet(one.Title, other.Title, label);
    }

    private static bool IsSameText(ArticlePrint one, ArticlePrint other) =>
        Math.Min(one.Pairs.Length, other.Pairs.Length) >= TellingPairs && one.Containment(other) >= SameText;

    private static bool RestsMeet(Title one, Title other, string label)
    {
        var skip = label.Split(' ').Length;
        return one.Tokens.Skip(skip).Any(token => token.Folded.Length > 3 && other.Tokens.Skip(skip).Any(next => next.Stem == token.Stem));
    }
}
