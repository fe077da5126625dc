using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram;

namespace NewsBot.Telegram.Tests.FakeServer;

public sealed class MediaTests : FakeTelegramTests
{
    private const string Address = "https://pictures.example/harbour.jpg";

    [Theory]
    [InlineData(1200, 800, 200_000, "image/jpeg", null)]
    [InlineData(9000, 2000, 200_000, "image/jpeg", "Bad Request: PHOTO_INVALID_DIMENSIONS")]
    [InlineData(4200, 200, 200_000, "image/jpeg", "Bad Request: PHOTO_INVALID_DIMENSIONS")]
    [InlineData(1200, 800, 5_300_000, "image/jpeg", "Bad Request: failed to get HTTP URL content")]
    [InlineData(1200, 800, 200_000, "text/html", "Bad Request: wrong type of the web page content")]
    public async Task A_photo_by_address_is_fetched_and_checked(int width, int height, int bytes, string type, string? refusal)
    {
        Telegram.Web.Serve(Address, new WebFile(type, bytes) { Width = width, Height = height });
        var photo = new JsonObject { ["chat_id"] = Ada.Id, ["photo"] = Address, ["caption"] = "<b>Harbour</b>", ["parse_mode"] = "HTML" };

        if (refusal is not null)
        {
            Assert.Equal(refusal, await Client.RefusalAsync("sendPhoto", photo));
            return;
        }

        await Client.ResultAsync("sendPhoto", photo);
        Assert.Equal(("photo", "Harbour"), (Ada.Chat.Last.Content.MediaKind, Ada.Chat.Last.Text));
    }

    [Fact]
    public async Task An_address_that_nobody_serves_cannot_be_fetched() =>
        Assert.Equal("Bad Request: failed to get HTTP URL content", await Client.RefusalAsync("sendPhoto", new JsonObject { ["chat_id"] = Ada.Id, ["photo"] = Address }));

    [Fact]
    public async Task A_caption_holds_1024_characters()
    {
        Telegram.Web.ServeImage(Address);

        Assert.Equal("Bad Request: message caption is too long", await Client.RefusalAsync("sendPhoto", new JsonObject { ["chat_id"] = Ada.Id, ["photo"] = Address, ["caption"] = new string('x', 1025) }));
    }

    [Fact]
    public async Task An_upload_is_kept_and_can_be_downloaded()
    {
        using var parts = new MultipartFormDataContent
        {
            { new StringContent(Ada.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), "chat_id" },
            { new StringContent("attach://0"), "document" },
            { new ByteArrayContent("<opml/>"u8.ToArray()), "0", "feeds.opml" },
        };
        Assert.True((await Client.PostAsync("sendDocument", parts)).IsSuccessStatusCode);

        var sent = Ada.Chat.Last.Content.Media!;
        var file = await Client.ResultAsync("getFile", new JsonObject { ["file_id"] = sent.Id });
        using var http = new HttpClient();
        var bytes = await http.GetByteArrayAsync(new Uri($"{Telegram.ApiUrl}/file/bot{Telegram.Token}/{file!["file_path"]}"), TestContext.Current.CancellationToken);

        Assert.Equal("feeds.opml", sent.Name);
        Assert.Equal("<opml/>"u8.ToArray(), bytes);
    }

    [Fact]
    public async Task A_document_that_a_person_sends_can_be_downloaded()
    {
        Ada.Chat.SendDocument("feeds.opml", "<opml/>"u8.ToArray(), caption: "/import");

        var message = (await TakeUpdatesAsync())[^1]["message"]!;
        await Client.ResultAsync("getFile", new JsonObject { ["file_id"] = message["document"]!["file_id"]!.GetValue<string>() });
        Assert.Equal("bot_command", message["caption_entities"]![0]!["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_album_holds_2_to_10_of_kinds_that_go_together()
    {
        Telegram.Web.ServeImage(Address);
        var photo = new JsonObject { ["type"] = "photo", ["media"] = Address };
        JsonObject Album(int count) => new() { ["chat_id"] = Ada.Id, ["media"] = new JsonArray([.. Enumerable.Range(0, count).Select(_ => photo.DeepClone())]) };

        await Client.ResultAsync("sendMediaGroup", Album(3));

        Assert.Equal(3, Ada.Chat.BotMessages.Count);
        Assert.Single(Ada.Chat.BotMessages.Select(message => message.AlbumId).Distinct());
        await Client.RefusalAsync("sendMediaGroup", Album(1));
        await Client.RefusalAsync("sendMediaGroup", Album(11));
    }

    [Fact]
    public async Task A_rich_message_is_read_as_text_and_refused_when_it_is_malformed()
    {
        JsonObject Rich(string html) => new() { ["chat_id"] = Ada.Id, ["rich_message"] = new JsonObject { ["html"] = html } };

        await Client.ResultAsync("sendRichMessage", Rich("<h2>Harbour</h2><p>It opens &mdash; today.</p><details><summary>More</summary><p>Soon.</p></details>"));

        Assert.Equal("Harbour\nIt opens — today.\nMore\nSoon.", Ada.Chat.Last.Text);
        Assert.StartsWith("Bad Request: can't parse rich message", await Client.RefusalAsync("sendRichMessage", Rich("<p>open")), StringComparison.Ordinal);
        Assert.StartsWith("Bad Request: can't parse rich message", await Client.RefusalAsync("sendRichMessage", Rich("<script>x</script>")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_can_be_stopped_and_gives_way_to_the_message()
    {
        var draft = new JsonObject { ["chat_id"] = Ada.Id, ["draft_id"] = 5, ["text"] = "It op", ["can_stop"] = true };
        await Client.ResultAsync("sendMessageDraft", (JsonObject)draft.DeepClone());
        Assert.Equal("It op", Ada.Chat.Chat.Draft!.Text);

        Ada.Chat.StopDraft();
        Assert.Equal(5, (await TakeUpdatesAsync())[^1]["stopped_message_generation"]!["draft_id"]!.GetValue<int>());

        await Client.ResultAsync("sendMessageDraft", draft);
        await SendAsync(Ada.Chat.Chat, "It opens.");
        Assert.Null(Ada.Chat.Chat.Draft);
    }
}
