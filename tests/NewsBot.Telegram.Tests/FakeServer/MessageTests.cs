using System.Net;
using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram;

namespace NewsBot.Telegram.Tests.FakeServer;

public sealed class MessageTests : IAsyncDisposable
{
    private readonly FakeTelegram _telegram = FakeTelegram.Start();
    private readonly BotClient _bot;
    private readonly VirtualUser _ada;

    public MessageTests()
    {
        _bot = new BotClient(_telegram);
        _ada = _telegram.AddUser("Ada");
        _ada.Chat.Start();
    }

    [Fact]
    public async Task A_person_reads_the_text_and_not_the_markup()
    {
        await SendAsync("<b>Harbour</b> opens &amp; <a href=\"https://harbour.example/1\">more</a>");

        Assert.Equal("Harbour opens & more", _ada.Chat.Last.Text);
        Assert.Equal("https://harbour.example/1", _ada.Chat.Last.LinkOf("more"));
        Assert.Equal(["bold", "text_link"], _ada.Chat.Last.Content.Text.Entities.Select(entity => entity.Type));
    }

    [Fact]
    public async Task Message_ids_are_counted_in_each_chat()
    {
        var ben = _telegram.AddUser("Ben");
        ben.Chat.Start();

        var toAda = await _bot.ResultAsync("sendMessage", To(_ada, "one"));
        var toBen = await _bot.ResultAsync("sendMessage", To(ben, "one"));

        Assert.Equal(2, toAda!["message_id"]!.GetValue<int>());
        Assert.Equal(2, toBen!["message_id"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("", "Bad Request: message text is empty")]
    [InlineData("  \n ", "Bad Request: message text is empty")]
    [InlineData("<b></b>", "Bad Request: message text is empty")]
    [InlineData("a < b", "Bad Request: can't parse entities: Unsupported start tag \"\" at byte offset 2")]
    public async Task A_text_that_Telegram_refuses_is_refused_in_its_words(string html, string description) =>
        Assert.Equal(description, await _bot.RefusalAsync("sendMessage", To(_ada, html)));

    [Fact]
    public async Task The_length_counts_code_points_after_parsing()
    {
        await SendAsync($"<b>{string.Concat(Enumerable.Repeat("\U0001F600", 4096))}</b>");

        Assert.Equal("Bad Request: message is too long", await _bot.RefusalAsync("sendMessage", To(_ada, new string('x', 4097))));
    }

    [Fact]
    public async Task Nobody_is_written_to_who_has_not_begun()
    {
        var ben = _telegram.AddUser("Ben");

        Assert.Equal("Bad Request: chat not found", await _bot.RefusalAsync("sendMessage", To(ben, "hello")));
    }

    [Fact]
    public async Task A_person_who_blocks_the_bot_is_out_of_reach_and_the_bot_is_told()
    {
        await _bot.UpdatesAsync(offset: -1);
        _ada.Chat.Block();

        Assert.Equal("Forbidden: bot was blocked by the user", await _bot.RefusalAsync("sendMessage", To(_ada, "hello")));
        var change = (await _bot.UpdatesAsync())[^1]!["my_chat_member"]!;
        Assert.Equal("kicked", change["new_chat_member"]!["status"]!.GetValue<string>());

        _ada.Chat.Type("/start");
        await SendAsync("hello again");
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_is_refused()
    {
        var sent = await _bot.ResultAsync("sendMessage", To(_ada, "one"));
        var edit = To(_ada, "two");
        edit["message_id"] = sent!["message_id"]!.GetValue<int>();

        await _bot.ResultAsync("editMessageText", (JsonObject)edit.DeepClone());
        Assert.StartsWith("Bad Request: message is not modified", await _bot.RefusalAsync("editMessageText", edit), StringComparison.Ordinal);
        Assert.Equal("two", _ada.Chat.Last.Text);
    }

    [Fact]
    public async Task A_press_is_answered_once()
    {
        var message = To(_ada, "one");
        message["reply_markup"] = new JsonObject { ["inline_keyboard"] = new JsonArray(new JsonArray(new JsonObject { ["text"] = "More", ["callback_data"] = "more:1" })) };
        await _bot.ResultAsync("sendMessage", message);

        var press = _ada.Chat.Press("More");
        var update = (await _bot.UpdatesAsync())[^1]!["callback_query"]!;
        Assert.Equal("more:1", update["data"]!.GetValue<string>());
        var answer = new JsonObject { ["callback_query_id"] = update["id"]!.GetValue<string>(), ["text"] = "Done" };
        await _bot.ResultAsync("answerCallbackQuery", (JsonObject)answer.DeepClone());

        Assert.Equal("Done", press.Toast);
        Assert.StartsWith("Bad Request: query is too old", await _bot.RefusalAsync("answerCallbackQuery", answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callback_data_holds_64_bytes()
    {
        var message = To(_ada, "one");
        message["reply_markup"] = new JsonObject { ["inline_keyboard"] = new JsonArray(new JsonArray(new JsonObject { ["text"] = "More", ["callback_data"] = new string('ä', 33) })) };

        Assert.Equal("Bad Request: BUTTON_DATA_INVALID", await _bot.RefusalAsync("sendMessage", message));
    }

    [Fact]
    public async Task Every_encoding_is_understood()
    {
        using var form = new FormUrlEncodedContent([new("chat_id", IdOf(_ada)), new("text", "form & co")]);
        using var parts = new MultipartFormDataContent { { new StringContent(IdOf(_ada)), "chat_id" }, { new StringContent("parts ü"), "text" } };
        using var chunked = new StringContent($$"""{"chat_id":{{IdOf(_ada)}},"text":"chunked"}""", System.Text.Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{_telegram.ApiUrl}/bot{_telegram.Token}/sendMessage") { Content = chunked };
        request.Headers.TransferEncodingChunked = true;
        using var http = new HttpClient();

        Assert.Equal(HttpStatusCode.OK, (await _bot.PostAsync("sendMessage", form)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _bot.PostAsync("SENDMESSAGE", parts)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(["form & co", "parts ü", "chunked"], _ada.Chat.BotMessages.Select(message => message.Text));
    }

    public async ValueTask DisposeAsync()
    {
        _bot.Dispose();
        await _telegram.DisposeAsync();
    }

    private Task SendAsync(string html) => _bot.ResultAsync("sendMessage", To(_ada, html));

    private static JsonObject To(VirtualUser user, string html) => new() { ["chat_id"] = user.Id, ["text"] = html, ["parse_mode"] = "HTML" };

    private static string IdOf(VirtualUser user) => user.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
