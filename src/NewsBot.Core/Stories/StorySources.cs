namespace NewsBot.Core.Stories;

/// <summary>Counts the publishers of recent stories. In memory, bounded: of stories that were forgotten it counts from one again. Not thread-safe: the ingest lane is its only caller.</summary>
public sealed class StorySources
{
    private const int Most = 50_000;

    private readonly Dictionary<StoryId, HashSet<string>> _sources = [];
    private readonly Queue<StoryId> _oldest = new();

    /// <summary>Distinct publishers of the story, this one included, and whether it is a new one.</summary>
    public (int Count, bool IsNew) Add(StoryId story, string source)
    {
        if (!_sources.TryGetValue(story, out var sources))
        {
            _sources[story] = sources = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            _oldest.Enqueue(story);
            if (_oldest.Count > Most)
            {
                _sources.Remove(_oldest.Dequeue());
            }
        }

        var isNew = sources.Add(source);
        return (sources.Count, isNew);
    }
}
