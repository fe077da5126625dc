using NewsBot.Core.Articles;

namespace NewsBot.Core.Tests.Articles;

/// <summary>Pages in twelve languages with lines of furniture that read like sentences, and sentences of articles that read like furniture; see Data/furniture.txt.</summary>
public sealed class FurniturePagesTests
{
    private static readonly List<FurniturePage> Pages = FurniturePage.ReadAll(Path.Combine(AppContext.BaseDirectory, "Articles", "Data", "furniture.txt"));

    [Fact]
    public void Of_furniture_around_and_amid_an_article_at_most_one_line_in_fifty_stays()
    {
        var left = new List<string>();
        var shown = 0;
        foreach (var page in Pages)
        {
            for (var at = 0; at < page.Furniture.Count; at++)
            {
                var furniture = Enumerable.Range(at, 6).Select(next => page.Furniture[next % page.Furniture.Count]).ToList();
                var clean = page.Clean([.. furniture[..2], .. page.Body[..3], furniture[2], .. page.Body[3..], .. furniture[3..]]);
                shown += furniture.Count;
                left.AddRange(furniture.Where(clean.Contains).Select(line => page.Language + " " + line));
                Assert.Equal(page.Body, clean.Where(page.Body.Contains));
            }
        }

        Assert.True(left.Count * 50 <= shown, $"{left.Count} of {shown}: {string.Join('\n', left.Distinct(StringComparer.Ordinal))}");
    }

    [Fact]
    public void Of_sentences_that_resemble_furniture_an_article_without_it_loses_at_most_one_in_thirty()
    {
        var lost = Pages.SelectMany(page => page.Sentences.Where(sentence => !page.Clean([.. page.Body[..3], sentence, .. page.Body[3..]]).Contains(sentence)).Select(sentence => page.Language + " " + sentence)).ToList();

        Assert.True(lost.Count * 30 <= Pages.Sum(page => page.Sentences.Count), string.Join('\n', lost));
    }

    [Fact]
    public void Speech_is_no_furniture_even_on_a_page_full_of_it()
    {
        foreach (var page in Pages)
        {
            var speech = page.Sentences.Where(SpokenText.IsIn).ToList();
            var clean = page.Clean([.. page.Furniture[..3], .. page.Body[..3], .. speech, .. page.Body[3..], .. page.Furniture[3..]]);

            Assert.Equal(speech, clean.Where(speech.Contains));
        }
    }

    /// <summary>One article with what is set among its paragraphs.</summary>
    private sealed record FurniturePage(string Language, string Title)
    {
        public List<string> Body { get; } = [];

        public List<string> Furniture { get; } = [];

        public List<string> Sentences { get; } = [];

        public IReadOnlyList<string> Clean(List<string> lines) => ArticleCleaner.Clean(lines, new CleanHints { Title = Title, Language = Language }).Paragraphs;

        public static List<FurniturePage> ReadAll(string path)
        {
            var pages = new List<FurniturePage>();
            var language = "";
            foreach (var line in File.ReadLines(path))
            {
                var text = line[2..];
                switch (line[0])
                {
                    case '#':
                        language = text;
                        break;
                    case '=':
                        pages.Add(new FurniturePage(language, text));
                        break;
                    case '|':
                        pages[^1].Body.Add(text);
                        break;
                    case '-':
                        pages[^1].Furniture.Add(text);
                        break;
                    case '+':
                        pages[^1].Sentences.Add(text);
                        break;
                    default:
                        throw new InvalidDataException(line);
                }
            }

            return pages;
        }
    }
}
