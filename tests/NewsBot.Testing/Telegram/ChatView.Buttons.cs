using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram.Text;

namespace NewsBot.Testing.Telegram;

/// <content>Buttons, pickers and inline queries.</content>
public sealed partial class ChatView
{
    /// <summary>Presses an inline button of the newest message that has one of that label.</summary>
    public PendingQuery Press(string label) =>
        Press(label, Messages.LastOrDefault(message => ButtonOf(message, label) is not null) ?? throw Missing(label));

    /// <summary>Presses a button of that message, even if it was deleted meanwhile: then the bot gets an inaccessible one.</summary>
    public PendingQuery Press(string label, VirtualMessage message)
    {
        var button = ButtonOf(message, label) ?? throw Missing(label);
        return PressForged(button.Data ?? throw new InvalidOperationException($"The button \"{label}\" sends nothing to the bot."), message);
    }

    /// <summary>Presses a button and waits for the bot's answer.</summary>
    public async Task<PendingQuery> PressAsync(string label, CancellationToken cancellationToken)
    {
        var query = Press(label);
        await query.WaitForAnswerAsync(cancellationToken);
        return query;
    }

    /// <summary>Sends callback data that no button of this message may hold; a changed app can do that.</summary>
    public PendingQuery PressForged(string data, VirtualMessage message) => _world.Change(() =>
    {
        var query = new PendingQuery(_world, _world.NextQueryId(), User);
        _world.Queries[query.Id] = query;
        _world.Updates.Add("callback_query", new JsonObject
        {
            ["id"] = query.Id,
            ["from"] = User.ToJson(),
            ["message"] = message.IsDeleted
                ? new JsonObject { ["chat"] = Chat.ToJson(), ["message_id"] = message.Id, ["date"] = 0 }
                : message.ToJson(_world),
            ["chat_instance"] = Chat.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["data"] = data,
        });
        return query;
    });

    /// <summary>The label of every inline button on the newest message of the bot.</summary>
    public IReadOnlyList<string> Labels => [.. Last.Buttons.SelectMany(row => row).Select(button => button.Label)];

    /// <summary>The address behind an inline button.</summary>
    public string UrlOf(string label) => Messages.Reverse().Select(message => ButtonOf(message, label)?.Url).OfType<string>().FirstOrDefault() ?? throw Missing(label);

    /// <summary>Presses a button of the keyboard that replaces the letters: its text is sent.</summary>
    public VirtualMessage PressKey(string label) => Type(KeyOf(label).Label);

    /// <summary>Presses a button that asks for a chat, and picks that one.</summary>
    public VirtualMessage PickChat(string label, VirtualChat picked) => _world.Change(() =>
    {
        var request = KeyOf(label).Json["request_chat"] as JsonObject ?? throw new InvalidOperationException($"The button \"{label}\" asks for no chat.");
        if (request["bot_is_member"]?.GetValue<bool>() == true && !picked.BotMembership.IsIn)
        {
            picked.ChangeBot(User, picked.Kind == ChatKind.Channel ? Membership.Administrator : Membership.Member);
        }

        var shared = new JsonObject { ["request_id"] = request["request_id"]!.GetValue<int>(), ["chat_id"] = picked.Id };
        if (request["request_title"]?.GetValue<bool>() == true)
        {
            shared["title"] = picked.Title;
        }

        return Post(new MessageContent { Service = new("chat_shared", shared) }, replyTo: null);
    });

    /// <summary>Types "@bot words" without sending it.</summary>
    public PendingQuery QueryInline(string words, string offset = "") => _world.Change(() =>
    {
        var query = new PendingQuery(_world, _world.NextQueryId(), User);
        _world.Queries[query.Id] = query;
        _world.Updates.Add("inline_query", new JsonObject
        {
            ["id"] = query.Id,
            ["from"] = User.ToJson(),
            ["query"] = words,
            ["offset"] = offset,
            ["chat_type"] = Chat.Kind == ChatKind.Private ? "sender" : Chat.ToJson()["type"]!.GetValue<string>(),
        });
        return query;
    });

    /// <summary>Sends a result of an inline query into the chat.</summary>
    public VirtualMessage ChooseInline(PendingQuery query, string title) => _world.Change(() =>
    {
        var result = (query.Answer?["results"] as JsonArray)?.FirstOrDefault(result => result?["title"]?.GetValue<string>() == title) ?? throw Missing(title);
        var shown = result["input_message_content"]!;
        var content = new MessageContent
        {
            Text = SentText.Message(shown["message_text"]?.GetValue<string>(), shown["parse_mode"]?.GetValue<string>(), shown["entities"]),
            Keyboard = result["reply_markup"]?.DeepClone() as JsonObject,
        };
        return Post(content, replyTo: null, isViaBot: true);
    });

    /// <summary>Presses Stop under the text that the bot is making.</summary>
    public void StopDraft() => _world.Change(() =>
    {
        var draft = Chat.Draft is { CanStop: true } stoppable ? stoppable : throw new InvalidOperationException($"Nothing in {Chat} can be stopped.");
        var stopped = new JsonObject { ["chat"] = Chat.ToJson(), ["draft_id"] = draft.Id };
        if (draft.ThreadId is { } thread)
        {
            stopped["message_thread_id"] = thread;
        }

        Chat.Draft = null;
        _world.Updates.Add("stopped_message_generation", stopped);
    });

    private VirtualButton KeyOf(string label) =>
        VirtualButton.RowsOf(Chat.Keyboard, "keyboard").SelectMany(row => row).FirstOrDefault(button => button.Label == label) ?? throw Missing(label);

    private static VirtualButton? ButtonOf(VirtualMessage message, string label) => message.Buttons.SelectMany(row => row).FirstOrDefault(button => button.Label == label);

    private InvalidOperationException Missing(string label) =>
        new($"No button \"{label}\" in {Chat}; there are: {string.Join(", ", Messages.SelectMany(message => message.Buttons).SelectMany(row => row).Select(button => button.Label).Distinct())}");
}
