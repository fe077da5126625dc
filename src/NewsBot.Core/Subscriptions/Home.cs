using NewsBot.Core.Delivery;

namespace NewsBot.Core.Subscriptions;

/// <summary>Owns what holds for all places of one chat or server.</summary>
public sealed record Home
{
    public required HomeId Id { get; init; }

    /// <summary>IANA zone; null until somebody set it, then UTC is used.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Language of the bot's texts; null means English.</summary>
    public string? Language { get; init; }

    /// <summary>Languages of headlines and topics; empty means all.</summary>
    public IReadOnlyList<string> NewsLanguages { get; init; } = [];

    /// <summary>A query that every article sent here must pass, beside the filters of the subscriptions; null lets all pass.</summary>
    public string? Filter { get; init; }

    /// <summary>Holds for all places that set none of their own.</summary>
    public QuietHours? Quiet { get; init; }

    public SendLimit? Limit { get; init; }

    public Style? Style { get; init; }

    /// <summary>Where notices of this home go; null is the private chat of whoever changed the subscription last.</summary>
    public PlaceId? Notices { get; init; }

    /// <summary>Who may ask for news here; null lets everyone.</summary>
    public AskRule? Asking { get; init; }

    /// <summary>What the operator allows it; null is a guest, except for the terminal.</summary>
    public HomePlan? Plan { get; init; }

    /// <summary>True where the larger quota holds.</summary>
    public bool HasFullPlan => Plan is { } plan ? plan == HomePlan.Full : Id.Value.StartsWith("terminal:", StringComparison.Ordinal);

    /// <summary>Set when the operator blocked it: it is not answered and nothing is sent to it.</summary>
    public DateTimeOffset? Banned { get; init; }

    /// <summary>The highest subscription number given out; numbers are never reused.</summary>
    public int LastNumber { get; init; }

    public required DateTimeOffset Created { get; init; }
}

/// <summary>How much a home may follow.</summary>
public enum HomePlan
{
    Guest,
    Full,
}

/// <summary>Where messages arrive and what is paused there.</summary>
public sealed record Place
{
    public required PlaceId Id { get; init; }

    public required HomeId Home { get; init; }

    /// <summary>What people call it, where the platform tells; null for private chats.</summary>
    public string? Name { get; init; }

    public Pause? Pause { get; init; }

    /// <summary>Set when the platform refuses the place for good; it is kept for its return.</summary>
    public GonePlace? Gone { get; init; }

    public QuietHours? Quiet { get; init; }

    public SendLimit? Limit { get; init; }

    public Style? Style { get; init; }

    public IReadOnlyList<Digest> Digests { get; init; } = [];

    /// <summary>What it wants less of, oldest first.</summary>
    public IReadOnlyList<Mute> Mutes { get; init; } = [];

    /// <summary>When it was last asked whether it wants as much as it gets; null before.</summary>
    public DateTimeOffset? VolumeAsked { get; init; }

    /// <summary>The highest digest number given out here.</summary>
    public int LastDigest { get; init; }

    /// <summary>The id it had before the platform moved it, or null.</summary>
    public PlaceId? Former { get; init; }

    public required DateTimeOffset Created { get; init; }
}

/// <summary>Why a place cannot be reached, such as "blocked".</summary>
public sealed record GonePlace(DateTimeOffset Since, string Reason);

/// <summary>A pause; <paramref name="Until"/> null lasts until somebody resumes.</summary>
public sealed record Pause(DateTimeOffset Since, DateTimeOffset? Until)
{
    public bool HoldsAt(DateTimeOffset now) => Until is null || now < Until;
}

/// <summary>Somebody who talks to the bot, and what is kept for that person only.</summary>
public sealed record Person
{
    public required PersonId Id { get; init; }

    /// <summary>Bookmarks, newest first.</summary>
    public IReadOnlyList<long> Saved { get; init; } = [];

    /// <summary>Became an operator by the instance's code.</summary>
    public bool IsOperator { get; init; }

    /// <summary>Language of the answers; null follows the home.</summary>
    public string? Language { get; init; }
}
