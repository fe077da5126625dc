using System.Text.Json.Nodes;
using NewsBot.Core.Storage;
using NewsBot.Testing.Telegram;

namespace NewsBot.Tests.OnTelegram;

public sealed class UpdateTests : TelegramTests
{
    [Fact]
    public async Task An_update_that_nobody_can_read_stops_no_other()
    {
        await Rig.StopAsync();
        Telegram.PushUpdate(new JsonObject { ["message"] = new JsonObject { ["message_id"] = 1, ["date"] = 1, ["chat"] = new JsonObject { ["id"] = 5, ["type"] = "private" }, ["forward_origin"] = new JsonObject { ["type"] = "from_the_moon" } } });
        Telegram.PushUpdate(new JsonObject { ["telepathy"] = new JsonObject { ["thought"] = "news?" } });
        var asked = Ada.Chat.Type("/id");
        await Rig.BeginAsync();

        Assert.StartsWith("You are", (await Ada.Chat.AnswerToAsync(asked, Token)).Text, StringComparison.Ordinal);
        await Telegram.WaitAsync(() => Telegram.PendingUpdates == 0, Token);
    }

    [Fact]
    public async Task Only_the_kinds_we_answer_are_asked_for()
    {
        await AskAsync("/id");

        var allowed = Telegram.CallsOf("getUpdates")[0].Json("allowed_updates", "allowed updates");
        Assert.Equal(["message", "channel_post", "callback_query", "inline_query", "my_chat_member"], allowed!.AsArray().Select(kind => kind!.GetValue<string>()));
    }

    [Fact]
    public async Task What_was_answered_is_confirmed_at_a_stop_and_not_answered_again()
    {
        await AskAsync("/id");
        await Rig.RestartAsync();
        await AskAsync("/id");

        Assert.Equal(2, Ada.Chat.BotMessages.Count);
    }

    [Fact]
    public async Task An_update_that_comes_again_is_answered_once()
    {
        var asked = Ada.Chat.Type("/id");
        await Ada.Chat.AnswerToAsync(asked, Token);
        Telegram.RenumberUpdates(1);
        Ada.Chat.Type("/id");
        await Ada.Chat.WaitAsync(view => view.BotMessages.Count == 2, Token);
        Telegram.RenumberUpdates(1);
        var repeated = Ada.Chat.Type("/id");

        await SilenceAsync(Ada.Chat, repeated);
    }

    [Fact]
    public async Task A_failing_server_is_asked_again_and_nothing_is_lost()
    {
        Telegram.FailNext("getUpdates", Fault.BadGateway());
        Telegram.FailNext("getUpdates", Fault.DropBefore());
        Telegram.FailNext("getUpdates", Fault.GarbageAfter());

        Assert.StartsWith("You are", (await AskAsync("/id")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_poller_is_waited_for_and_not_fought()
    {
        await AskAsync("/id");
        var before = Telegram.CallsOf("getUpdates").Count;
        Telegram.FailNext("getUpdates", Fault.Refuse(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"), times: 2);
        var asked = Ada.Chat.Type("/id");

        await Ada.Chat.AnswerToAsync(asked, Token);

        Assert.InRange(Telegram.CallsOf("getUpdates").Count - before, 1, 5);
    }

    [Fact]
    public async Task A_webhook_that_was_left_behind_is_removed()
    {
        Telegram.FailNext("getUpdates", Fault.Refuse(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"));

        await AskAsync("/id");

        await Telegram.WaitAsync(() => Telegram.CallsOf("deleteWebhook").Count == 1, Token);
    }

    [Fact]
    public async Task Menus_are_told_once_and_again_only_when_they_change()
    {
        var told = $"telegram:{Telegram.Bot.Id}:menu";
        while (await Rig.Bot.Get<INewsStore>().FindStateAsync(told, Token) is null)
        {
            await Task.Delay(20, Token);
        }

        await Rig.RestartAsync();
        await AskAsync("/id");

        Assert.Equal(4, Telegram.CallsOf("setMyCommands").Count);
        Assert.Contains("/headlines the top stories of the last 24 hours", Telegram.MenuOf("all_group_chats"));
        Assert.DoesNotContain(Telegram.MenuOf("all_group_chats"), entry => entry.StartsWith("/subscribe ", StringComparison.Ordinal));
        Assert.Contains(Telegram.MenuOf("all_private_chats"), entry => entry.StartsWith("/manage ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_after_the_bots_name_find_articles_to_share_in_any_chat()
    {
        await FollowAsync();
        var ben = Telegram.AddUser("Ben");

        var found = Ada.Chat.QueryInline("otters");
        await found.WaitForAnswerAsync(Token);
        var foreign = ben.Chat.QueryInline("otters");
        await foreign.WaitForAnswerAsync(Token);

        Assert.Equal(["Otters counted in Brannoch"], found.ResultTitles);
        Assert.Empty(foreign.ResultTitles);
        var group = Telegram.AddSupergroup("Larkfield talk", Ada);
        Assert.Contains("Otters counted in Brannoch", group.As(Ada).ChooseInline(found, "Otters counted in Brannoch").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blocked_chat_is_kept_and_goes_on_when_it_is_opened_again()
    {
        var followed = await FollowAsync();
        Ada.Chat.Block();
        await Telegram.WaitAsync(() => Telegram.PendingUpdates == 0, Token);
        Rig.Publish("Old depot becomes a market", "Ferry to Marrow Island resumes");
        await Rig.RestartAsync();

        Ada.Chat.Unblock();

        await Ada.Chat.WaitAsync(view => view.BotMessages.Any(message => message.Id > followed.Id && message.Text.Contains("Old depot", StringComparison.Ordinal)), Token);
    }

    [Fact]
    public async Task A_press_that_is_answered_too_late_is_carried_out_all_the_same()
    {
        await FollowAsync();
        Telegram.FailNext("answerCallbackQuery", Fault.Refuse(400, "Bad Request: query is too old and response timeout expired or query ID is invalid"));

        Ada.Chat.Press("Undo");

        await Ada.Chat.WaitAsync(view => view.Last.Text.Contains("is removed", StringComparison.Ordinal), Token);
    }

    [Fact]
    public async Task An_answer_that_meets_a_flood_limit_waits_and_comes_once()
    {
        Telegram.FailNext("sendMessage", Fault.RetryAfter(1));

        await AskAsync("/id");

        Assert.Single(Ada.Chat.BotMessages);
    }
}
