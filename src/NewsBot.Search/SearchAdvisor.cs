using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsBot.Core.Search;
using NewsBot.Core.Text.Queries;
using Query = NewsBot.Core.Text.Queries.Query;
using Term = Lucene.Net.Index.Term;

namespace NewsBot.Search;

/// <summary>Finds ways out of an empty result. Proposes only what finds something within the same sight, so that nobody learns words of feeds that are not theirs.</summary>
internal sealed class SearchAdvisor(IndexReading reading, IndexReader reader)
{
    private const int MostSpelled = 5;
    private const int MostCandidates = 10;
    private const int MostTerms = 500;
    private const int ShortestWord = 3;
    private const int LongWord = 6;

    public SearchAdvice? Advise(ArticleSearch search)
    {
        var spellings = search.Query.Required.OfType<QueryTerm.Words>().Where(word => word.Sequence.Count == 1 && !word.IsPrefix).Take(MostSpelled)
            .Where(word => reading.Count(search, Alone(word)) == 0)
            .Select(word => (Word: word, Nearest: Nearest(search, word)))
            .Where(pair => pair.Nearest is not null)
            .Select(pair => new SpellingAdvice(pair.Word.Typed, pair.Nearest!))
            .ToList();
        var fewer = FewerWords(search).OrderByDescending(advice => advice.Total).ToList();
        return spellings.Count + fewer.Count > 0 ? new SearchAdvice(spellings, fewer) : null;
    }

    private string? Nearest(ArticleSearch search, QueryTerm.Words word)
    {
        var folded = word.Sequence[0].Folded;
        return folded.Length < ShortestWord || MultiFields.GetTerms(reader, IndexFields.Words) is not { } terms
            ? null
            : Candidates(terms, folded).FirstOrDefault(candidate => reading.Count(search, Alone(Plain(candidate))) > 0);
    }

    /// <summary>Closest first, then most common.</summary>
    private static IEnumerable<string> Candidates(Terms terms, string word)
    {
        var near = new FuzzyTermsEnum(terms, new AttributeSource(), new Term(IndexFields.Words, word), word.Length < LongWord ? 1 : 2, 1, true);
        var closeness = near.Attributes.AddAttribute<IBoostAttribute>();
        var found = new List<(string Word, float Closeness, int Articles)>();
        while (found.Count < MostTerms && near.MoveNext())
        {
            if (near.Term.Utf8ToString() is var candidate && !IndexFields.IsStem(candidate))
            {
                found.Add((candidate, closeness.Boost, near.DocFreq));
            }
        }

        return found.Where(candidate => candidate.Word != word).OrderByDescending(candidate => candidate.Closeness).ThenByDescending(candidate => candidate.Articles).Take(MostCandidates).Select(candidate => candidate.Word);
    }

    private IEnumerable<FewerWordsAdvice> FewerWords(ArticleSearch search)
    {
        if (search.Query.Alternatives is not [{ Count: > 1 } terms])
        {
            return [];
        }

        return terms
            .Select(left => new FewerWordsAdvice(left.Typed, reading.Count(search, search.Query with { Alternatives = [[.. terms.Where(term => !ReferenceEquals(term, left))]] })))
            .Where(advice => advice.Total > 0);
    }

    private static Query Alone(QueryTerm term) => new([[term]], []);

    private static QueryTerm.Words Plain(string word) => new(word, false, [new QueryWord(word, word)], false, true, false);
}
