using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Stories;

namespace NewsBot.Benchmarks;

/// <summary>
/// Articles of invented words: a vocabulary of 200,000 whose frequencies fall with rank as in natural text (Zipf), about 1.9 KB each. An article is made from its number alone, so that a million need no memory.
/// </summary>
internal sealed class SyntheticNews
{
    public const int Feeds = 100;
    private const int Vocabulary = 200_000;
    private const int Words = 300;
    private const int TitleWords = 9;
    private const double Exponent = 1.05;
    private static readonly string[] Syllables = ["ba", "de", "fi", "go", "lu", "mar", "ne", "or", "pi", "ra", "sel", "tu", "va", "wen", "zo", "kle", "bri", "sta", "the", "ous"];

    private readonly string[] _words = [.. Enumerable.Range(0, Vocabulary).Select(WordOf)];
    private readonly double[] _cumulative = Cumulative();

    public static DateTimeOffset Now { get; } = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    /// <summary>By rank, the commonest first.</summary>
    public string Word(int rank) => _words[rank];

    public Article Article(long id, long count)
    {
        var random = new Random((int)id);
        return new Article
        {
            Id = new ArticleId(id),
            Feed = new FeedId((id % Feeds) + 1),
            Story = new StoryId(id),
            Key = "",
            Title = Sentence(random, TitleWords),
            Source = "Source " + (id % Feeds),
            Language = "en",
            Published = Now.AddHours(-90 * 24.0 * (count - id) / count),
            FirstSeen = Now,
            Paragraphs = [Sentence(random, Words - TitleWords)],
            Summary = [],
            ContentHash = "",
        };
    }

    /// <summary>Paragraphs of three sentences of twenty words.</summary>
    public string Text(int seed, int words)
    {
        var random = new Random(seed);
        return string.Join('\n', Enumerable.Range(0, words / 60).Select(_ => string.Join(' ', Enumerable.Range(0, 3).Select(_ => "The " + Sentence(random, 19) + "."))));
    }

    /// <summary>One to three words of one article: what a reader who remembers it would type.</summary>
    public string Query(Random random, long count)
    {
        var article = Article(random.NextInt64(1, count + 1), count);
        var words = article.Body.Split(' ');
        return string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => words[random.Next(words.Length)]));
    }

    private string Sentence(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Next(random)));

    private string Next(Random random)
    {
        var at = Array.BinarySearch(_cumulative, random.NextDouble() * _cumulative[^1]);
        return _words[Math.Min(at < 0 ? ~at : at, Vocabulary - 1)];
    }

    private static double[] Cumulative()
    {
        var cumulative = new double[Vocabulary];
        for (var rank = 0; rank < Vocabulary; rank++)
        {
            cumulative[rank] = (rank > 0 ? cumulative[rank - 1] : 0) + Math.Pow(rank + 1, -Exponent);
        }

        return cumulative;
    }

    private static string WordOf(int rank)
    {
        var word = "";
        for (var rest = rank + Syllables.Length; rest > 0; rest /= Syllables.Length)
        {
            word += Syllables[rest % Syllables.Length];
        }

        return word;
    }
}
