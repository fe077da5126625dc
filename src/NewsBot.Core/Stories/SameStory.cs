namespace NewsBot.Core.Stories;

/// <summary>From which likeness on two articles tell of one event, and from which they are one text. One setting for headlines and full texts, tuned on labelled ones.</summary>
internal static class SameStory
{
    /// <summary>Less alike than this is never looked at.</summary>
    public const double LeastNearest = 0.20;

    /// <summary>Part of the shorter lead's word pairs that a copy has; reports in other words stay below 0.2.</summary>
    private const double CopyText = 0.35;

    /// <summary>Likeness of titles that makes a copy where there is no text, and the words they need.</summary>
    private const double CopyTitle = 0.80;

    /// <inheritdoc cref="CopyTitle"/>
    private const int CopyTitleWords = 4;

    private static readonly Likeness Headlines = new(LeastNearest, 0.12, 2);
    private static readonly Likeness Texts = new(0.26, 0.18, 2);
    private static readonly Likeness TextsUnderOtherTitles = new(0.30, 0.22, 0);

    /// <summary>Close enough to take a report into a message that was sent: to the first report, or to one that joined it before.</summary>
    private static readonly Likeness Join = new(0.46, 0.32, 3);

    /// <summary>Null when the article does not belong to the story.</summary>
    public static StoryMatch? Judge(StoryMember member, StoryMember nearest, Likeness likeness)
    {
        if (IsCopy(member, nearest, likeness.Nearest))
        {
            return new(nearest, IsCopy: true, Joins: true);
        }

        return Belongs(member, nearest, likeness) ? new(nearest, IsCopy: false, likeness.Reaches(Join)) : null;
    }

    private static bool IsCopy(StoryMember member, StoryMember nearest, double similarity) =>
        member.HasText && nearest.HasText
            ? member.Print.Containment(nearest.Print) >= CopyText
            : member.TitleTerms.Entries.Length >= CopyTitleWords && similarity >= CopyTitle;

    private static bool Belongs(StoryMember member, StoryMember nearest, Likeness likeness) =>
        member.HasText && nearest.HasText ? likeness.Reaches(Texts) || likeness.Reaches(TextsUnderOtherTitles) : likeness.Reaches(Headlines);
}
