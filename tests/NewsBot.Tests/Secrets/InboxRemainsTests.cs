using System.IO.Compression;
using System.Text;
using NewsBot.Core.Inbox;
using NewsBot.Core.Storage;
using NewsBot.Storage.LiteDb;
using NewsBot.Tests.Hosting;

namespace NewsBot.Tests.Secrets;

/// <summary>A command may hold a password; once it is answered, nothing of it is left on the disk.</summary>
public sealed class InboxRemainsTests
{
    private const string Canary = "canary-in-a-command";

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(50)]
    public async Task What_was_answered_leaves_nothing_in_the_files_and_in_a_backup(int open)
    {
        await using var rig = await BotRig.OpenAsync();
        var store = rig.Bot.Get<INewsStore>();
        var waiting = new Queue<InboxRow>();
        for (var update = 1; update <= 150; update++)
        {
            var row = new InboxRow { Source = "test:1", Update = update, Lane = "1", Payload = $$"""{"text":"/feed #1 proxy http://paula:{{Canary}}@proxy.example/ {{new string('x', update * 61 % 9_000)}}"}""", Sent = store.Now };
            waiting.Enqueue(Assert.Single(await store.AddToInboxAsync([row], TestContext.Current.CancellationToken)));
            if (waiting.Count > open)
            {
                await store.FinishInboxAsync(waiting.Dequeue(), TestContext.Current.CancellationToken);
            }
        }

        while (waiting.TryDequeue(out var row))
        {
            await store.FinishInboxAsync(row, TestContext.Current.CancellationToken);
        }

        await rig.Bot.Get<LiteDatabaseHost>().BackupAsync(Path.Combine(rig.Folder, "copy.zip"), TestContext.Current.CancellationToken);
        await rig.CloseAsync();
        ZipFile.ExtractToDirectory(Path.Combine(rig.Folder, "copy.zip"), Path.Combine(rig.Folder, "copy"));
        Assert.DoesNotContain(Directory.GetFiles(rig.Folder, "*", SearchOption.AllDirectories), path => File.ReadAllBytes(path).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Canary)) >= 0);
    }
}
