namespace NewsBot.Testing.Web;

/// <summary>A request as it arrived, headers byte for byte and in order.</summary>
/// <param name="Host">The Host header, port included where it was sent.</param>
/// <param name="Target">Path and query.</param>
public sealed record RecordedRequest(DateTimeOffset At, string Method, string Host, string Target, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    /// <summary>The header's value, or null.</summary>
    public string? Header(string name) =>
        Headers.Where(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).FirstOrDefault();

    public bool IsConditional => Header("If-None-Match") is not null || Header("If-Modified-Since") is not null;
}
