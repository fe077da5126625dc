using NewsBot.Testing;
using NewsBot.Testing.Discord;
using NewsBot.Testing.Telegram;
using NewsBot.Testing.Web;
using NewsBot.Tests.EndToEnd;

namespace NewsBot.Tests.Secrets;

/// <summary>Tokens, passwords and keys are sent to whom they are for, and stand nowhere else, whatever fails.</summary>
public sealed class SecretsTests
{
    private const string Send = "POST /channels/{channel}/messages";
    private const string Answer = "PATCH /webhooks/{app}/{token}/messages/@original";
    private static readonly IReadOnlyList<string> Verbs = ["healthcheck", "check", "reports --json", "export", "fetch", "chat /feeds", "chat /feed #1", "chat /feeds failing", "chat /stats", "chat /subscriptions", "backup copy.zip"];

    [Fact]
    public async Task Nothing_that_the_program_tells_of_itself_holds_a_secret_while_each_edge_fails()
    {
        await using var rig = await SecretsRig.StartAsync();
        using var watch = new SecretWatch(SecretsRig.All);
        var told = await SetUpAsync(rig);
        told += await FailAsync(rig, (status, _) => status);
        told += await RefuseTokensAsync(rig);

        AssertNone(watch.Found);
        Assert.True(watch is { Activities: > 0, Measurements: > 20, Exceptions: > 20 }, $"{watch.Activities} activities, {watch.Measurements} measurements, {watch.Exceptions} exceptions");
        AssertNone(await rig.StopAndSearchAsync([.. SecretsRig.All, .. rig.Discord.Interactions.All.Select(asked => asked.Token)]));
        Assert.DoesNotContain(SecretsRig.All, secret => told.Contains(secret, StringComparison.Ordinal));

        // The search can find: what is no secret lies there in the clear.
        Assert.True(rig.HasLogged("The language model failed") && rig.HasLogged("stops for good (code 4004)"));
        Assert.Contains(await rig.StopAndSearchAsync(["Old depot 4"]), place => place.StartsWith("newsbot", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_server_repeats_of_a_secret_in_its_refusals_is_not_passed_on()
    {
        await using var rig = await SecretsRig.StartAsync();
        var told = await SetUpAsync(rig);
        told += await FailAsync(rig, (status, secret) => $"{status}: you sent {secret}");
        told += await RefuseTokensAsync(rig);

        AssertNone(await rig.StopAndSearchAsync(SecretsRig.All));
        Assert.DoesNotContain(SecretsRig.All, secret => told.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_watch_sees_a_secret_in_an_address_and_in_an_exception()
    {
        await using var site = FeedServer.Start();
        using var watch = new SecretWatch(["canary-of-the-watch"]);

        using (var http = new HttpClient())
        {
            await http.GetAsync(site.Url("/bot/canary-of-the-watch"), TestContext.Current.CancellationToken);
        }

        Assert.Throws<InvalidOperationException>(() => Throw("canary-of-the-watch"));

        Assert.Equal(["activity", "exception"], watch.Found.Select(found => found.Split(':')[0]).Order());
    }

    private static void AssertNone(IReadOnlyList<string> found) => Assert.True(found.Count == 0, string.Join("\n\n", found));

    private static void Throw(string words) => throw new InvalidOperationException(words);

    /// <summary>Enters all secrets and returns what was answered.</summary>
    private static async Task<string> SetUpAsync(SecretsRig rig)
    {
        Publish(rig, "Ferry to Marrow Island resumes");
        rig.Site.Serve("/private.xml", Some.Rss(Some.Item("Council of Larkfield meets")));
        rig.Ada.Chat.Start();
        var told = await AskAsync(rig, $"/subscribe {rig.PrivateFeed}", "is followed now");
        told += await AskAsync(rig, $"/subscribe {rig.Site.Url("/town.xml")}", "is followed now");
        told += await AskAsync(rig, $"/feed #1 header X-Api-Key: {SecretsRig.OfHeader}", "X-Api-Key");
        Assert.Contains(rig.Site.Requests, request => request.Header("Authorization") is not null);
        await DiscordRig.SayAsync(rig.Mara.Slash(rig.News, "feed add", ("what", rig.Site.Url("/town.xml").AbsoluteUri)), "is followed now");
        await DiscordRig.UntilAsync(() => rig.Site.Requests.Any(request => request.Header("X-Api-Key") == SecretsRig.OfHeader));
        return told;
    }

    /// <summary>Lets each edge fail in each way, with questions and news meanwhile, and returns what was answered.</summary>
    /// <param name="words">What a server says, from what happened and the secret that it knows.</param>
    private static async Task<string> FailAsync(SecretsRig rig, Func<string, string, string> words)
    {
        FailTelegram(rig, words);
        FailDiscord(rig, words);
        FailSite(rig, words);
        var told = "";
        for (var round = 1; round <= 4; round++)
        {
            Publish(rig, $"Old depot {round} becomes a market", "Ferry to Marrow Island resumes");
            var title = $"Old depot {round}";
            rig.Mara.Slash(rig.News, "id");
            await DiscordRig.SeesAsync(rig.News, title);
            foreach (var question in (string[])["/latest", "/summary 1", "/feed #1"])
            {
                await TryAsync(rig, question);
            }
        }

        told += await AskAsync(rig, $"/feed #1 proxy http://paula:{SecretsRig.OfProxy}@127.0.0.1:9/", "Proxy: ") + await AskAsync(rig, "/feeds failing");
        told += string.Join('\n', rig.Ada.Chat.BotMessages.Select(message => message.Text));
        foreach (var verb in Verbs)
        {
            told += await rig.AskAsync(verb.Split(' ', 2));
        }

        return told;
    }

    private static void FailTelegram(SecretsRig rig, Func<string, string, string> words)
    {
        var said = words("Bad Request", rig.Telegram.Token);
        foreach (var method in (string[])["sendMessage", "getUpdates", "getChat", "setMyCommands"])
        {
            foreach (var fault in (Fault[])[Fault.BadGateway(), Fault.DropBefore(), Fault.GarbageAfter(), Fault.Refuse(500, words("Internal Server Error", SecretsRig.OfTelegram)), Fault.Refuse(400, said), Fault.RetryAfter(1)])
            {
                rig.Telegram.FailNext(method, fault);
            }
        }
    }

    private static void FailDiscord(SecretsRig rig, Func<string, string, string> words)
    {
        var said = words("Invalid Form Body", rig.Discord.Token);
        rig.Discord.Faults.Next(Send, FakeFault.BadGateway(), FakeFault.Cut(), FakeFault.Error(400, 50035, said), FakeFault.LostAnswer(), FakeFault.UserLimit(0.2), FakeFault.Error(500, 0, said));
        rig.Discord.Faults.Next(Answer, FakeFault.Error(400, 50035, said), FakeFault.Cut(), FakeFault.Error(403, 0, said), FakeFault.Error(400, 1, words("Unknown", SecretsRig.OfDiscord)));
        rig.Discord.Faults.Next("GET /gateway/bot", FakeFault.BadGateway(), FakeFault.Cut(), FakeFault.Error(403, 0, said));
        rig.Discord.Gateway.RefuseConnections(2);
        rig.Discord.Gateway.Invalidate(canResume: false);
    }

    private static void FailSite(SecretsRig rig, Func<string, string, string> words)
    {
        var secret = words("Server Error", SecretsRig.OfFeed + " " + SecretsRig.OfHeader);
        var feed = ServerAnswer.Ok(Some.Rss(Some.Item("Ferry to Marrow Island resumes")));
        rig.Site.Script(
            "/private.xml",
            [ServerAnswer.Of(500, secret), ServerAnswer.Of(403, secret), ServerAnswer.Misbehave((connection, _) => Reset(connection)), ServerAnswer.Ok(secret), feed, ServerAnswer.Redirect(302, words("/elsewhere", SecretsRig.OfFeed).Replace(' ', '-')), ServerAnswer.Of(401, secret)]);
        var refusal = $$$"""{"error":{"message":"{{{words("Incorrect API key", SecretsRig.OfModel)}}}","type":"invalid_request_error","code":"invalid_api_key"}}""";
        rig.Site.Script(
            SecretsRig.ModelPath,
            [ServerAnswer.Of(401, refusal).With("Content-Type", "application/json"), ServerAnswer.Misbehave((connection, _) => Reset(connection)), ServerAnswer.Ok("{", "application/json"), ServerAnswer.Of(400, refusal).With("Content-Type", "application/json")]);
    }

    /// <summary>Both platforms refuse the tokens from now on.</summary>
    private static async Task<string> RefuseTokensAsync(SecretsRig rig)
    {
        rig.Telegram.Heal();
        rig.Telegram.Token = "7000000:another_token_from_now_on_0123456789";
        rig.Discord.Gateway.IsTokenRevoked = true;
        rig.Discord.Gateway.Close(4000);
        var told = "";
        for (var tries = 0; tries < 40 && !(told.Contains("Telegram:Token is refused", StringComparison.Ordinal) && told.Contains("Discord:Token is refused", StringComparison.Ordinal)); tries++)
        {
            await Task.Delay(250, TestContext.Current.CancellationToken);
            told = await rig.AskAsync("healthcheck") + await rig.AskAsync("check");
        }

        Assert.Contains("Telegram:Token is refused", told, StringComparison.Ordinal);
        Assert.Contains("Discord:Token is refused", told, StringComparison.Ordinal);
        return told;
    }

    /// <summary>The feed that both may read.</summary>
    private static void Publish(SecretsRig rig, params IReadOnlyList<string> titles)
    {
        var feed = Some.Rss([.. titles.Select(title => Some.Item(title) with { Description = "The town council of Larkfield decided on Monday what becomes of the place. Work begins in spring and lasts two years. It costs four million." })]);
        rig.Site.Serve("/town.xml", feed);
    }

    /// <param name="words">Of the answer.</param>
    private static async Task<string> AskAsync(SecretsRig rig, string text, string words = "")
    {
        var asked = rig.Ada.Chat.Type(text);
        await DiscordRig.UntilAsync(() => rig.Ada.Chat.BotMessages.Any(message => message.Id > asked.Id && message.Text.Contains(words, StringComparison.Ordinal)), () => $"no answer to {text}: {string.Join(" | ", rig.Ada.Chat.BotMessages.TakeLast(1).Select(message => message.Text))}");
        return string.Join('\n', rig.Ada.Chat.BotMessages.Where(message => message.Id > asked.Id).Select(message => message.Text));
    }

    /// <summary>Asks, and waits until an answer was tried: it may not arrive.</summary>
    private static async Task TryAsync(SecretsRig rig, string text)
    {
        var before = rig.Telegram.CallsOf("sendMessage").Count;
        rig.Ada.Chat.Type(text);
        await DiscordRig.UntilAsync(() => rig.Telegram.CallsOf("sendMessage").Count > before, () => $"nothing sent after {text}");
    }

    private static Task Reset(ServerConnection connection)
    {
        connection.Reset();
        return Task.CompletedTask;
    }
}
