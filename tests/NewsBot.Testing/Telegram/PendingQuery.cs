using System.Text.Json.Nodes;

namespace NewsBot.Testing.Telegram;

/// <summary>A callback or inline query that the bot may answer once, in time.</summary>
public sealed class PendingQuery
{
    private readonly World _world;

    internal PendingQuery(World world, string id, VirtualUser from)
    {
        _world = world;
        Id = id;
        From = from;
        AskedAt = world.Now;
    }

    public string Id { get; }

    public VirtualUser From { get; }

    public DateTimeOffset AskedAt { get; }

    /// <summary>What the bot answered; null while it has not.</summary>
    public JsonObject? Answer { get; internal set; }

    public bool IsAnswered => Answer is not null;

    /// <summary>What the person reads at the top of the screen; empty when the answer only stops the clock.</summary>
    public string Toast => Answer?["text"]?.GetValue<string>() ?? "";

    public bool IsAlert => Answer?["show_alert"]?.GetValue<bool>() == true;

    /// <summary>The titles that an inline query found.</summary>
    public IReadOnlyList<string> ResultTitles => Answer?["results"] is JsonArray results ? [.. results.Select(result => result?["title"]?.GetValue<string>() ?? "")] : [];

    public Task WaitForAnswerAsync(CancellationToken cancellationToken) => _world.WaitAsync(() => IsAnswered, cancellationToken);
}
