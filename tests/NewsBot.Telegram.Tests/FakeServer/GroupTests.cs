using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram;

namespace NewsBot.Telegram.Tests.FakeServer;

public sealed class GroupTests : FakeTelegramTests
{
    [Theory]
    [InlineData("hello", false)]
    [InlineData("/news", true)]
    [InlineData("/news@news_bot", true)]
    [InlineData("/news@other_bot", false)]
    [InlineData("look: /news", false)]
    [InlineData("@news_bot hello", false)]
    public async Task Privacy_mode_shows_a_bot_what_is_meant_for_it(string text, bool isSeen)
    {
        var group = Telegram.AddSupergroup("Town hall", Ada);
        group.AddBot(Ada);
        await TakeUpdatesAsync();

        group.As(Ada).Type(text);

        Assert.Equal(isSeen ? 1 : 0, (await TakeUpdatesAsync()).Count);
    }

    [Fact]
    public async Task A_bare_command_goes_to_the_bot_that_wrote_last()
    {
        var group = Telegram.AddSupergroup("Town hall", Ada);
        group.AddBot(Ada);
        var other = Telegram.AddOtherBot("other_bot");
        group.Add(other);
        group.As(other).Type("I am here");
        await TakeUpdatesAsync();

        group.As(Ada).Type("/news");
        Assert.Empty(await TakeUpdatesAsync());

        await SendAsync(group, "me too");
        group.As(Ada).Type("/news");
        Assert.Single(await TakeUpdatesAsync());
    }

    [Fact]
    public async Task A_reply_to_the_bot_is_seen_and_so_is_everything_by_an_administrator_bot()
    {
        var group = Telegram.AddSupergroup("Town hall", Ada);
        group.AddBot(Ada);
        await SendAsync(group, "Which town?");
        await TakeUpdatesAsync();

        group.As(Ada).Reply(group.As(Ada).Last, "Harbour Town");
        Assert.Single(await TakeUpdatesAsync());

        group.SetBot(Ada, Membership.Administrator);
        group.As(Ada).Type("hello all");
        Assert.Equal(["my_chat_member", "message"], (await TakeUpdatesAsync()).Select(KindOf));
    }

    [Fact]
    public async Task A_group_that_became_a_supergroup_tells_its_new_id_by_every_way()
    {
        var group = Telegram.AddGroup("Club", Ada);
        group.AddBot(Ada);
        await TakeUpdatesAsync();

        var next = group.Migrate(Ada);
        var refusal = await Client.CallAsync("sendMessage", To(group, "hello"));
        var updates = await TakeUpdatesAsync();

        Assert.Equal("Bad Request: group chat was upgraded to a supergroup chat", refusal["description"]!.GetValue<string>());
        Assert.Equal(next.Id, refusal["parameters"]!["migrate_to_chat_id"]!.GetValue<long>());
        Assert.Equal(next.Id, updates[0]["message"]!["migrate_to_chat_id"]!.GetValue<long>());
        Assert.Equal(group.Id, updates[1]["message"]!["migrate_from_chat_id"]!.GetValue<long>());
        await SendAsync(next, "hello");
    }

