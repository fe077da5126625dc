using NewsBot.Core.Text;

namespace NewsBot.Core.Articles;

/// <summary>
/// Takes boilerplate out of an article by the shape of its lines first and by words second: lists of words do not carry over to pages nobody has seen, shape does. Pure. A text that holds a sentence never becomes empty.
/// </summary>
public static class ArticleCleaner
{
    private const int BodyWords = 12;

    /// <summary>Languages that build long words need fewer of them, and Chinese few signs.</summary>
    private const int BodyLength = 60;
    private const int UnspacedBodyWords = 9;

    /// <summary>A paragraph as long as this is body although its end is cut off.</summary>
    private const int LongWords = 30;

    private const int RepeatedWords = 40;
    private const double Furniture = 1.5;

    /// <summary>One word of the page's furniture condemns no sentence between two paragraphs.</summary>
    private const double InnerDoubt = 0.75;

    /// <summary>Paragraphs of the body in order; title, date, byline, captions, repeated, share, cookie and source lines are gone, the last taken into fields.</summary>
    public static CleanArticle Clean(IReadOnlyList<string> blocks, CleanHints hints)
    {
        var lines = PageLines.Read(blocks, hints.Title, hints.Language);
        GiveRoles(lines, hints);
        var fields = new CleanArticle { Title = hints.Title, Language = hints.Language, Paragraphs = [] };
        foreach (var line in lines.Where(line => line.Role != LineRole.Body))
        {
            fields = TakeField(line, hints.Language, fields);
        }

        return fields with { Paragraphs = [.. Body(lines).Select(line => line.Text)] };
    }

    /// <summary>Letters and digits in lower case: two lines that print the same are equal.</summary>
    public static string Normalize(string line) => KeyOf(TextFolding.Fold(line));

    /// <summary>The same for a folded line.</summary>
    internal static string KeyOf(string folded)
    {
        var length = 0;
        foreach (var unit in folded)
        {
            length += char.IsLetterOrDigit(unit) ? 1 : 0;
        }

        return string.Create(length, folded, static (key, source) =>
        {
            var at = 0;
            foreach (var unit in source)
            {
                if (char.IsLetterOrDigit(unit))
                {
                    key[at++] = unit;
                }
            }
        });
    }

    private static void GiveRoles(List<PageLine> lines, CleanHints hints)
    {
        var title = hints.Title is { } known ? Normalize(known) : "";
        var printed = lines.CountBy(line => line.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            line.Role = RoleOf(line, title, printed[line.Key], hints);
        }

        KeepFirstOfRepeats(lines);
        Soften(lines);
        FurnitureRuns.Spread(lines, title);
    }

    private static LineRole RoleOf(PageLine line, string title, int printed, CleanHints hints)
    {
        if (line.Key.Length == 0 || line.Key == title || hints.LearnedBoilerplate?.Contains(line.Key) == true)
        {
            return LineRole.Boilerplate;
        }

        if (printed > 1)
        {
            return LineRole.Repeated;
        }

        if (BoilerplateLines.IsField(line.Text, hints.Language) || BoilerplateLines.HasCredit(line.Text))
        {
            return LineRole.Boilerplate;
        }

        if (line.EndsLikeSentence && line.Words >= BodyWords)
        {
            return line.Doubt < Furniture ? LineRole.Body : LineRole.Boilerplate;
        }

        if (IsShapedLikeBody(line) && line.Doubt < FurnitureRuns.Doubtful && !BoilerplateLines.IsHeadline(line.Text) && line.Text[^1] is not ('?' or '!' or '？' or '！'))
        {
            return LineRole.Body;
        }

        var isCutBody = line.Words >= LongWords && line.Doubt < FurnitureRuns.Doubtful && line.Share >= FurnitureRuns.TiedShare;
        return isCutBody ? LineRole.Body : LineRole.Short;
    }

    private static bool IsShapedLikeBody(PageLine line) => line.EndsLikeSentence && (line.Words >= BodyWords || line.Text.Length >= BodyLength || (line.Words >= UnspacedBodyWords && Words.IsPaired(line.Text[0])));

    /// <summary>Short lines that are printed twice are captions and blocks of the page; where most of the text stands twice, one copy of it is the article.</summary>
    private static void KeepFirstOfRepeats(List<PageLine> lines)
    {
        var repeated = lines.Where(line => line.Role == LineRole.Repeated && IsShapedLikeBody(line) && line.Doubt < Furniture).ToList();
        var isDoubled = repeated.Sum(line => line.Words) / 2 > lines.Where(line => line.Role == LineRole.Body).Sum(line => line.Words);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines.Where(line => line.Role == LineRole.Repeated))
        {
            var isBody = (isDoubled || line.Words >= RepeatedWords) && repeated.Contains(line) && kept.Add(line.Key);
            line.Role = isBody ? LineRole.Body : LineRole.Boilerplate;
        }
    }

    /// <summary>A short sentence between two body paragraphs is body, unless it speaks of the page; so is one at their edge.</summary>
    private static void Soften(List<PageLine> lines)
    {
        var first = lines.FindIndex(line => line.Role == LineRole.Body);
        var last = lines.FindLastIndex(line => line.Role == LineRole.Body);
        for (var at = 0; first >= 0 && at < lines.Count; at++)
        {
            var line = lines[at];
            var surrounded = at > first && at < last;
            if (line.Role != LineRole.Short || line.Doubt >= (surrounded ? InnerDoubt : FurnitureRuns.Doubtful))
            {
                continue;
            }

            var isSentence = line.EndsLikeSentence && !BoilerplateLines.IsHeadline(line.Text);
            var inside = surrounded && (isSentence || line.Text[^1] is ':' or '：');
            var tied = isSentence && line.Words >= 4 && line.Share >= FurnitureRuns.TiedShare;
            var ahead = at < first && tied;
            var behind = at > last && (tied || (at == last + 1 && isSentence && line.Words >= 3 && line.Text[^1] is not ('!' or '?')));
            if (inside || ahead || behind)
            {
                line.Role = LineRole.Body;
                last = Math.Max(last, at);
            }
        }
    }

    /// <summary>Where no line is shaped like body, the best that is left: a text that holds a sentence is never empty.</summary>
    private static IEnumerable<PageLine> Body(List<PageLine> lines)
    {
        var body = lines.Where(line => line.Role == LineRole.Body).ToList();
        if (body.Count > 0)
        {
            return body;
        }

        var sentences = lines.Where(line => line.Role == LineRole.Short && line.EndsLikeSentence).ToList();
        var sure = sentences.Where(line => line.Points < FurnitureLexicon.StrongWeight / 2).ToList();
        if (sure.Count > 0)
        {
            return sure;
        }

        var left = sentences.Count > 0 ? sentences : [.. lines.Where(line => line.Key.Length > 0)];
        return left.OrderBy(line => line.Role == LineRole.Boilerplate).ThenBy(line => line.Doubt >= FurnitureRuns.Doubtful).ThenByDescending(line => line.Words).Take(1);
    }

    private static CleanArticle TakeField(PageLine line, string? language, CleanArticle article) => article with
    {
        Published = article.Published ?? VisibleDate.TryRead(line.Text, language),
        Source = article.Source ?? BoilerplateLines.Source(line.Text),
        Author = article.Author ?? BoilerplateLines.Author(line.Text),
    };
}
