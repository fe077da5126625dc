using NewsBot.Core.Text;
using NewsBot.Core.Text.Languages;

namespace NewsBot.Core.Articles;

/// <summary>
/// Takes boilerplate out of an article by the shape of its lines first and by words second: lists of words do not carry over to pages nobody has seen, shape does. Pure. A text that holds a sentence never becomes empty.
/// </summary>
public static class ArticleCleaner
{
    private const int BodyWords = 12;
    private const int RepeatedWords = 40;

    /// <summary>Paragraphs of the body in order; title, date, byline, captions, repeated, share, cookie and source lines are gone, the last taken into fields.</summary>
    public static CleanArticle Clean(IReadOnlyList<string> blocks, CleanHints hints)
    {
        var lines = Lines(blocks, hints);
        var fields = new CleanArticle { Title = hints.Title, Language = hints.Language, Paragraphs = [] };
        foreach (var line in lines)
        {
            fields = TakeField(line, fields);
        }

        var body = lines.Where(line => line.Role == LineRole.Body).ToList();
        if (body.Count == 0)
        {
            body = [.. lines.Where(line => line.Role == LineRole.Short && line.EndsLikeSentence)];
        }

        if (body.Count == 0)
        {
            body = [.. lines.Where(line => line.Role is LineRole.Short or LineRole.Repeated).OrderByDescending(line => line.Words).Take(1)];
        }

        return fields with { Paragraphs = [.. body.Select(line => line.Text)] };
    }

    /// <summary>Letters and digits in lower case: two lines that print the same are equal.</summary>
    public static string Normalize(string line) => string.Concat(TextFolding.Fold(line).Where(char.IsLetterOrDigit));

    private static List<Line> Lines(IReadOnlyList<string> blocks, CleanHints hints)
    {
        var lines = blocks
            .Select(block => string.Join(' ', block.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .Where(text => text.Length > 0)
            .Select(text => new Line(text, Normalize(text)))
            .ToList();
        var title = hints.Title is { } known ? Normalize(known) : "";
        var printed = lines.GroupBy(line => line.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        foreach (var line in lines)
        {
            line.Role = RoleOf(line, title, printed[line.Key], hints);
        }

        KeepFirstOfLongRepeats(lines);
        Soften(lines, hints.Language);
        return lines;
    }

    private static LineRole RoleOf(Line line, string title, int printed, CleanHints hints)
    {
        if (line.Key.Length == 0 || (title.Length > 0 && line.Key == title))
        {
            return LineRole.Boilerplate;
        }

        if (hints.LearnedBoilerplate?.Contains(line.Key) == true)
        {
            return LineRole.Boilerplate;
        }

        if (printed > 1)
        {
            return line.Words < RepeatedWords ? LineRole.Boilerplate : LineRole.Repeated;
        }

        if (BoilerplateLines.IsField(line.Text) || BoilerplateLines.IsFurniture(line.Text, line.Words))
        {
            return LineRole.Boilerplate;
        }

        return line.Words >= BodyWords && line.EndsLikeSentence ? LineRole.Body : LineRole.Short;
    }

    private static void KeepFirstOfLongRepeats(List<Line> lines)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines.Where(line => line.Role == LineRole.Repeated))
        {
            line.Role = kept.Add(line.Key) ? LineRole.Body : LineRole.Boilerplate;
        }
    }

    /// <summary>A short sentence between two body paragraphs is body; so is one beside a body paragraph with which it shares words.</summary>
    private static void Soften(List<Line> lines, string? language)
    {
        var first = lines.FindIndex(line => line.Role == LineRole.Body);
        var last = lines.FindLastIndex(line => line.Role == LineRole.Body);
        if (first < 0)
        {
            return;
        }

        var content = lines.Where(line => line.Role == LineRole.Body).SelectMany(line => ContentWords(line.Text, language)).ToHashSet(StringComparer.Ordinal);
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            if (line.Role != LineRole.Short)
            {
                continue;
            }

            var inside = at > first && at < last && (line.EndsLikeSentence || line.Text[^1] == ':');
            var beside = (at == first - 1 || at == last + 1) && line.EndsLikeSentence && line.Words >= 4 && ContentWords(line.Text, language).Any(content.Contains);
            if (inside || beside)
            {
                line.Role = LineRole.Body;
                last = Math.Max(last, at);
            }
        }
    }

    private static IEnumerable<string> ContentWords(string text, string? language) =>
        Words.Folded(text).Where(word => word.Length > 3 && !StopWords.Contains(word, language));

    private static CleanArticle TakeField(Line line, CleanArticle article)
    {
        if (line.Role != LineRole.Boilerplate)
        {
            return article;
        }

        return article with
        {
            Published = article.Published ?? VisibleDate.TryRead(line.Text),
            Source = article.Source ?? BoilerplateLines.Source(line.Text),
            Author = article.Author ?? BoilerplateLines.Author(line.Text),
        };
    }

    private enum LineRole
    {
        Boilerplate,
        Repeated,
        Short,
        Body,
    }

    private sealed class Line(string text, string key)
    {
        public string Text { get; } = text;

        public string Key { get; } = key;

        public int Words { get; } = Core.Text.Words.Count(text);

        public bool EndsLikeSentence { get; } = BoilerplateLines.EndsLikeSentence(text);

        public LineRole Role { get; set; }
    }
}
