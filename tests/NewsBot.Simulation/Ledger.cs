using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Simulation;

/// <summary>What people saw, in order, and a hash over all of it.</summary>
internal sealed class Ledger(Func<DateTimeOffset> now, Func<long, string> keyOf)
{
    private readonly Dictionary<PlaceId, HashSet<string>> _seen = [];
    private readonly Dictionary<PlaceId, long> _latest = [];
    private readonly HashSet<(PlaceId, DeliveryId)> _messages = [];
    private readonly Dictionary<(PlaceId, string), ShownMessage> _shown = [];

    public ulong Hash { get; private set; } = 14695981039346656037;

    /// <summary>Messages that told again what was told before.</summary>
    public int Duplicates { get; private set; }

    /// <summary>The same on the platform that drops repeats.</summary>
    public int DuplicatesDespiteKey { get; private set; }

    /// <summary>Articles told after a later one.</summary>
    public int OutOfOrder { get; private set; }

    /// <summary>Messages that were changed into something about another article.</summary>
    public int Overwritten { get; private set; }

    public IReadOnlySet<(PlaceId Place, DeliveryId Message)> Messages => _messages;

    /// <summary>Keys of the articles that were told in messages, lines of roll-ups and digests.</summary>
    public IReadOnlySet<string> SeenIn(PlaceId place) => _seen.GetValueOrDefault(place) ?? [];

    /// <summary>The messages of single articles as they look now, by the id the platform gave them.</summary>
    public ShownMessage? Shown(PlaceId place, string message) => _shown.GetValueOrDefault((place, message));

    public void Arrive(PlaceId place, DeliveryId message, Post post, IReadOnlyList<long> articles, bool dropsRepeats)
    {
        if (!_messages.Add((place, message)) && dropsRepeats)
        {
            return;
        }

        Mix(place, articles);
        var seen = SeenOf(place);
        var fresh = articles.Where(article => !seen.Contains(keyOf(article))).ToList();
        var isHeadlines = place.Value.EndsWith("headlines", StringComparison.Ordinal);
        if (fresh.Count < articles.Count && !isHeadlines)
        {
            Duplicates += dropsRepeats ? 0 : 1;
            DuplicatesDespiteKey += dropsRepeats ? 1 : 0;
        }

        OutOfOrder += !isHeadlines && fresh.Count > 0 && fresh.Min() < _latest.GetValueOrDefault(place) ? 1 : 0;
        if (articles.Count > 0)
        {
            _latest[place] = Math.Max(_latest.GetValueOrDefault(place), articles.Max());
        }

        seen.UnionWith(articles.Select(keyOf));
        _shown[(place, message.ToString())] = new ShownMessage(articles, post is Post.Alert alert ? alert.Article.Title : null, post is Post.Alert told ? told.AlsoFrom : []);
    }

    /// <summary>A message that was sent before takes this form.</summary>
    public void Change(PlaceId place, string message, Post.Alert post)
    {
        Mix(place, [post.Article.Id.Value, post.Article.Title.Length, post.AlsoFrom.Count]);
        var before = _shown[(place, message)];
        Overwritten += before.Articles is [var only] && only == post.Article.Id.Value ? 0 : 1;
        _shown[(place, message)] = before with { Title = post.Article.Title, AlsoFrom = post.AlsoFrom };
    }

    private HashSet<string> SeenOf(PlaceId place)
    {
        if (!_seen.TryGetValue(place, out var seen))
        {
            _seen[place] = seen = new HashSet<string>(StringComparer.Ordinal);
        }

        return seen;
    }

    private void Mix(PlaceId place, IReadOnlyList<long> values)
    {
        Mix((ulong)now().UtcTicks);
        foreach (var letter in place.Value)
        {
            Mix(letter);
        }

        foreach (var value in values)
        {
            Mix((ulong)value);
        }
    }

    private void Mix(ulong value) => Hash = (Hash ^ value) * 1099511628211;
}

/// <summary>A message as people see it.</summary>
/// <param name="Title">Null for roll-ups and digests.</param>
/// <param name="AlsoFrom">Papers that joined.</param>
internal sealed record ShownMessage(IReadOnlyList<long> Articles, string? Title, IReadOnlyList<string> AlsoFrom);
