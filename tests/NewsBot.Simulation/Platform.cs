using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Simulation;

/// <summary>A chat platform as one process sees it: slow, at times away, refusing, or answering into the void. What arrives is written to the world's ledger.</summary>
internal sealed class Platform(World world, Process process, string name, bool dropsRepeats) : IMessenger
{
    string IMessenger.Platform => name;

    public IReadOnlyList<PaceRule> Pace { get; } = [new PaceRule(30, TimeSpan.FromSeconds(1), IsPerPlace: false), new PaceRule(1, TimeSpan.FromSeconds(1), IsPerPlace: true)];

    public async Task<SendResult> SendAsync(PlaceId place, Post post, CancellationToken cancellationToken)
    {
        var (id, articles) = Contents(post);
        var result = await TryAsync(world.NextFault(id), () => world.Ledger.Arrive(place, id, post, articles, dropsRepeats), id.ToString());
        world.LostAnswers += result is SendResult.Unknown("no answer") && !dropsRepeats ? 1 : 0;
        return result is SendResult.Unknown ? new SendResult.Unknown("nobody knows") : result;
    }

    /// <summary>May be repeated: a lost answer costs nothing.</summary>
    public async Task<SendResult> EditAsync(PlaceId place, string messageId, Post.Alert post, CancellationToken cancellationToken) =>
        await TryAsync(world.NextEditFault(), () => world.Ledger.Change(place, messageId, post), messageId);

    private async Task<SendResult> TryAsync(Fault fault, Action arrive, string message)
    {
        await process.EnterAsync();
        var arrivesIfCut = world.Random.Next(2) == 0;
        await Task.Delay(TimeSpan.FromMilliseconds(world.Random.Next(20, 400)), world.Time, CancellationToken.None);
        if (process.IsDead)
        {
            if (arrivesIfCut)
            {
                arrive();
            }

            await process.EnterAsync();
        }

        if (fault is not (Fault.None or Fault.LostAnswer))
        {
            await process.EnterAsync();
            return ResultOf(fault);
        }

        arrive();
        await process.EnterAsync();
        return fault == Fault.None ? new SendResult.Sent(message) : new SendResult.Unknown("no answer");
    }

    private SendResult ResultOf(Fault fault) => fault switch
    {
        Fault.Outage or Fault.ServerError => new SendResult.RetryAfter(TimeSpan.Zero, IsForAll: fault == Fault.Outage),
        Fault.TooMany => new SendResult.RetryAfter(TimeSpan.FromSeconds(world.Random.Next(1, 60)), IsForAll: world.Random.Next(4) == 0),
        Fault.LostRequest => new SendResult.Unknown("no request"),
        _ => throw new InvalidOperationException($"Unknown fault {fault}."),
    };

    private static (DeliveryId Id, IReadOnlyList<long> Articles) Contents(Post post) => post switch
    {
        Post.Alert alert => (alert.Delivery, [alert.Article.Id.Value]),
        Post.RollUp rollUp => (rollUp.Delivery, [.. rollUp.View.Articles.Select(article => article.Value)]),
        Post.Question question => (question.Delivery, []),
        Post.Digest digest => (digest.Delivery, [.. digest.View.Articles.Select(article => article.Value)]),
        _ => throw new InvalidOperationException($"Unknown post {post.GetType().Name}."),
    };
}

/// <summary>What happens to a message.</summary>
internal enum Fault
{
    None,

    /// <summary>The network is down: nothing left the machine.</summary>
    Outage,
    TooMany,
    ServerError,

    /// <summary>It arrived, but nobody heard.</summary>
    LostAnswer,

    /// <summary>It did not arrive, and nobody can tell.</summary>
    LostRequest,
}
