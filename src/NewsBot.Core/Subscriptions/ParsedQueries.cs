using System.Collections.Concurrent;
using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Subscriptions;

/// <summary>Reads each query text once. Bounded: when full it starts anew. Thread-safe.</summary>
internal sealed class ParsedQueries
{
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<string, Query?> _known = new(StringComparer.Ordinal);

    /// <summary>Null when the text is no query.</summary>
    public Query? Parse(string text)
    {
        if (_known.TryGetValue(text, out var known))
        {
            return known;
        }

        if (_known.Count >= Most)
        {
            _known.Clear();
        }

        return _known.GetOrAdd(text, static text => QueryParser.Parse(text) is QueryParseResult.Parsed(var query) ? query : null);
    }
}
