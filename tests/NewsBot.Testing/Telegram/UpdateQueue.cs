using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram.Http;

namespace NewsBot.Testing.Telegram;

/// <summary>
/// The updates that wait for the bot. An update is forgotten when a greater offset is asked for, or after 24 hours.
/// Behaviour and texts as in the real server (telegram-bot-api Client.cpp: process_get_updates_query, do_get_updates, fail_query_conflict).
/// </summary>
internal sealed class UpdateQueue(World world)
{
    private const int LongestPoll = 50;
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);
    private static readonly string[] NotByDefault = ["chat_member", "message_reaction", "message_reaction_count"];
    private readonly List<(long Id, JsonObject Update, DateTimeOffset At)> _waiting = [];
    private readonly HashSet<long> _raw = [];
    private TaskCompletionSource<RefusedCall>? _polling;
    private IReadOnlyList<string>? _allowed;
    private long _next = 880_000_001;
    private long _lastOffset;
    private DateTimeOffset _lastPoll;
    private DateTimeOffset _nextConflict;

    public int Count => _waiting.Count;

    /// <summary>Ids of the updates that tests wrote.</summary>
    public IReadOnlySet<long> Raw => _raw;

    public bool IsPolling => _polling is not null;

    /// <summary>The kinds that the bot asked for last; null for the default set.</summary>
    public IReadOnlyList<string>? Allowed => _allowed;

    public void Add(string kind, JsonObject body)
    {
        if (_allowed is { } allowed ? !allowed.Contains(kind) : NotByDefault.Contains(kind))
        {
            return;
        }

        var id = _next++;
        _waiting.Add((id, new JsonObject { ["update_id"] = id, [kind] = body }, world.Now));
    }

    /// <summary>An update as a test wrote it, whatever it holds; it gets an id.</summary>
    public void AddRaw(JsonObject update)
    {
        var id = _next++;
        var numbered = (JsonObject)update.DeepClone();
        numbered["update_id"] = id;
        _raw.Add(id);
        _waiting.Add((id, numbered, world.Now));
    }

    /// <summary>A message that somebody wrote, where the bot may see it.</summary>
    public void AddMessage(VirtualMessage message, bool isEdit = false)
    {
        if (!Privacy.BotSees(world, message))
        {
            return;
        }

        var kind = (message.Chat.Kind == ChatKind.Channel, isEdit) switch
        {
            (true, true) => "edited_channel_post",
            (true, false) => "channel_post",
            (false, true) => "edited_message",
            _ => "message",
        };
        Add(kind, message.ToJson(world));
    }

    /// <summary>Null keeps the kinds; an empty list is the default set.</summary>
    public void Allow(JsonNode? kinds)
    {
        if (kinds is JsonArray list)
        {
            _allowed = list.Count == 0 ? null : [.. list.Select(kind => kind!.GetValue<string>())];
        }
    }

    /// <summary>The numbering begins anew, as it does after a week of silence.</summary>
    public void Renumber(long next) => _next = next;

    public void Clear() => _waiting.Clear();

    /// <summary>The oldest one, for the webhook.</summary>
    public PendingUpdate? Peek()
    {
        Expire();
        return _waiting is [var oldest, ..] ? new PendingUpdate(oldest.Id, (JsonObject)oldest.Update.DeepClone()) : null;
    }

    public void Confirm(long id) => _waiting.RemoveAll(update => update.Id <= id);

    /// <summary>Ends a poll that is waiting.</summary>
    public void AbortPoll(string reason)
    {
        _polling?.TrySetResult(RefusedCall.Conflict(reason));
        _polling = null;
    }

    public async Task<JsonNode> GetAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (world.Webhook is not null)
        {
            await DelayConflictAsync(cancellationToken);
            throw RefusedCall.Conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        }

        Poll poll;
        lock (world.Gate)
        {
            poll = Begin(call);
            if (Take(poll) is { } ready)
            {
                return ready;
            }

            AbortPoll("terminated by other getUpdates request; make sure that only one bot instance is running");
            _polling = poll.Aborted;
            world.Change(() => { });
        }

        return await WaitAsync(poll, cancellationToken);
    }

    private Poll Begin(ApiCall call)
    {
        var offset = call.Number("offset") ?? 0;
        var limit = (int)Math.Clamp(call.Number("limit") ?? 100, 1, 100);
        var timeout = (int)Math.Clamp(call.Number("timeout") ?? 0, 0, LongestPoll);
        Allow(call.Json("allowed_updates", "allowed updates"));

        // The server slows down clients that ask the same again at once.
        var sinceLast = world.Now - _lastPoll;
        if (offset == _lastOffset && sinceLast < TimeSpan.FromSeconds(3))
        {
            timeout = Math.Max(timeout, 3);
        }

        if (offset == _lastOffset && sinceLast < TimeSpan.FromSeconds(0.5))
        {
            limit = 1;
        }

        (_lastOffset, _lastPoll) = (offset, world.Now);
        Forget(offset);
        return new Poll(limit, world.Now.AddSeconds(timeout), new TaskCompletionSource<RefusedCall>(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    private void Forget(long offset)
    {
        Expire();
        if (offset < 0)
        {
            _waiting.RemoveRange(0, (int)Math.Max(0, _waiting.Count + offset));
        }
        else if (offset <= _next + 10)
        {
            _waiting.RemoveAll(update => update.Id < offset);
        }
    }

    private JsonArray? Take(Poll poll) => _waiting.Count == 0 && world.Now < poll.Until
        ? null
        : new JsonArray([.. _waiting.Take(poll.Limit).Select(update => update.Update.DeepClone())]);

    private async Task<JsonNode> WaitAsync(Poll poll, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var over = Task.Delay(poll.Until - world.Now, world.Time, stop.Token);
        try
        {
            while (true)
            {
                var changed = world.NextChange();
                lock (world.Gate)
                {
                    if (Take(poll) is { } ready)
                    {
                        return ready;
                    }
                }

                await Task.WhenAny(changed, over, poll.Aborted.Task);
                cancellationToken.ThrowIfCancellationRequested();
                if (poll.Aborted.Task.IsCompleted)
                {
                    await DelayConflictAsync(cancellationToken);
                    throw await poll.Aborted.Task;
                }
            }
        }
        finally
        {
            await stop.CancelAsync();
            lock (world.Gate)
            {
                _polling = _polling == poll.Aborted ? null : _polling;
            }
        }
    }

    /// <summary>A second conflict within three seconds is answered three seconds late.</summary>
    private async Task DelayConflictAsync(CancellationToken cancellationToken)
    {
        if (world.Now < _nextConflict)
        {
            await Task.Delay(TimeSpan.FromSeconds(3), world.Time, cancellationToken);
            return;
        }

        _nextConflict = world.Now.AddSeconds(3);
    }

    private void Expire() => _waiting.RemoveAll(update => update.At < world.Now - KeptFor);

    private sealed record Poll(int Limit, DateTimeOffset Until, TaskCompletionSource<RefusedCall> Aborted);
}

/// <summary>An update that waits.</summary>
internal sealed record PendingUpdate(long Id, JsonObject Json);
