using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram;

namespace NewsBot.TelegramPeer;

/// <summary>
/// Lets a program in another language play the people around a fake Telegram: one JSON object a line in, one a line out, in order.
/// The first line out is the address and the token.
/// </summary>
internal sealed class PeerStage(FakeTelegram telegram)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Dictionary<string, VirtualUser> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, VirtualChat> _chats = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PendingQuery> _queries = new(StringComparer.Ordinal);

    public static async Task<int> RunAsync(TextReader input, TextWriter output)
    {
        await using var telegram = FakeTelegram.Start();
        var stage = new PeerStage(telegram);
        await output.WriteLineAsync(new JsonObject { ["url"] = telegram.ApiUrl, ["token"] = telegram.Token }.ToJsonString());
        while (await input.ReadLineAsync() is { } line)
        {
            var answer = await stage.DoAsync(JsonNode.Parse(line)!);
            await output.WriteLineAsync(answer.ToJsonString());
        }

        return 0;
    }

    private async Task<JsonNode> DoAsync(JsonNode order)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return await DoAsync(order, patience.Token);
        }
        catch (Exception e) when (e is InvalidOperationException or OperationCanceledException or KeyNotFoundException)
        {
            return new JsonObject { ["error"] = e.Message };
        }
    }

    private async Task<JsonNode> DoAsync(JsonNode order, CancellationToken cancellationToken)
    {
        var view = ViewOf(order);
        switch (Text(order, "do"))
        {
            case "group":
                return Add(Text(order, "name"), telegram.AddSupergroup(Text(order, "name"), view.User));
            case "channel":
                return Add(Text(order, "name"), telegram.AddChannel(Text(order, "name"), view.User, Text(order, "name")));
            case "add-bot":
                view.Chat.AddBot(view.User);
                return new JsonObject();
            case "type":
                return new JsonObject { ["id"] = view.Type(Text(order, "text")).Id };
            case "send-document":
                return new JsonObject { ["id"] = view.SendDocument(Text(order, "name"), System.Text.Encoding.UTF8.GetBytes(Text(order, "text"))).Id };
            case "press":
                return await ToastAsync(view.Press(Text(order, "label")), cancellationToken);
            case "inline":
                return await AskInlineAsync(view, Text(order, "words"), cancellationToken);
            case "choose":
                return new JsonObject { ["id"] = view.ChooseInline(_queries["inline"], Text(order, "title")).Id };
            case "block":
                view.Block();
                return new JsonObject();
            case "serve-image":
                telegram.Web.ServeImage(Text(order, "url"));
                return new JsonObject();
            case "wait":
                var count = order["count"]!.GetValue<int>();
                await view.WaitAsync(shown => shown.BotMessages.Count >= count, cancellationToken);
                return Screen(view);
            default:
                return Screen(view);
        }
    }

    private JsonObject Add(string name, VirtualChat chat)
    {
        _chats[name] = chat;
        return new JsonObject { ["id"] = chat.Id };
    }

    private static async Task<JsonNode> ToastAsync(PendingQuery query, CancellationToken cancellationToken)
    {
        await query.WaitForAnswerAsync(cancellationToken);
        return new JsonObject { ["toast"] = query.Toast };
    }

    private async Task<JsonNode> AskInlineAsync(ChatView view, string words, CancellationToken cancellationToken)
    {
        var query = _queries["inline"] = view.QueryInline(words);
        await query.WaitForAnswerAsync(cancellationToken);
        return new JsonArray([.. query.ResultTitles.Select(title => JsonValue.Create(title))]);
    }

    /// <summary>The chat named by "chat", else the private one, on the screen of "as".</summary>
    private ChatView ViewOf(JsonNode order)
    {
        var name = Text(order, "as");
        if (!_people.TryGetValue(name, out var person))
        {
            _people[name] = person = telegram.AddUser(name);
        }

        return order["chat"]?.GetValue<string>() is { } chat ? _chats[chat].As(person) : person.Chat;
    }

    private static JsonArray Screen(ChatView view) => new([.. view.BotMessages.Select(message => new JsonObject
    {
        ["text"] = message.Text,
        ["kind"] = message.Content.MediaKind ?? "text",
        ["entities"] = new JsonArray([.. message.Content.Text.Entities.Select(entity => JsonValue.Create(entity.Type))]),
        ["buttons"] = new JsonArray([.. message.Buttons.SelectMany(row => row).Select(button => JsonValue.Create(button.Label))]),
    })]);

    private static string Text(JsonNode order, string field) => order[field]?.GetValue<string>() ?? "";
}
