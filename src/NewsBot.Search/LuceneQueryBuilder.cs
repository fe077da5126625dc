using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using NewsBot.Core.Feeds;
using NewsBot.Core.Text;
using NewsBot.Core.Text.Queries;
using LuceneQuery = Lucene.Net.Search.Query;
using Query = NewsBot.Core.Text.Queries.Query;
using Term = Lucene.Net.Index.Term;

namespace NewsBot.Search;

/// <summary>Says a query in Lucene's terms for one reader. What the index cannot tell (exact case, expressions) is let through and checked on the text.</summary>
internal sealed class LuceneQueryBuilder(IndexReader reader, ITermAnalyzer analyzer, FeedRegistry feeds)
{
    private const int MostExpansions = 200;

    /// <summary>The stemmers whose stems the index holds; "" stands for none.</summary>
    private readonly IReadOnlyList<string> _stemmers = [.. TermsOf(reader, IndexFields.Language).Select(Stemmers.KeyOf).Distinct(StringComparer.Ordinal)];

    public LuceneQuery Build(Query query)
    {
        var all = new BooleanQuery();
        foreach (var alternative in query.Alternatives)
        {
            all.Add(AllOf(alternative), Occur.SHOULD);
        }

        if (query.IsOnlyExclusion)
        {
            all.Add(new MatchAllDocsQuery(), Occur.MUST);
        }

        foreach (var excluded in query.Excluded.Where(term => !NeedsText(term)))
        {
            all.Add(Of(excluded), Occur.MUST_NOT);
        }

        return all;
    }

    /// <summary>True when hits must be checked on the article's text.</summary>
    public static bool NeedsText(Query query) => query.Required.Concat(query.Excluded).Any(NeedsText);

    private static bool NeedsText(QueryTerm term) => term is QueryTerm.Pattern or QueryTerm.Words { KeepsCase: true };

    private LuceneQuery AllOf(IReadOnlyList<QueryTerm> terms)
    {
        if (terms.Count == 1)
        {
            return Of(terms[0]);
        }

        var all = new BooleanQuery();
        foreach (var term in terms)
        {
            all.Add(Of(term), Occur.MUST);
        }

        return all;
    }

    private LuceneQuery Of(QueryTerm term) => term switch
    {
        QueryTerm.Words { IsStemmed: true } word => Stems(word),
        QueryTerm.Words { Sequence.Count: 1 } word => Word(word),
        QueryTerm.Words words => Phrase(words),
        QueryTerm.Source source => AnyOf(IndexFields.Source, TermsOf(reader, IndexFields.Source).Where(name => name.Contains(source.Name, StringComparison.Ordinal))),
        QueryTerm.Topic topic => new ConstantScoreQuery(new FeedFilter(feeds.All.Where(feed => feed.Topics.Contains(topic.Name, StringComparer.OrdinalIgnoreCase)).Select(feed => feed.Id).ToHashSet())),
        QueryTerm.Language language => new ConstantScoreQuery(new TermQuery(new Term(IndexFields.Language, language.Code))),
        QueryTerm.Pattern => new MatchAllDocsQuery(),
        _ => throw new InvalidOperationException($"Unknown term {term.GetType().Name}."),
    };

    /// <summary>A word is in an article when the two share a stem of the article's language, or are the same. Of two equal stems the index holds only one: a word that is its own stem stands there as a word.</summary>
    private LuceneQuery Stems(QueryTerm.Words word)
    {
        var field = FieldOf(word);
        var any = new DisjunctionMaxQuery(0);
        foreach (var query in _stemmers.SelectMany(stemmer => StemsOf(word.Sequence[0].Typed, field, stemmer)).Distinct())
        {
            any.Add(query);
        }

        return any.Disjuncts is [var only] ? only : any;
    }

    private IEnumerable<LuceneQuery> StemsOf(string typed, string field, string stemmer)
    {
        foreach (var term in analyzer.Analyze(typed, stemmer))
        {
            var isWord = string.Equals(term.Value, term.Folded, StringComparison.Ordinal);
            var asWord = new TermQuery(new Term(field, term.Value));
            yield return isWord ? asWord : new FilteredQuery(asWord, new StemmerFilter(Stemmers.NumberOf(stemmer)));
            if (stemmer.Length > 0)
            {
                yield return new TermQuery(new Term(field, IndexFields.StemTerm(stemmer, term.Value)));
            }
        }
    }

    private static LuceneQuery Word(QueryTerm.Words word)
    {
        var term = new Term(FieldOf(word), word.Sequence[0].Folded);
        return word.IsPrefix ? new PrefixQuery(term) : new TermQuery(term);
    }

    private LuceneQuery Phrase(QueryTerm.Words words)
    {
        var field = FieldOf(words);
        var phrase = new MultiPhraseQuery();
        for (var at = 0; at < words.Sequence.Count; at++)
        {
            var word = words.Sequence[at].Folded;
            var goesOn = words.IsPrefix && at == words.Sequence.Count - 1;
            var terms = goesOn ? Expansions(field, word) : [new Term(field, word)];
            if (terms.Length == 0)
            {
                return new BooleanQuery();
            }

            phrase.Add(terms);
        }

        return phrase;
    }

    private Term[] Expansions(string field, string prefix)
    {
        if (MultiFields.GetTerms(reader, field) is not { } all)
        {
            return [];
        }

        var found = new List<Term>();
        var terms = new PrefixTermsEnum(all.GetEnumerator(), new BytesRef(prefix));
        while (found.Count < MostExpansions && terms.MoveNext())
        {
            found.Add(new Term(field, BytesRef.DeepCopyOf(terms.Term)));
        }

        return [.. found];
    }

    private static LuceneQuery AnyOf(string field, IEnumerable<string> values)
    {
        var any = new BooleanQuery(true);
        foreach (var value in values.Take(BooleanQuery.MaxClauseCount))
        {
            any.Add(new TermQuery(new Term(field, value)), Occur.SHOULD);
        }

        return new ConstantScoreQuery(any);
    }

    private static string FieldOf(QueryTerm.Words words) => words.InTitle ? IndexFields.Title : IndexFields.Words;

    /// <summary>For fields with few different terms.</summary>
    private static IEnumerable<string> TermsOf(IndexReader reader, string field)
    {
        if (MultiFields.GetTerms(reader, field) is { } terms)
        {
            for (var all = terms.GetEnumerator(); all.MoveNext();)
            {
                yield return all.Term.Utf8ToString();
            }
        }
    }
}
