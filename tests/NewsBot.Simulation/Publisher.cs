using System.Globalization;
using NewsBot.Core.Articles;

namespace NewsBot.Simulation;

/// <summary>What two made-up papers publish on one day: ten items, of which some are copied by the other paper and some are corrected.</summary>
internal sealed class Publisher
{
    private const int Items = 10;
    private static readonly string[] Matters = ["Bridge closed", "Harbour crane bought", "Tram strike ends", "School roof burns", "Orchard prize given", "Library flooded", "Council vote fails", "Ferry runs aground", "Museum reopens", "Quarry sold"];
    private static readonly string[] Towns = ["Larkfield", "Aldra", "Brookmere", "Castleden", "Dunwater", "Eastholm", "Fernhill", "Greyford", "Hollowby", "Inchmoor"];

    private readonly List<Item> _items = [];

    public Publisher(DateTimeOffset start, TimeSpan day, Random random)
    {
        for (var number = 0; number < Items; number++)
        {
            var at = start + (day * random.NextDouble());
            var corrected = number % 3 == 1 ? at.AddHours(0.3 + (8 * random.NextDouble())) : (DateTimeOffset?)null;
            _items.Add(new Item(0, number, at, corrected));
            if (number % 3 == 0)
            {
                _items.Add(new Item(1, number, at.AddHours(0.5 + (5 * random.NextDouble())), null));
            }
        }
    }

    public static IReadOnlyList<string> Papers { get; } = ["Morning of Larkfield", "Evening of Aldra"];

    /// <summary>Keys of all items that are nobody's copy.</summary>
    public IReadOnlyList<string> Originals => [.. _items.Where(item => item.Paper == 0).Select(item => item.Key)];

    /// <summary>Keys of the copies, each with the key of what it copies.</summary>
    public IReadOnlyDictionary<string, string> Copies => _items.Where(item => item.Paper == 1).ToDictionary(item => item.Key, item => KeyOf(0, item.Number), StringComparer.Ordinal);

    /// <summary>Keys of the items that were corrected, with the title they have since.</summary>
    public IReadOnlyDictionary<string, string> Corrected => _items.Where(item => item.Corrected is not null).ToDictionary(item => item.Key, item => TitleOf(item.Number) + Correction, StringComparer.Ordinal);

    private const string Correction = ", mayor says";

    /// <summary>When the first item came out.</summary>
    public DateTimeOffset First => _items.Min(item => item.At);

    /// <summary>The paper's feed as it is now, newest first.</summary>
    public IReadOnlyList<ArticleDraft> Read(int paper, DateTimeOffset now) =>
        [.. _items.Where(item => item.Paper == paper && item.At <= now).OrderByDescending(item => item.At).Select(item => DraftOf(item, item.Corrected <= now))];

    /// <summary>Grows with each item that comes out and each correction; 0 while the feed is empty.</summary>
    public int Version(int paper, DateTimeOffset now) => _items.Count(item => item.Paper == paper && item.At <= now) + _items.Count(item => item.Paper == paper && item.Corrected <= now);

    private static ArticleDraft DraftOf(Item item, bool isCorrected)
    {
        var (matter, town) = (Matters[item.Number], Towns[item.Number]);
        var title = TitleOf(item.Number) + (isCorrected ? Correction : "");
        return new ArticleDraft
        {
            Key = item.Key,
            Title = title,
            Source = Papers[item.Paper],
            Language = "en",
            Published = item.At,
            Paragraphs = [$"{matter}: this is what is known from {town} so far. The mayor of {town} heard of it in the morning and called the council of {town} together at noon.", $"Nobody in {town} had expected it, said the keeper of the {town} inn, who has seen much in her {30 + item.Number} years there."],
            Summary = [$"{title}."],
            ContentHash = title,
        };
    }

    private static string TitleOf(int number) => $"{Matters[number]} in {Towns[number]}";

    private static string KeyOf(int paper, int number) => string.Create(CultureInfo.InvariantCulture, $"{(paper == 0 ? "item" : "copy")}-{number}");

    private sealed record Item(int Paper, int Number, DateTimeOffset At, DateTimeOffset? Corrected)
    {
        public string Key { get; } = KeyOf(Paper, Number);
    }
}
