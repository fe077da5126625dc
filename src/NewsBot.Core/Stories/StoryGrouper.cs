using NewsBot.Core.Feeds;
using NewsBot.Core.Text;
using NewsBot.Core.Text.Languages;

namespace NewsBot.Core.Stories;

/// <summary>
/// Groups articles about one event, online: what was decided never depends on later articles. Articles of one feed never share a story. Not thread-safe: the ingest lane is its only caller.
/// </summary>
public sealed class StoryGrouper
{
    /// <summary>Similarity of title and lead from which two reports tell of one event.</summary>
    private const double Same = 0.30;

    /// <summary>Share of equal terms from which a text is a copy.</summary>
    private const double Copy = 0.75;

    private const int MostMembers = 5_000;
    private static readonly TimeSpan Window = TimeSpan.FromHours(48);

    private readonly LinkedList<Member> _members = new();
    private readonly Dictionary<string, List<Member>> _byTerm = new(StringComparer.Ordinal);
    private readonly Dictionary<StoryId, HashSet<FeedId>> _feeds = [];

    public StoryDecision Assign(StoryCandidate candidate)
    {
        Forget(candidate.Published);
        var terms = Terms(candidate);
        var (nearest, similarity) = Nearest(candidate, terms);
        var joins = nearest is not null && similarity >= Same;
        var story = joins ? nearest!.Story : new StoryId(candidate.Id.Value);
        Add(new Member(candidate, story, terms));
        return new(story, joins && similarity >= Copy ? nearest!.Candidate.Id : null);
    }

    /// <summary>Takes an article of an earlier run back into the window. Oldest first.</summary>
    public void Restore(StoryCandidate candidate, StoryId story) => Add(new Member(candidate, story, Terms(candidate)));

    private (Member? Member, double Similarity) Nearest(StoryCandidate candidate, Dictionary<string, double> terms)
    {
        var touched = new Dictionary<Member, double>();
        foreach (var (term, weight) in terms)
        {
            if (!_byTerm.TryGetValue(term, out var members))
            {
                continue;
            }

            var rarity = Rarity(members.Count);
            foreach (var member in members)
            {
                touched[member] = touched.GetValueOrDefault(member) + (weight * member.Terms[term] * rarity * rarity);
            }
        }

        var length = Length(terms);
        var ranked = touched
            .Where(pair => !_feeds[pair.Key.Story].Contains(candidate.Feed) && !OtherNumbers(candidate.Title, pair.Key.Candidate.Title))
            .Select(pair => (Member: (Member?)pair.Key, Similarity: pair.Value / (length * Length(pair.Key.Terms) + 1e-9)));
        return ranked.OrderByDescending(pair => pair.Similarity).FirstOrDefault();
    }

    /// <summary>Titles that both carry numbers but none in common tell of two events of one kind: results, quakes, "day 12".</summary>
    private static bool OtherNumbers(string title, string other)
    {
        var first = Numbers(title);
        var second = Numbers(other);
        return first.Count > 0 && second.Count > 0 && !first.Overlaps(second);
    }

    private static HashSet<string> Numbers(string title) => [.. Words.Folded(title).Where(word => char.IsDigit(word[0]))];

    private double Length(Dictionary<string, double> terms) =>
        Math.Sqrt(terms.Sum(pair => Math.Pow(pair.Value * Rarity(_byTerm.TryGetValue(pair.Key, out var members) ? members.Count : 0), 2)));

    private double Rarity(int members) => Math.Log(1 + ((_members.Count + 50) / (members + 0.5)));

    private static Dictionary<string, double> Terms(StoryCandidate candidate)
    {
        var counts = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var word in ContentWords(candidate.Title, candidate.Language))
        {
            counts[word] = counts.GetValueOrDefault(word) + 2;
        }

        foreach (var word in ContentWords(candidate.Text, candidate.Language))
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        return counts.OrderByDescending(pair => pair.Value).Take(60).ToDictionary(pair => pair.Key, pair => 1 + Math.Log(pair.Value), StringComparer.Ordinal);
    }

    private static IEnumerable<string> ContentWords(string text, string? language) =>
        Words.Folded(text).Where(word => word.Length > 1 && !StopWords.Contains(word, language));

    private void Add(Member member)
    {
        _members.AddLast(member);
        foreach (var term in member.Terms.Keys)
        {
            if (!_byTerm.TryGetValue(term, out var members))
            {
                _byTerm[term] = members = [];
            }

            members.Add(member);
        }

        if (!_feeds.TryGetValue(member.Story, out var feeds))
        {
            _feeds[member.Story] = feeds = [];
        }

        feeds.Add(member.Candidate.Feed);
    }

    private void Forget(DateTimeOffset now)
    {
        while (_members.First is { Value: var oldest } && (_members.Count >= MostMembers || oldest.Candidate.Published < now - Window))
        {
            _members.RemoveFirst();
            foreach (var term in oldest.Terms.Keys)
            {
                _byTerm[term].Remove(oldest);
                if (_byTerm[term].Count == 0)
                {
                    _byTerm.Remove(term);
                }
            }

            if (_members.All(member => member.Story != oldest.Story))
            {
                _feeds.Remove(oldest.Story);
            }
        }
    }

    private sealed record Member(StoryCandidate Candidate, StoryId Story, Dictionary<string, double> Terms)
    {
        public bool Equals(Member? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => Candidate.Id.GetHashCode();
    }
}
