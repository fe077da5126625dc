namespace NewsBot.Core.Subscriptions;

/// <summary>What a file of subscriptions holds. All of it are words of strangers until they are checked.</summary>
/// <param name="Entries">In file order.</param>
public sealed record SubscriptionBundle(IReadOnlyList<SubscriptionEntry> Entries)
{
    /// <summary>Null where the file tells nothing of a home.</summary>
    public HomeEntry? Home { get; init; }

    public IReadOnlyList<PlaceEntry> Places { get; init; } = [];

    /// <summary>Why entries may be missing, or null.</summary>
    public BundleFault? Fault { get; init; }

    public bool IsEmpty => Entries.Count == 0 && Home is null && Places.Count == 0;
}

/// <summary>Why a file was not read to its end.</summary>
public enum BundleFault
{
    /// <summary>It is larger than files may be; nothing was read.</summary>
    TooLarge,

    /// <summary>It is cut off or broken after the last entry.</summary>
    Damaged,

    /// <summary>It holds more entries than a file may.</summary>
    TooMany,
}

/// <summary>One subscription of a file.</summary>
/// <param name="Title">The name of the feed, topic or source, or the query.</param>
/// <param name="Url">The address of a feed, not checked; null for the other kinds.</param>
public sealed record SubscriptionEntry(SubscriptionKind Kind, string Title, string? Url)
{
    public string? Folder { get; init; }

    public string? Filter { get; init; }

    public SubscriptionMode Mode { get; init; }

    /// <summary>Times and days of its digest as /digest takes them; null without one.</summary>
    public string? Schedule { get; init; }

    /// <summary>The number in the file of the digest that collects it, or null.</summary>
    public int? Digest { get; init; }

    /// <summary>As /limit takes it, or null.</summary>
    public string? Limit { get; init; }

    /// <summary>As /style takes it, or null.</summary>
    public string? Style { get; init; }

    /// <summary>As <see cref="PauseWords"/> writes it, or null.</summary>
    public string? Paused { get; init; }

    /// <summary>The <see cref="PlaceEntry.Id"/> it arrives in; null where the file knows one place only.</summary>
    public string? Place { get; init; }
}

/// <summary>What a file tells of a home, in the words that commands take; null where nothing is set.</summary>
public sealed record HomeEntry
{
    public string? TimeZone { get; init; }

    public string? Language { get; init; }

    /// <summary>Language codes, such as "de, en".</summary>
    public string? News { get; init; }

    public string? Filter { get; init; }

    public string? Quiet { get; init; }

    public string? Limit { get; init; }

    public string? Style { get; init; }

    /// <summary>"here", "me", or the id of a place of the home.</summary>
    public string? Notices { get; init; }

    /// <summary>Who may ask, as /settings takes it.</summary>
    public string? Asking { get; init; }
}

/// <summary>What a file tells of a place, in the words that commands take; null where nothing is set.</summary>
public sealed record PlaceEntry
{
    /// <summary>Null where the file knows one place only.</summary>
    public string? Id { get; init; }

    public string? Quiet { get; init; }

    public string? Limit { get; init; }

    public string? Style { get; init; }

    /// <inheritdoc cref="SubscriptionEntry.Paused"/>
    public string? Paused { get; init; }

    /// <summary>Also those that tell the headlines.</summary>
    public IReadOnlyList<DigestEntry> Digests { get; init; } = [];

    /// <summary>What it wants less of.</summary>
    public IReadOnlyList<MuteEntry> Mutes { get; init; } = [];
}

/// <param name="Query">As /filter takes it.</param>
/// <param name="Until">When it ends, as <see cref="SubscriptionEntry.Paused"/>; "on" for never.</param>
public sealed record MuteEntry(string Query, string Until);

/// <param name="Number">Unique within its place of the file.</param>
/// <param name="Schedule">Times, days and length as /digest takes them.</param>
public sealed record DigestEntry(int Number, string Schedule);
