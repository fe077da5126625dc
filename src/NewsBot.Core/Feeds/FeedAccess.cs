namespace NewsBot.Core.Feeds;

/// <summary>What one feed needs beyond its address. Holds secrets: never logged, never shown.</summary>
public sealed record FeedAccess
{
    public static readonly FeedAccess Public = new();

    /// <summary>For HTTP basic authentication.</summary>
    public BasicCredentials? Credentials { get; init; }

    /// <summary>Further request headers, such as an API key.</summary>
    public IReadOnlyList<FeedHeader> Headers { get; init; } = [];

    /// <summary>An http proxy. Set by the operator alone: its address is not checked, as it may well be private.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Instead of the instance's own.</summary>
    public string? UserAgent { get; init; }

    /// <summary>True for servers whose HTTP/2 is broken.</summary>
    public bool OnlyHttp11 { get; init; }

    /// <summary>True where the feed is read as anybody would.</summary>
    public bool IsPublic => this is { Credentials: null, Headers.Count: 0, Proxy: null, UserAgent: null, OnlyHttp11: false };

    /// <summary>True where it opens what others do not have.</summary>
    public bool OpensMore => Credentials is not null || Headers.Count > 0;

    public override string ToString() => "(access of a feed)";
}

/// <summary>A request header; prints its name alone.</summary>
public sealed record FeedHeader(string Name, string Value)
{
    public override string ToString() => Name;
}

/// <summary>A user name and a password; prints neither.</summary>
public sealed record BasicCredentials(string User, string Password)
{
    public override string ToString() => "(credentials)";
}
