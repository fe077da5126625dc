using NewsBot.Core.Text;

namespace NewsBot.Core.Articles;

/// <summary>Reads an article as it was scraped to plain text: a paragraph a line, the title among the first lines, boilerplate anywhere.</summary>
public static class StoredArticleReader
{
    private const int TitleAmong = 8;
    private const int TitleWords = 30;
    private const int TitleLength = 300;

    /// <param name="fileName">Names the article where the text gives no title.</param>
    public static CleanArticle Read(string text, string? fileName)
    {
        var article = Clean(text, new CleanHints());
        return article.Title is null ? article with { Title = NameOf(fileName, article) } : article;
    }

    /// <summary>Where the hints give no title, the title is looked for in the text; null when none can be told.</summary>
    public static CleanArticle Clean(string text, CleanHints hints)
    {
        var lines = text.ReplaceLineEndings("\n").TrimStart('\ufeff').Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        return ArticleCleaner.Clean(lines, hints with { Title = hints.Title ?? Title(lines, hints.Language) });
    }

    /// <summary>The first short line without a full stop that is neither date nor caption nor furniture and comes before the body.</summary>
    private static string? Title(List<string> lines, string? language)
    {
        for (var at = 0; at < Math.Min(TitleAmong, lines.Count); at++)
        {
            var line = lines[at];
            var words = Words.Count(line);
            if (words > TitleWords || line.Length > TitleLength)
            {
                return null;
            }

            var ends = BoilerplateLines.EndsLikeSentence(line) && line[^1] is not ('?' or '!');
            if (words >= 2 && !ends && line[^1] is not (':' or '：') && IsOnce(line, lines) && !IsField(line, language) && new PageLine(line).IsFreeOfFurniture())
            {
                return line;
            }
        }

        return null;
    }

    private static bool IsOnce(string line, List<string> lines)
    {
        var key = ArticleCleaner.Normalize(line);
        return lines.Take(TitleAmong * 4).Count(other => ArticleCleaner.Normalize(other) == key) == 1;
    }

    private static bool IsField(string line, string? language) => BoilerplateLines.IsField(line, language) || BoilerplateLines.HasCredit(line);

    private static string? NameOf(string? fileName, CleanArticle article)
    {
        if (article.Paragraphs.Count > 0 && SentenceSplitter.Split(article.Paragraphs[0], null) is [var first, ..])
        {
            return TextCut.At(first, 120);
        }

        return fileName is null ? null : Path.GetFileNameWithoutExtension(fileName);
    }
}
