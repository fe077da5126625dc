using System.Runtime.InteropServices;
using NewsBot.Core.Text;

namespace NewsBot.Core.Stories;

/// <summary>
/// The terms of the articles inside the window, and who has them. Members leave in the order they came. A search costs no more however common the words are: rare terms are followed first, up to a bound.
/// </summary>
internal sealed class TermIndex
{
    /// <summary>Entries a search may touch.</summary>
    private const int MostTouched = 5_000;

    private readonly Dictionary<string, IndexedTerm> _terms = new(StringComparer.Ordinal);
    private readonly List<StoryMember> _touched = [];
    private int _members;
    private long _search;

    /// <summary>Changes when a member comes or goes: rarities and lengths of an older version are out of date.</summary>
    private long _version = 1;
    private long _lastTerm;

    /// <summary>Gives a member its vectors. It is found only after <see cref="Add"/>, which must follow.</summary>
    public void Describe(StoryMember member, ArticleTerms terms)
    {
        member.Terms = Vector(terms.All);
        member.TitleTerms = ReferenceEquals(terms.All, terms.Title) ? member.Terms : Vector(terms.Title);
    }

    public void Add(StoryMember member)
    {
        foreach (var entry in member.Terms.Entries)
        {
            entry.Term.Members.Enqueue(member);
        }

        _members++;
        _version++;
        member.Terms.Norm = Norm(member.Terms);
    }

    /// <summary>Takes out the member that has been in longest.</summary>
    public void RemoveOldest(StoryMember member)
    {
        foreach (var entry in member.Terms.Entries)
        {
            entry.Term.Members.Dequeue();
        }

        ForgetUnused(member.Terms);
        ForgetUnused(member.TitleTerms);
        _members--;
        _version++;
    }

    /// <summary>The members most alike, best first.</summary>
    public IReadOnlyList<StoryMember> Nearest(StoryMember member, int count)
    {
        _touched.Clear();
        _search++;
        var left = MostTouched;
        foreach (var entry in member.Terms.Entries.OrderBy(entry => entry.Term.Members.Count))
        {
            left -= entry.Term.Members.Count;
            if (left < 0)
            {
                break;
            }

            Follow(entry);
        }

        return Best(count);
    }

    /// <summary>Cosine of what both have: of titles and leads, or of titles alone when one has no text.</summary>
    public double Similarity(StoryMember one, StoryMember other) =>
        one.HasText && other.HasText ? Cosine(one.Terms, other.Terms) : Cosine(one.TitleTerms, other.TitleTerms);

    /// <summary>Terms that both titles have, but for days and months. Pairs of characters overlap, so that a word of two or three of them counts as one.</summary>
    public static double SharedWords(StoryMember one, StoryMember other)
    {
        var shared = 0.0;
        foreach (var entry in one.TitleTerms.Entries)
        {
            if (!entry.Term.IsCalendar && Array.Exists(other.TitleTerms.Entries, next => ReferenceEquals(next.Term, entry.Term)))
            {
                shared += Words.IsPaired(entry.Term.Text[0]) ? 0.5 : 1;
            }
        }

        return shared;
    }

    private void ForgetUnused(TermVector vector)
    {
        foreach (var (term, _) in vector.Entries)
        {
            if (term.Members.Count == 0)
            {
                _terms.Remove(term.Text);
            }
        }
    }

    private void Follow(TermEntry entry)
    {
        var rarity = Rarity(entry.Term);
        var weight = entry.Weight * rarity * rarity;
        foreach (var found in entry.Term.Members)
        {
            if (found.Search != _search)
            {
                found.Search = _search;
                found.Score = 0;
                _touched.Add(found);
            }

            found.Score += weight / found.Terms.Norm;
        }
    }

    private List<StoryMember> Best(int count)
    {
        var best = new PriorityQueue<StoryMember, (float Score, long Id)>(count + 1);
        foreach (var found in CollectionsMarshal.AsSpan(_touched))
        {
            if (best.Count < count)
            {
                best.Enqueue(found, (found.Score, -found.Id.Value));
            }
            else if (best.TryPeek(out _, out var least) && found.Score > least.Score)
            {
                best.DequeueEnqueue(found, (found.Score, -found.Id.Value));
            }
        }

        var ranked = new List<StoryMember>(best.Count);
        while (best.TryDequeue(out var found, out _))
        {
            ranked.Add(found);
        }

        ranked.Reverse();
        return ranked;
    }

    private double Cosine(TermVector one, TermVector other)
    {
        var (product, at, to) = (0f, 0, 0);
        while (at < one.Entries.Length && to < other.Entries.Length)
        {
            var order = one.Entries[at].Term.Number.CompareTo(other.Entries[to].Term.Number);
            if (order == 0)
            {
                var rarity = Rarity(one.Entries[at].Term);
                product += one.Entries[at].Weight * other.Entries[to].Weight * rarity * rarity;
            }

            at += order <= 0 ? 1 : 0;
            to += order >= 0 ? 1 : 0;
        }

        return product == 0 ? 0 : product / (Norm(one) * Norm(other));
    }

    private float Norm(TermVector vector)
    {
        if (vector.Version == _version)
        {
            return vector.CurrentNorm;
        }

        var sum = 0f;
        foreach (var (term, weight) in vector.Entries)
        {
            var part = weight * Rarity(term);
            sum += part * part;
        }

        vector.Version = _version;
        return vector.CurrentNorm = MathF.Sqrt(sum) + 1e-6f;
    }

    private float Rarity(IndexedTerm term)
    {
        if (term.Version != _version)
        {
            term.Version = _version;
            term.Rarity = MathF.Log(1 + ((_members + 50) / (term.Members.Count + 0.5f)));
        }

        return term.Rarity;
    }

    private TermVector Vector(IReadOnlyList<KeyValuePair<string, float>> terms)
    {
        var entries = new TermEntry[terms.Count];
        for (var at = 0; at < entries.Length; at++)
        {
            var (text, weight) = terms[at];
            entries[at] = new TermEntry(_terms.TryGetValue(text, out var known) ? known : _terms[text] = new IndexedTerm(text, ++_lastTerm), weight);
        }

        Array.Sort(entries, static (one, other) => one.Term.Number.CompareTo(other.Term.Number));
        return new TermVector(entries);
    }
}
