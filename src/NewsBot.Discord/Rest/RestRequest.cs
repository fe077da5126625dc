namespace NewsBot.Discord.Rest;

/// <summary>One call, whatever attempts it takes.</summary>
internal sealed record RestRequest(Route Route)
{
    public RestBody? Body { get; init; }

    /// <summary>With its question mark, or empty.</summary>
    public string Query { get; init; } = "";

    public SendPriority Priority { get; init; } = SendPriority.Alert;

    /// <summary>How long all of it may take, waits included.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Doing it twice does no more than once, so that it is tried again although an answer was lost. All but POST are.</summary>
    public bool IsRepeatable { get; init; } = Route.Method != HttpMethod.Post;
}
