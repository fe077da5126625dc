using NewsBot.Core.Text;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Subscriptions;

/// <summary>All keys that some query holds, and which of them an article meets.</summary>
internal sealed class QueryKeys(ITermAnalyzer analyzer)
{
    /// <summary>Feeds may declare any language; a table that would grow beyond this starts anew.</summary>
    private const int MostLanguages = 40;

    private readonly Dictionary<QueryKeyKind, Dictionary<string, QueryKey>> _byText = new()
    {
        [QueryKeyKind.Stem] = new(StringComparer.Ordinal),
        [QueryKeyKind.Word] = new(StringComparer.Ordinal),
        [QueryKeyKind.Prefix] = new(StringComparer.Ordinal),
        [QueryKeyKind.Topic] = new(StringComparer.OrdinalIgnoreCase),
        [QueryKeyKind.Language] = new(StringComparer.Ordinal),
    };

    /// <summary>Per language met so far: which words have the stem.</summary>
    private readonly Dictionary<string, Dictionary<string, List<QueryKey>>> _stems = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, int> _prefixLengths = [];
    private readonly List<QueryKey> _met = [];

    public QueryKey Always { get; } = new(QueryKeyKind.Always, "");

    /// <summary>The number of the article whose keys were met last.</summary>
    public long Now { get; private set; }

    public QueryKey Stem(QueryWord word) => Get(QueryKeyKind.Stem, word.Typed);

    /// <summary>Keys of which each is met by every article that the term matches; none where nothing can be told beforehand.</summary>
    public IEnumerable<QueryKey> Of(QueryTerm term) => term switch
    {
        QueryTerm.Words { IsStemmed: true } word => [Stem(word.Sequence[0])],
        QueryTerm.Words { IsPrefix: true, Sequence: [var only] } => [Get(QueryKeyKind.Prefix, only.Folded)],
        QueryTerm.Words words => words.Sequence.SkipLast(words.IsPrefix ? 1 : 0).Select(word => Get(QueryKeyKind.Word, word.Folded)),
        QueryTerm.Topic topic => [Get(QueryKeyKind.Topic, topic.Name)],
        QueryTerm.Language language => [Get(QueryKeyKind.Language, language.Code)],
        _ => [],
    };

    public void Release(QueryKey key)
    {
        if (--key.Holders > 0 || key.Kind == QueryKeyKind.Always)
        {
            return;
        }

        _byText[key.Kind].Remove(key.Text);
        if (key.Kind == QueryKeyKind.Prefix && --_prefixLengths[key.Text.Length] == 0)
        {
            _prefixLengths.Remove(key.Text.Length);
        }

        foreach (var (language, stems) in key.Kind == QueryKeyKind.Stem ? _stems : [])
        {
            foreach (var stem in StemsOf(key, language))
            {
                stems[stem].Remove(key);
                if (stems[stem].Count == 0)
                {
                    stems.Remove(stem);
                }
            }
        }
    }

    /// <summary>Each key once. The list is used again by the next call.</summary>
    public IReadOnlyList<QueryKey> MeetAll(SearchText text)
    {
        Now++;
        _met.Clear();
        MeetStems(text);
        MeetWords(text.Title);
        MeetWords(text.Body);
        foreach (var topic in text.Topics)
        {
            Meet(_byText[QueryKeyKind.Topic].GetValueOrDefault(topic));
        }

        Meet(_byText[QueryKeyKind.Language].GetValueOrDefault(text.Language ?? ""));
        Meet(Always);
        return _met;
    }

    private QueryKey Get(QueryKeyKind kind, string text)
    {
        if (_byText[kind].TryGetValue(text, out var known))
        {
            return known;
        }

        var key = new QueryKey(kind, text);
        _byText[kind][text] = key;
        if (kind == QueryKeyKind.Prefix)
        {
            _prefixLengths[text.Length] = _prefixLengths.GetValueOrDefault(text.Length) + 1;
        }

        foreach (var (language, stems) in kind == QueryKeyKind.Stem ? _stems : [])
        {
            AddStems(key, language, stems);
        }

        return key;
    }

    private void MeetStems(SearchText text)
    {
        var language = text.Language ?? "";
        if (!_stems.TryGetValue(language, out var stems))
        {
            if (_stems.Count == MostLanguages)
            {
                _stems.Clear();
            }

            _stems[language] = stems = new(StringComparer.Ordinal);
            foreach (var key in _byText[QueryKeyKind.Stem].Values)
            {
                AddStems(key, language, stems);
            }
        }

        MeetStems(text.Title.Values, stems);
        MeetStems(text.Body.Values, stems);
    }

    private void MeetStems(IReadOnlyCollection<string> values, Dictionary<string, List<QueryKey>> stems)
    {
        foreach (var value in values)
        {
            if (stems.TryGetValue(value, out var keys))
            {
                keys.ForEach(Meet);
            }
        }
    }

    private void MeetWords(AnalyzedText text)
    {
        var words = _byText[QueryKeyKind.Word];
        var prefixes = _byText[QueryKeyKind.Prefix].GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in text.FoldedWords)
        {
            Meet(words.GetValueOrDefault(word));
            foreach (var (length, _) in _prefixLengths)
            {
                if (length > word.Length)
                {
                    break;
                }

                Meet(prefixes.TryGetValue(word.AsSpan(0, length), out var key) ? key : null);
            }
        }
    }

    private void Meet(QueryKey? key)
    {
        if (key is not null && key.LastMet != Now)
        {
            key.LastMet = Now;
            key.Meetings++;
            _met.Add(key);
        }
    }

    private void AddStems(QueryKey key, string language, Dictionary<string, List<QueryKey>> stems)
    {
        foreach (var stem in StemsOf(key, language))
        {
            if (!stems.TryGetValue(stem, out var keys))
            {
                stems[stem] = keys = [];
            }

            keys.Add(key);
        }
    }

    private IEnumerable<string> StemsOf(QueryKey key, string language) => analyzer.Analyze(key.Text, language).Select(term => term.Value).Distinct(StringComparer.Ordinal);
}
