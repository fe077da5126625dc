using NewsBot.Core.Articles.Enrichment;

namespace NewsBot.Core.Feeds;

/// <summary>One feed of this instance: what it is and how its fetching stands. Saved by compare and set on <see cref="Version"/>.</summary>
public sealed record Feed
{
    public required FeedId Id { get; init; }

    /// <summary>Grows by one with every save.</summary>
    public long Version { get; init; }

    public required FeedKind Kind { get; init; }

    /// <summary>For <see cref="FeedKind.Web"/> the address that is fetched, else a stable name such as "samples".</summary>
    public required string Url { get; init; }

    /// <summary>The publisher as people know it.</summary>
    public required string Title { get; init; }

    public string? Site { get; init; }

    /// <summary>BCP 47 primary language as declared by catalogue or feed.</summary>
    public string? Language { get; init; }

    /// <summary>Lower-case topic names of the catalogue.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>True when the operator follows it for everybody.</summary>
    public bool InCatalogue { get; init; }

    /// <summary>Whether the pages of its articles are read.</summary>
    public FullTextMode FullText { get; init; } = FullTextMode.Automatic;

    /// <summary>The feed it moved onto, which is fetched and followed in its place; this one keeps its articles. Null while it stands for itself.</summary>
    public FeedId? MergedInto { get; init; }

    public FeedHealth Health { get; init; } = new();

    /// <summary>Web feeds are fetched; the other kinds hold articles that arrived in other ways.</summary>
    public bool IsFetched => Kind == FeedKind.Web && MergedInto is null && Health.Status is not (FeedStatus.Gone or FeedStatus.Disabled);

    /// <summary>The title, or the host where no title is known yet; without the secret where an address stands for a title.</summary>
    public static string NameFor(string? title, string url) =>
        !string.IsNullOrWhiteSpace(title) ? Text.SecretAddress.Mask(title)
        : Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host
        : url;
}

/// <summary>How the articles of a feed arrive.</summary>
public enum FeedKind
{
    Web,

    /// <summary>Articles that the operator imported from files; every place may see them.</summary>
    Imported,

    /// <summary>Pages that one place asked for; only that place sees them.</summary>
    Pages,

    /// <summary>Shipped samples, hidden once a real article exists.</summary>
    Samples,
}
