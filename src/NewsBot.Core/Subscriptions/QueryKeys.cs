using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsBot.Core.Text;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Subscriptions;

/// <summary>All keys that some query holds, and which of them an article meets.</summary>
internal sealed class QueryKeys(ITermAnalyzer analyzer)
{
    private readonly Dictionary<string, QueryKey> _stemmed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, QueryKey> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, QueryKey> _prefixes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, QueryKey> _topics = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, QueryKey> _languages = new(StringComparer.Ordinal);
    private readonly TermKeys _terms = new(analyzer);
    private readonly WordPairs _pairs = new();
    private readonly SortedDictionary<int, int> _prefixLengths = [];
    private readonly List<QueryKey> _met = [];
    private readonly Stack<int> _freeNumbers = [];
    private int _numbers = 1;

    public QueryKey Always { get; } = new(QueryKeyKind.Always, "", 0);

    /// <summary>The keys of the article that was looked at last.</summary>
    public ArticleMarks Met { get; } = new();

    public QueryKey Stem(QueryWord word) => Get(QueryKeyKind.Stem, word.Typed);

    /// <summary>Keys of which each is met by every article that the term matches; none where nothing can be told beforehand.</summary>
    public IEnumerable<QueryKey> Of(QueryTerm term) => term switch
    {
        QueryTerm.Words { IsStemmed: true } word => [Stem(word.Sequence[0])],
        QueryTerm.Words { IsPrefix: true, Sequence: [var only] } => [Get(QueryKeyKind.Prefix, only.Folded)],
        QueryTerm.Words words => OfSequence([.. words.Sequence.SkipLast(words.IsPrefix ? 1 : 0).Select(word => Get(QueryKeyKind.Word, word.Folded))]),
        QueryTerm.Topic topic => [Get(QueryKeyKind.Topic, topic.Name)],
        QueryTerm.Language language => [Get(QueryKeyKind.Language, language.Code)],
        _ => [],
    };

    /// <summary>The key that says by itself whether an article matches the term, or null where the text must be looked at.</summary>
    public QueryKey? Deciding(QueryTerm term) => term switch
    {
        QueryTerm.Words { InTitle: true } or QueryTerm.Words { KeepsCase: true } or QueryTerm.Words { IsPrefix: true } => null,
        QueryTerm.Words { IsStemmed: true } word => Stem(word.Sequence[0]),
        QueryTerm.Words { Sequence: [var only] } => Get(QueryKeyKind.Word, only.Folded),
        QueryTerm.Words { Sequence: [_, _] } pair => Of(pair).Last(),
        _ => null,
    };

    public void Release(QueryKey key)
    {
        if (--key.Holders > 0 || key.Kind == QueryKeyKind.Always)
        {
            return;
        }

        _freeNumbers.Push(key.Number);
        if (key.Kind == QueryKeyKind.Pair)
        {
            _pairs.Remove(key);
            return;
        }

        TableOf(key.Kind).Remove(key.Text);
        if (key.Kind == QueryKeyKind.Prefix && --_prefixLengths[key.Text.Length] == 0)
        {
            _prefixLengths.Remove(key.Text.Length);
        }

        if (key.Kind is QueryKeyKind.Stem or QueryKeyKind.Word)
        {
            _terms.Remove(key);
        }
    }

    /// <summary>Each key once. The list is used again by the next call.</summary>
    public List<QueryKey> MeetAll(SearchText text)
    {
        Met.Begin();
        _met.Clear();
        var known = _terms.Of(text.Language ?? "", _stemmed.Values.Concat(_words.Values));
        _pairs.Begin();
        MeetTerms(text.Title.Terms, known);
        _pairs.Begin();
        MeetTerms(text.Body.Terms, known);
        foreach (var topic in text.Topics)
        {
            Meet(_topics.GetValueOrDefault(topic));
        }

        Meet(_languages.GetValueOrDefault(text.Language ?? ""));
        Meet(Always);
        return _met;
    }

    private QueryKey Get(QueryKeyKind kind, string text)
    {
        var table = TableOf(kind);
        if (table.TryGetValue(text, out var known))
        {
            return known;
        }

        var key = new QueryKey(kind, text, NextNumber());
        table[text] = key;
        if (kind == QueryKeyKind.Prefix)
        {
            _prefixLengths[text.Length] = _prefixLengths.GetValueOrDefault(text.Length) + 1;
        }

        if (kind is QueryKeyKind.Stem or QueryKeyKind.Word)
        {
            _terms.Add(key);
        }

        return key;
    }

    /// <summary>The words, then each two that follow each other.</summary>
    private IEnumerable<QueryKey> OfSequence(QueryKey[] words) =>
        words.Concat(words.Zip(words.Skip(1), (first, second) => WordPairs.Get(first, second) ?? _pairs.Add(first, second, NextNumber())));

    private int NextNumber()
    {
        var number = _freeNumbers.TryPop(out var free) ? free : _numbers++;
        Met.MakeRoom(number);
        return number;
    }

    private Dictionary<string, QueryKey> TableOf(QueryKeyKind kind) => kind switch
    {
        QueryKeyKind.Stem => _stemmed,
        QueryKeyKind.Word => _words,
        QueryKeyKind.Prefix => _prefixes,
        QueryKeyKind.Topic => _topics,
        QueryKeyKind.Language => _languages,
        _ => throw new InvalidOperationException($"There is no table of {kind}."),
    };

    private void MeetTerms(ReadOnlySpan<Term> terms, Dictionary<string, MetKeys> known)
    {
        foreach (ref readonly var term in terms)
        {
            var isWord = string.Equals(term.Value, term.Folded, StringComparison.Ordinal);
            ref readonly var met = ref CollectionsMarshal.GetValueRefOrNullRef(known, term.Value);
            if (!Unsafe.IsNullRef(in met))
            {
                foreach (var key in met.Stems ?? [])
                {
                    Meet(key);
                }

                if (isWord && met.Word is { } word)
                {
                    MeetWord(word, term.Position);
                }
            }

            if (isWord && _prefixLengths.Count > 0)
            {
                MeetPrefixes(term.Folded);
            }
        }
    }

    private void MeetWord(QueryKey word, int position)
    {
        Meet(word);
        foreach (var pair in _pairs.EndingWith(word, position))
        {
            Meet(pair);
        }
    }

    private void MeetPrefixes(string word)
    {
        var prefixes = _prefixes.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (length, _) in _prefixLengths)
        {
            if (length > word.Length)
            {
                break;
            }

            Meet(prefixes.TryGetValue(word.AsSpan(0, length), out var key) ? key : null);
        }
    }

    private void Meet(QueryKey? key)
    {
        if (key is not null && Met.Add(key.Number))
        {
            key.Meetings++;
            _met.Add(key);
        }
    }
}
