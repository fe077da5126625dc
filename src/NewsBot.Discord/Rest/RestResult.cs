namespace NewsBot.Discord.Rest;

/// <summary>What came of a call: what was asked for, or why not.</summary>
internal abstract record RestResult<T>
{
    private RestResult()
    {
    }

    public sealed record Ok(T Value) : RestResult<T>;

    public sealed record Failed(DiscordFailure Failure) : RestResult<T>;

    public T? ValueOrDefault => this is Ok ok ? ok.Value : default;

    public DiscordFailure? FailureOrNull => this is Failed failed ? failed.Failure : null;
}

/// <summary>The value of calls that answer with nothing.</summary>
internal readonly record struct Nothing;