    [Fact]
    public async Task A_bot_that_was_kicked_is_told_and_refused()
    {
        var group = Telegram.AddSupergroup("Town hall", Ada);
        group.AddBot(Ada);
        group.KickBot(Ada);

        Assert.Equal("Forbidden: bot was kicked from the supergroup chat", await Client.RefusalAsync("sendMessage", To(group, "hello")));
        Assert.Equal("kicked", (await TakeUpdatesAsync())[^1]["my_chat_member"]!["new_chat_member"]!["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_anonymous_administrator_writes_as_the_group()
    {
        var group = Telegram.AddSupergroup("Town hall", Ada).Add(Ada, Membership.Administrator with { IsAnonymous = true });
        group.AddBot(Ada);
        await TakeUpdatesAsync();

        group.As(Ada).Type("/news");
        var message = (await TakeUpdatesAsync())[0]["message"]!;

        Assert.Equal(group.Id, message["sender_chat"]!["id"]!.GetValue<long>());
        Assert.Equal("GroupAnonymousBot", message["from"]!["username"]!.GetValue<string>());
    }

    [Fact]
    public async Task Topics_have_numbers_but_for_General()
    {
        var forum = Telegram.AddForum("Guild", Ada);
        forum.AddBot(Ada);
        var topic = forum.CreateTopic("Harbour", Ada);
        var there = To(forum, "hello");
        there["message_thread_id"] = topic.Id;
        await Client.ResultAsync("sendMessage", (JsonObject)there.DeepClone());

        Assert.Equal("hello", forum.As(Ada, topic).Last.Text);
        Assert.Empty(forum.As(Ada).BotMessages);

        there["message_thread_id"] = 1;
        Assert.Equal("Bad Request: message thread not found", await Client.RefusalAsync("sendMessage", (JsonObject)there.DeepClone()));
        there["message_thread_id"] = topic.Id;
        forum.CloseTopic(topic);
        Assert.Equal("Bad Request: TOPIC_CLOSED", await Client.RefusalAsync("sendMessage", (JsonObject)there.DeepClone()));
        forum.DeleteTopic(topic);
        Assert.Equal("Bad Request: message thread not found", await Client.RefusalAsync("sendMessage", (JsonObject)there.DeepClone()));
    }

    [Fact]
    public async Task A_channel_needs_the_right_to_post_and_its_posts_appear_in_its_discussion()
    {
        var channel = Telegram.AddChannel("Harbour news", Ada, "harbour_news");
        channel.Discussion = Telegram.AddSupergroup("Harbour talk", Ada);
        channel.AddBot(Ada);
        channel.Discussion.SetBot(Ada, Membership.Administrator);
        await TakeUpdatesAsync();

        channel.As(Ada).Type("first post");
        var updates = await TakeUpdatesAsync();
        channel.SetBot(Ada, Membership.Administrator with { CanPost = false });

        Assert.Equal(["channel_post", "message"], updates.Select(KindOf));
        Assert.True(updates[1]["message"]!["is_automatic_forward"]!.GetValue<bool>());
        Assert.Equal("Bad Request: need administrator rights in the channel chat", await Client.RefusalAsync("sendMessage", new JsonObject { ["chat_id"] = "@Harbour_News", ["text"] = "x" }));
    }

    [Fact]
    public async Task An_ephemeral_message_is_seen_by_one()
    {
        var ben = Telegram.AddUser("Ben");
        var group = Telegram.AddSupergroup("Town hall", Ada).Add(ben);
        group.AddBot(Ada);
        var message = To(group, "for Ada");
        message["ephemeral_message_parameters"] = new JsonObject { ["receiver_user_id"] = Ada.Id };

        var sent = (await Client.ResultAsync("sendMessage", message))!;
        var edit = new JsonObject { ["chat_id"] = group.Id, ["receiver_user_id"] = Ada.Id, ["ephemeral_message_id"] = sent["ephemeral_message_id"]!.GetValue<int>(), ["text"] = "changed" };
        await Client.ResultAsync("editEphemeralMessageText", edit);

        Assert.Equal(0, sent["message_id"]!.GetValue<int>());
        Assert.Equal("changed", group.As(Ada).Last.Text);
        Assert.Empty(group.As(ben).BotMessages);
    }

    [Fact]
    public async Task Members_and_administrators_are_told_with_their_rights()
    {
        var ben = Telegram.AddUser("Ben");
        var group = Telegram.AddSupergroup("Town hall", Ada).Add(ben);
        group.AddBot(Ada);

        var member = await Client.ResultAsync("getChatMember", new JsonObject { ["chat_id"] = group.Id, ["user_id"] = ben.Id });
        var administrators = (JsonArray)(await Client.ResultAsync("getChatAdministrators", new JsonObject { ["chat_id"] = group.Id }))!;

        Assert.Equal("member", member!["status"]!.GetValue<string>());
        Assert.Equal(["creator"], administrators.Select(one => one!["status"]!.GetValue<string>()));
        Assert.Equal("Bad Request: there are no administrators in the private chat", await Client.RefusalAsync("getChatAdministrators", new JsonObject { ["chat_id"] = Ada.Id }));
    }

    private static string KindOf(JsonNode update) => ((JsonObject)update).Select(field => field.Key).First(name => name != "update_id");
}
