namespace NewsBot.Telegram.Sending;

/// <summary>What came of one call of the Bot API. Nothing in it holds the token.</summary>
internal abstract record ApiResult<T>
{
    private ApiResult()
    {
    }

    public sealed record Ok(T Value) : ApiResult<T>;

    /// <summary>The server refused; nothing was done.</summary>
    /// <param name="RetryAfter">How long it asks to wait, with 429.</param>
    /// <param name="MigrateTo">The supergroup that the group became.</param>
    public sealed record Failed(int Code, string Description, TimeSpan? RetryAfter = null, long? MigrateTo = null) : ApiResult<T>
    {
        public bool Says(string part) => Description.Contains(part, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>No answer came that tells what happened: a dead network, a time-out, a failing server.</summary>
    /// <param name="MaybeDone">False where the request cannot have reached the server.</param>
    public sealed record NoAnswer(string Reason, bool MaybeDone) : ApiResult<T>;

    /// <summary>The server did what was asked (HTTP 200), but its answer could not be read.</summary>
    public sealed record Unreadable(string Reason) : ApiResult<T>;
}
