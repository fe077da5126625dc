using NewsBot.Core.Notices;

namespace NewsBot.Core.Feeds;

/// <summary>How fetching a feed goes. Survives restarts with the feed, so that a restart fetches nothing that is not due.</summary>
public sealed record FeedHealth
{
    public FeedStatus Status { get; init; } = FeedStatus.New;

    /// <summary>Validators of the last answer, byte for byte.</summary>
    public Validators Validators { get; init; } = Validators.None;

    /// <summary>When a whole body came with them last.</summary>
    public DateTimeOffset? ValidatorsSince { get; init; }

    /// <summary>The address they came from, after redirects.</summary>
    public string? ValidatorsUrl { get; init; }

    /// <summary>Hash of the last parsed body; equal bodies are not parsed again.</summary>
    public string? BodyHash { get; init; }

    public DateTimeOffset NextCheck { get; init; }

    public string NextCheckReason { get; init; } = "new";

    public DateTimeOffset? LastCheck { get; init; }

    /// <summary>The HTTP status of the last check; null when there was no answer.</summary>
    public int? LastStatus { get; init; }

    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>When the feed was read for the first time; what it held then is never announced.</summary>
    public DateTimeOffset? FirstRead { get; init; }

    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>True when the last check failed with most others: it was our network, and nothing is held against the feed.</summary>
    public bool FailsForUs { get; init; }

    /// <summary>Failures in a row that were its own.</summary>
    public int Errors { get; init; }

    /// <summary>A sentence for people; null after a success.</summary>
    public string? LastError { get; init; }

    /// <summary>What those who follow it were told last; null when there is nothing to take back.</summary>
    public FeedEvent? Noticed { get; init; }

    /// <summary>For the operator, who may know more of the network inside than <see cref="LastError"/> tells; null after a success and where there was an answer.</summary>
    public FetchFailure? LastFailure { get; init; }

    /// <summary>The latest date that an item carried.</summary>
    public DateTimeOffset? NewestItem { get; init; }

    /// <summary>When a new item was last found.</summary>
    public DateTimeOffset? LastNewItem { get; init; }

    public PublishingRhythm Rhythm { get; init; } = PublishingRhythm.Silent;

    public PaceHints Pace { get; init; } = PaceHints.None;

    /// <summary>A permanent redirect that was seen and is not yet trusted.</summary>
    public FeedMove? Move { get; init; }

    public int Requests { get; init; }

    public int NotModifiedAnswers { get; init; }

    /// <summary>Body bytes on the wire so far.</summary>
    public long Bytes { get; init; }

    /// <summary>Share of the requests that cost a body nothing, 0 to 1.</summary>
    public double NotModifiedRate => Requests == 0 ? 0 : (double)NotModifiedAnswers / Requests;
}

/// <summary>The state of a feed as /feeds shows it.</summary>
public enum FeedStatus
{
    New,
    Working,
    Failing,

    /// <summary>The publisher ended it (410).</summary>
    Gone,

    /// <summary>It failed so often and so long that it is no longer fetched.</summary>
    Disabled,
}
