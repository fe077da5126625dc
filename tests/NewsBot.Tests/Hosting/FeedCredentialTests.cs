using System.Text;
using NewsBot.Core.Commands;
using NewsBot.Core.Feeds;
using NewsBot.Terminal;
using NewsBot.Testing;
using NewsBot.Testing.Web;

namespace NewsBot.Tests.Hosting;

public sealed class FeedCredentialTests : IAsyncLifetime
{
    private const string Canary = "canary-7f3a91";
    private readonly FeedServer _site = FeedServer.Start();
    private BotRig _rig = null!;

    public async ValueTask InitializeAsync()
    {
        _rig = await BotRig.OpenAsync();
        var feed = ServerAnswer.Ok(Some.Rss(Some.Item("Ferry to Marrow Island resumes")));
        _site.Script("/private.xml", request => request.Header("Authorization") == Basic ? feed : ServerAnswer.Of(401));
    }

    private static string Basic => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("anna:" + Canary));

    private string WithPassword => $"http://anna:{Canary}@127.0.0.1:{_site.Port}/private.xml";

    [Fact]
    public async Task The_operator_follows_a_feed_with_a_password_that_is_found_nowhere_again()
    {
        var shown = new StringBuilder();
        foreach (var text in new[] { $"/subscribe {WithPassword}", "/subscriptions", "/feeds", "/why", "/why #1", "/export", WithPassword, $"/summary {WithPassword}", $"/story {WithPassword}" })
        {
            shown.Append(JsonRenderer.Render(text, await _rig.AskAsync(text)));
        }

        Assert.Contains("is followed now", shown.ToString(), StringComparison.Ordinal);
        Assert.Equal(_site.Url("/private.xml").AbsoluteUri, Assert.Single(_rig.Bot.Get<FeedRegistry>().All).Url);
        await _rig.RestartAsync();
        var report = await _rig.Bot.Get<NewsPipeline>().RefreshAsync(_rig.Bot.Get<FeedRegistry>().All[0], TestContext.Current.CancellationToken);
        Assert.Null(report.Error);
        await _rig.CloseAsync();
        Assert.DoesNotContain(Canary, shown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, _rig.Errors, StringComparison.Ordinal);
        var files = Directory.EnumerateFiles(_rig.Folder, "*", SearchOption.AllDirectories).ToList();
        Assert.Contains(files, file => file.EndsWith("secret.key", StringComparison.Ordinal));
        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Canary)) < 0, $"{file} holds the password.");
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Basic[6..])) < 0, $"{file} holds the password.");
        }
    }

    [Fact]
    public void The_key_is_for_the_user_of_the_process_alone()
    {
        var mode = OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.GetUnixFileMode(Path.Combine(_rig.Folder, "data", "secret.key"));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
    }

    [Theory]
    [InlineData(Role.Admin, true)]
    [InlineData(Role.Operator, false)]
    public async Task Nobody_else_and_nowhere_else(Role role, bool isPrivate)
    {
        var reply = Assert.IsType<Reply.Refusal>(await _rig.AskAsync($"/subscribe {WithPassword}", role, isPrivate: isPrivate));

        Assert.DoesNotContain(Canary, reply.Text, StringComparison.Ordinal);
        Assert.Empty(_rig.Bot.Get<FeedRegistry>().All);
        Assert.Empty(_site.Requests);
    }

    [Fact]
    public async Task A_stranger_cannot_follow_what_the_credentials_opened()
    {
        await _rig.TellAsync($"/subscribe {WithPassword}");

        Assert.IsType<Reply.Refusal>(await _rig.AskAsync($"/subscribe {_site.Url("/private.xml")}", Role.Admin, "test:bert"));
        Assert.DoesNotContain("Ferry", await _rig.TellAsync("/latest", Role.Admin, "test:bert"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_credentials_leave_nothing_behind()
    {
        Assert.IsType<Reply.Refusal>(await _rig.AskAsync($"/subscribe http://anna:wrong@127.0.0.1:{_site.Port}/private.xml"));

        Assert.Empty(_rig.Bot.Get<FeedRegistry>().All);
    }

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        await _site.DisposeAsync();
    }
}
