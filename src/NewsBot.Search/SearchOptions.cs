namespace NewsBot.Search;

/// <summary>Where the index lives and its limits.</summary>
/// <param name="Folder">Holds nothing but the index; may be deleted while the program is down, then the index is rebuilt.</param>
public sealed record SearchOptions(string Folder)
{
    /// <summary>Articles that one step takes in.</summary>
    public int ArticlesAStep { get; init; } = 500;

    /// <summary>How long a search waits for articles that are being taken in; after it, it says that hits may be missing.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>Memory for articles that are not written yet.</summary>
    public double BufferMegabytes { get; init; } = 24;

    /// <summary>Searches in a row share one look at the store for this long.</summary>
    public TimeSpan RefreshEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>While many articles wait to be taken in, searches see those that were by this long ago.</summary>
    public TimeSpan RefreshBehindEvery { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan CommitEvery { get; init; } = TimeSpan.FromSeconds(30);

    public int CommitAfterArticles { get; init; } = 50_000;

    /// <summary>Hits whose text is read where the index alone cannot decide.</summary>
    public int MostChecked { get; init; } = 1_000;
}
