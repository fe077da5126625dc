using NewsBot.Testing.Telegram.Http;

namespace NewsBot.Testing.Telegram;

/// <summary>
/// Telegram's limits as its FAQ names them: messages overall, in one chat, in one group. Any window of that length is looked at, so a burst over a boundary is seen. Off until it is enforced.
/// Counts messages that are sent, an album as its parts; edits and presses are not messages.
/// </summary>
internal sealed class FloodRules(World world)
{
    private static readonly HashSet<string> Sending = new(StringComparer.OrdinalIgnoreCase)
    {
        "sendMessage", "sendPhoto", "sendVideo", "sendAnimation", "sendAudio", "sendDocument", "sendMediaGroup", "sendRichMessage",
    };

    private readonly Dictionary<(Rule Rule, long Scope), Queue<DateTimeOffset>> _sent = [];

    public bool IsEnforced { get; set; }

    /// <summary>How often a limit was hit.</summary>
    public int Violations { get; private set; }

    /// <exception cref="RefusedCall">It is too much; nothing is counted then.</exception>
    public void Count(ApiCall call)
    {
        if (!IsEnforced || !Sending.Contains(call.Method) || call.Number("chat_id") is not { } chat)
        {
            return;
        }

        var messages = call.Json("media", "media") is System.Text.Json.Nodes.JsonArray album ? album.Count : 1;
        var logs = Rule.All.Where(rule => rule.AppliesTo(chat)).Select(rule => (Rule: rule, Log: LogOf(rule, chat))).ToList();
        var free = logs.Max(entry => entry.Rule.FreeAt(entry.Log, messages, world.Now));
        if (free > world.Now)
        {
            Violations++;
            throw RefusedCall.TooMany((int)Math.Ceiling((free - world.Now).TotalSeconds));
        }

        foreach (var (_, log) in logs)
        {
            for (var index = 0; index < messages; index++)
            {
                log.Enqueue(world.Now);
            }
        }
    }

    private Queue<DateTimeOffset> LogOf(Rule rule, long chat)
    {
        var key = (rule, rule.IsPerChat ? chat : 0);
        if (!_sent.TryGetValue(key, out var log))
        {
            _sent[key] = log = new Queue<DateTimeOffset>();
        }

        while (log.TryPeek(out var oldest) && oldest <= world.Now - rule.Window)
        {
            log.Dequeue();
        }

        return log;
    }

    private sealed record Rule(int Most, TimeSpan Window, bool IsPerChat, bool IsForGroups)
    {
        public static readonly IReadOnlyList<Rule> All =
        [
            new(30, TimeSpan.FromSeconds(1), IsPerChat: false, IsForGroups: false),
            new(1, TimeSpan.FromSeconds(1), IsPerChat: true, IsForGroups: false),
            new(20, TimeSpan.FromMinutes(1), IsPerChat: true, IsForGroups: true),
        ];

        public bool AppliesTo(long chat) => !IsForGroups || chat < 0;

        public DateTimeOffset FreeAt(Queue<DateTimeOffset> log, int messages, DateTimeOffset now)
        {
            var over = log.Count + Math.Min(messages, Most) - Most;
            return over > 0 ? log.ElementAt(over - 1) + Window : now;
        }
    }
}
