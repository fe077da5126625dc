using System.Collections.Frozen;

namespace NewsBot.Core.Stories;

/// <summary>
/// Keeps apart what looks alike and is not: results, quakes, weather, markets, columns and live blogs are written into one form with other numbers, names or days. Similarity cannot tell them; what differs in the form does.
/// </summary>
internal static class TemplateGuard
{
    /// <summary>Share of the shorter title's words, in order, from which two titles have one form.</summary>
    private const double SameForm = 0.5;

    /// <summary>The same where opposite words decide.</summary>
    private const double AlikeForm = 0.4;

    /// <summary>The same for titles that write every word with a capital, where a capital betrays no name.</summary>
    private const double StrictForm = 0.7;

    /// <summary>Titles in which most words have a capital are English or German.</summary>
    private static readonly FrozenSet<string> Prepositions = new[] { "in", "near", "off", "at", "from", "of", "to", "by", "for", "vs", "on", "over", "with", "against", "bei", "auf", "nach", "vor", "von", "zu", "mit", "gegen", "fur", "am", "im", "nahe", "aus" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words of a gap between shared words that may be a name, and by how many the gaps of two titles may differ.</summary>
    private const int MostNames = 4;

    /// <inheritdoc cref="MostNames"/>
    private const int MostOffset = 2;

    public static bool Apart(StoryMember one, StoryMember other)
    {
        if (OtherDays(one.Title, other.Title) || ColumnGuard.Apart(one, other))
        {
            return true;
        }

        var shared = Alignment.Of(one.Title.Tokens, other.Title.Tokens);
        var form = shared.Count / (double)Math.Max(1, Math.Min(one.Title.Tokens.Count, other.Title.Tokens.Count));
        return OtherNumbers(one, other, form) || (form >= AlikeForm && TurnWords.Opposed(one.Title, other.Title)) || OtherNames(one, other, shared, form);
    }

    private static bool OtherDays(Title one, Title other)
    {
        var first = Days(one);
        var second = Days(other);
        return first.Count > 0 && second.Count > 0 && !first.Exists(second.Contains);
    }

    private static List<int> Days(Title title) => [.. title.Tokens.Select(token => CalendarWords.Of(token.Folded)).OfType<int>()];

    /// <summary>A number in each title that the other article does not have, in one form or beside one word: "day 12" and "day 13", "5.1 magnitude" and "4.7 magnitude".</summary>
    private static bool OtherNumbers(StoryMember one, StoryMember other, double form)
    {
        var (first, second) = (one.Title.Tokens, other.Title.Tokens);
        for (var at = 0; at < first.Count; at++)
        {
            for (var to = 0; to < second.Count && IsForeignNumber(first[at], other); to++)
            {
                if (IsForeignNumber(second[to], one) && (form >= SameForm || (first[at].IsScore && second[to].IsScore) || HaveSameNeighbour(first, at, second, to)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsForeignNumber(TitleToken token, StoryMember other) => token.IsNumber && IsForeign(token, other);

    private static bool HaveSameNeighbour(IReadOnlyList<TitleToken> first, int at, IReadOnlyList<TitleToken> second, int to) =>
        Neighbours(first, at).Any(word => Neighbours(second, to).Contains(word, StringComparer.Ordinal));

    private static IEnumerable<string> Neighbours(IReadOnlyList<TitleToken> tokens, int at)
    {
        if (at > 0 && IsTelling(tokens[at - 1]))
        {
            yield return tokens[at - 1].Stem;
        }

        if (at + 1 < tokens.Count && IsTelling(tokens[at + 1]))
        {
            yield return tokens[at + 1].Stem;
        }
    }

    private static bool IsTelling(TitleToken token) => !token.IsNumber && (token.Stem.Length > 2 || token.IsCaseless);

    /// <summary>One form, and in the same place of it a name in each title that the other article does not have at all.</summary>
    private static bool OtherNames(StoryMember one, StoryMember other, IReadOnlyList<(int First, int Second)> shared, double form)
    {
        var sentences = one.Title.ReadsAsSentence && other.Title.ReadsAsSentence;
        if (form < (sentences ? SameForm : StrictForm))
        {
            return false;
        }

        var (first, second) = (one.Title.Tokens, other.Title.Tokens);
        var (at, to) = (0, 0);
        foreach (var (nextAt, nextTo) in (IEnumerable<(int, int)>)[.. shared, (first.Count, second.Count)])
        {
            if ((sentences || IsNameSlot(first, at)) && Math.Abs(nextAt - at - nextTo + to) <= MostOffset && HasForeignName(one, at, nextAt, other) && HasForeignName(other, to, nextTo, one))
            {
                return true;
            }

            (at, to) = (nextAt + 1, nextTo + 1);
        }

        return false;
    }

    /// <summary>Where a name is to be expected among words that all have capitals: at the start and after a preposition.</summary>
    private static bool IsNameSlot(IReadOnlyList<TitleToken> tokens, int at) => at == 0 || Prepositions.Contains(tokens[at - 1].Folded);

    /// <summary>True when the words between two shared ones hold names, and the other article has none of them.</summary>
    private static bool HasForeignName(StoryMember member, int from, int to, StoryMember other)
    {
        var tokens = member.Title.Tokens;
        var names = 0;
        for (var at = from; at < Math.Min(to, from + MostNames); at++)
        {
            if ((!tokens[at].IsUpper && !tokens[at].IsCaseless) || tokens[at].Folded.Length < 2)
            {
                continue;
            }

            if (!IsForeign(tokens[at], other))
            {
                return false;
            }

            names++;
        }

        return names > 0;
    }

    /// <summary>Neither title nor lead of the other article have it. A number of one digit stands in many a text by chance.</summary>
    private static bool IsForeign(TitleToken token, StoryMember other) =>
        !other.Title.Tokens.Any(next => next.IsSame(token)) && !((!token.IsNumber || token.Stem.Length > 1) && other.Print.Mentions(token));
}
