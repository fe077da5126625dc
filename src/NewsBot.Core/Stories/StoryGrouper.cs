using System.Collections.Concurrent;
using NewsBot.Core.Articles;

namespace NewsBot.Core.Stories;

/// <summary>
/// Groups articles about one event, online: what was decided never depends on later articles. Articles of one feed never share a story. Not thread-safe but for splits: the ingest lane is its only other caller.
/// </summary>
public sealed class StoryGrouper(int mostMembers = StoryGrouper.DefaultMembers)
{
    /// <summary>Articles that are kept for comparison; about 6 KB each.</summary>
    public const int DefaultMembers = 20_000;

    /// <summary>Members that are compared exactly.</summary>
    private const int MostCandidates = 16;

    /// <summary>Members of a story that an article is compared with for the average.</summary>
    private const int MostCompared = 12;

    private static readonly TimeSpan Window = TimeSpan.FromHours(48);

    private readonly Queue<StoryMember> _members = new();
    private readonly TermIndex _index = new();
    private readonly Dictionary<StoryId, StoryMembers> _stories = [];
    private readonly Dictionary<string, StoryMember> _byUrl = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<ArticleId> _splits = new();

    /// <summary>Decides on one article and keeps it for those to come.</summary>
    public StoryDecision Assign(StoryCandidate candidate)
    {
        Forget(candidate.Published);
        TakeApart();
        var member = Prepare(candidate);
        var match = SameAddress(member) ?? Closest(member);
        var joins = match is { Joins: true, Member.IsCore: true };
        member.Original = match is { IsCopy: true } ? match.Member.Original : member.Id;
        member.IsCore = joins || match is null;
        Add(member, match?.Member.Story.Id ?? new StoryId(candidate.Id.Value));
        return new(member.Story.Id, match is { IsCopy: true } ? member.Original : null) { Joins = joins };
    }

    /// <summary>Takes an article out of its story and makes it the first of its own; a story's first article stays. Holds from the next decision on. Thread-safe.</summary>
    public void Split(ArticleId article) => _splits.Enqueue(article);

    /// <summary>Takes an article of an earlier run back into the window. Oldest first.</summary>
    public void Restore(StoryCandidate candidate, StoryId story)
    {
        Forget(candidate.Published);
        var member = Prepare(candidate);
        member.IsCore = story.Value == candidate.Id.Value || JoinsAgain(member, story);
        Add(member, story);
    }

    /// <summary>Whether it joined is not stored: it is judged anew against what the story had.</summary>
    private bool JoinsAgain(StoryMember member, StoryId story)
    {
        if (_stories.GetValueOrDefault(story) is not { } members || members.Members.MaxBy(known => _index.Similarity(member, known)) is not { IsCore: true } nearest)
        {
            return false;
        }

        return SameStory.Judge(member, nearest, new(_index.Similarity(member, nearest), Average(member, members), TermIndex.SharedWords(member, nearest))) is { Joins: true };
    }

    private StoryMember Prepare(StoryCandidate candidate)
    {
        var (print, terms) = ArticlePrint.Of(candidate);
        var member = new StoryMember(candidate, print);
        _index.Describe(member, terms);
        return member;
    }

    private StoryMatch? SameAddress(StoryMember member) =>
        member.UrlKey is { } key && _byUrl.TryGetValue(key, out var known) && IsOpen(member, known) ? new(known, IsCopy: true, Joins: true) : null;

    private StoryMatch? Closest(StoryMember member)
    {
        var ranked = _index.Nearest(member, MostCandidates)
            .Where(known => IsOpen(member, known))
            .Select(known => (Member: known, Similarity: _index.Similarity(member, known)))
            .OrderByDescending(pair => pair.Similarity);
        var closed = new HashSet<StoryId>();
        foreach (var (known, similarity) in ranked)
        {
            if (similarity < SameStory.LeastNearest)
            {
                return null;
            }

            if (closed.Contains(known.Story.Id))
            {
                continue;
            }

            if (TemplateGuard.Apart(member, known))
            {
                closed.Add(known.Story.Id);
            }
            else if (SameStory.Judge(member, known, new(similarity, Average(member, known.Story), TermIndex.SharedWords(member, known))) is { } match)
            {
                return match;
            }
        }

        return null;
    }

    /// <summary>Inside the window, and no article of the same feed is in the story yet.</summary>
    private static bool IsOpen(StoryMember member, StoryMember known) =>
        (member.Published - known.Published).Duration() <= Window && !known.Story.HasFeed(member.Feed);

    /// <summary>Mean similarity to the story's newest members: near to one of them alone is how chains begin.</summary>
    private double Average(StoryMember member, StoryMembers story)
    {
        var from = Math.Max(0, story.Members.Count - MostCompared);
        var sum = 0.0;
        for (var at = from; at < story.Members.Count; at++)
        {
            sum += _index.Similarity(member, story.Members[at]);
        }

        return sum / (story.Members.Count - from);
    }

    private void TakeApart()
    {
        while (_splits.TryDequeue(out var article))
        {
            if (_members.FirstOrDefault(member => member.Id == article) is { } member && member.Story.Id.Value != article.Value)
            {
                Leave(member);
                (member.Original, member.IsCore) = (member.Id, true);
                Enter(member, new StoryId(article.Value));
            }
        }
    }

    private void Add(StoryMember member, StoryId story)
    {
        Enter(member, story);
        _members.Enqueue(member);
        _index.Add(member);
        if (member.UrlKey is { } key)
        {
            _byUrl.TryAdd(key, member);
        }
    }

    private void Enter(StoryMember member, StoryId story)
    {
        if (!_stories.TryGetValue(story, out var members))
        {
            _stories[story] = members = new StoryMembers(story);
        }

        member.Story = members;
        members.Members.Add(member);
    }

    private void Leave(StoryMember member)
    {
        member.Story.Members.Remove(member);
        if (member.Story.Members.Count == 0)
        {
            _stories.Remove(member.Story.Id);
        }
    }

    private void Forget(DateTimeOffset now)
    {
        while (_members.TryPeek(out var oldest) && (_members.Count >= mostMembers || oldest.Published < now - Window))
        {
            _members.Dequeue();
            _index.RemoveOldest(oldest);
            Leave(oldest);
            if (oldest.UrlKey is { } key && _byUrl.TryGetValue(key, out var known) && ReferenceEquals(known, oldest))
            {
                _byUrl.Remove(key);
            }
        }
    }
}
