using NewsBot.Core.Storage;
using NewsBot.Testing.Telegram;

namespace NewsBot.Tests.OnTelegram;

/// <summary>Ada talks to the bot.</summary>
public abstract class TelegramTests : IAsyncLifetime
{
    /// <summary>How long an answer may take on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly CancellationTokenSource _limit = new(Patience);

    private protected TelegramRig Rig { get; private set; } = null!;

    protected FakeTelegram Telegram => Rig.Telegram;

    protected VirtualUser Ada { get; private set; } = null!;

    protected CancellationToken Token => _limit.Token;

    public virtual async ValueTask InitializeAsync()
    {
        Rig = await TelegramRig.StartAsync(Change, ChangeAll, Begin);
        Ada = Telegram.AddUser("Ada");
    }

    public async ValueTask DisposeAsync()
    {
        await Rig.DisposeAsync();
        _limit.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>What the clock says at the start; null for now.</summary>
    protected virtual DateTimeOffset? Begin => null;

    protected virtual void ChangeAll(System.Text.Json.Nodes.JsonObject settings)
    {
    }

    protected virtual void Change(System.Text.Json.Nodes.JsonObject settings)
    {
    }

    /// <summary>The bot's answer to what Ada types in private.</summary>
    protected Task<VirtualMessage> AskAsync(string text) => Ada.Chat.AskAsync(text, Token);

    protected Task<VirtualMessage> FollowAsync() => AskAsync($"/subscribe {Rig.FeedUrl}");

    /// <summary>Nothing of the bot comes once everything that was told to it is done.</summary>
    protected async Task SilenceAsync(ChatView view, VirtualMessage asked)
    {
        // A later question elsewhere is answered: by then the earlier one is in the inbox or was dropped.
        var witness = Telegram.AddUser("Witness");
        await witness.Chat.AskAsync("/id", Token);
        var source = FormattableString.Invariant($"telegram:{Telegram.Bot.Id}");
        while ((await Rig.Bot.Get<INewsStore>().OpenInboxAsync(source, Token)).Count > 0)
        {
            await Task.Delay(100, Token);
        }

        Assert.DoesNotContain(view.BotMessages, message => message.Id > asked.Id);
    }
}
