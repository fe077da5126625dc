using System.Runtime.InteropServices;
using NewsBot.Core.Text.Languages;

namespace NewsBot.Core.Stories;

/// <summary>What is compared of one article: its title, its words and its word pairs. Made once; its size is bounded whatever the article's is.</summary>
internal sealed class ArticlePrint
{
    /// <summary>Terms that describe an article; more of them dilute its topic.</summary>
    private const int MostTerms = 60;

    private const int TitleCharacters = 300;
    private const int TitleWeight = 2;

    private ArticlePrint(Title title, int[] words, int[] pairs)
    {
        Title = title;
        Words = words;
        Pairs = pairs;
    }

    public Title Title { get; }

    /// <summary>Sorted hashes of the stems of the lead's words.</summary>
    public int[] Words { get; }

    /// <summary>Sorted hashes of the lead's pairs of neighbouring words.</summary>
    public int[] Pairs { get; }

    public static (ArticlePrint Print, ArticleTerms Terms) Of(StoryCandidate candidate)
    {
        var title = Title.Read(Head(candidate.Title, TitleCharacters), candidate.Source);
        var counts = new Dictionary<string, float>(StringComparer.Ordinal);
        Count(counts, title.Tokens.Select(token => token.Folded), candidate.Language, TitleWeight);
        var titleTerms = Weighted(counts);
        var lead = Text.Words.Folded(Head(candidate.Text, StoryCandidate.LeadCharacters)).Where(word => word.Length > 0).ToList();
        if (lead.Count == 0)
        {
            return (new ArticlePrint(title, [], []), new ArticleTerms(titleTerms, titleTerms));
        }

        Count(counts, lead, candidate.Language, 1);
        return (new ArticlePrint(title, Hashes(lead), PairHashes(lead)), new ArticleTerms(titleTerms, Weighted(counts)));
    }

    /// <summary>True when the lead has the word.</summary>
    public bool Mentions(TitleToken word) => Array.BinarySearch(Words, Hash(word.Stem, 0)) >= 0;

    /// <summary>Share of the shorter lead's word pairs that the other has too, 0 to 1: a copy that was cut keeps it high.</summary>
    public double Containment(ArticlePrint other)
    {
        var (shared, at, to) = (0, 0, 0);
        while (at < Pairs.Length && to < other.Pairs.Length)
        {
            var order = Pairs[at].CompareTo(other.Pairs[to]);
            shared += order == 0 ? 1 : 0;
            at += order <= 0 ? 1 : 0;
            to += order >= 0 ? 1 : 0;
        }

        return shared / (double)Math.Max(1, Math.Min(Pairs.Length, other.Pairs.Length));
    }

    private static void Count(Dictionary<string, float> counts, IEnumerable<string> words, string? language, int weight)
    {
        var stopWords = StopWords.LookupOf(language);
        foreach (var word in words)
        {
            if (word.Length > 1 && !stopWords.Contains(word))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, WordStem.Of(word), out _) += weight;
            }
        }
    }

    private static List<KeyValuePair<string, float>> Weighted(Dictionary<string, float> counts)
    {
        var ranked = counts.ToList();
        if (ranked.Count > MostTerms)
        {
            ranked.Sort(static (one, other) => other.Value != one.Value ? other.Value.CompareTo(one.Value) : string.CompareOrdinal(one.Key, other.Key));
            ranked.RemoveRange(MostTerms, ranked.Count - MostTerms);
        }

        return ranked.ConvertAll(static pair => KeyValuePair.Create(pair.Key, 1 + MathF.Log(pair.Value)));
    }

    private static int[] Hashes(List<string> words)
    {
        var hashes = new int[words.Count];
        for (var at = 0; at < hashes.Length; at++)
        {
            hashes[at] = Hash(TitleToken.StemOf(words[at]), 0);
        }

        return Distinct(hashes);
    }

    private static int[] PairHashes(List<string> words)
    {
        var hashes = new int[words.Count - 1];
        for (var at = 0; at < hashes.Length; at++)
        {
            hashes[at] = Hash(words[at + 1], Hash(words[at], 17));
        }

        return Distinct(hashes);
    }

    /// <summary>Sorts them in place.</summary>
    private static int[] Distinct(int[] hashes)
    {
        Array.Sort(hashes);
        var count = 0;
        foreach (var hash in hashes)
        {
            if (count == 0 || hashes[count - 1] != hash)
            {
                hashes[count++] = hash;
            }
        }

        return hashes[..count];
    }

    /// <summary>FNV-1a: the same in every run, so that a restart decides alike.</summary>
    private static int Hash(string word, int seed)
    {
        var hash = 2_166_136_261u ^ (uint)seed;
        foreach (var unit in word)
        {
            hash = (hash ^ unit) * 16_777_619u;
        }

        return (int)hash;
    }

    private static string Head(string text, int length) => text.Length > length ? text[..length] : text;
}
