using System.Threading.Channels;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Tests.Delivery;

/// <summary>Holds each message until the test says what becomes of it.</summary>
internal sealed class HeldMessenger : IMessenger
{
    private readonly Channel<TaskCompletionSource<SendResult>> _held = Channel.CreateUnbounded<TaskCompletionSource<SendResult>>();

    public string Platform => "test";

    public IReadOnlyList<PaceRule> Pace => [];

    public List<long> Sent { get; } = [];

    public List<string> Notices { get; } = [];

    public Task<TaskCompletionSource<SendResult>> NextAsync() => _held.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask();

    public Task<SendResult> SendAsync(PlaceId place, Post post, CancellationToken cancellationToken)
    {
        if (post is Post.Notice(var text))
        {
            Notices.Add(text);
            return HoldAsync(cancellationToken);
        }

        Sent.Add(Assert.IsType<Post.Alert>(post).Article.Id.Value);
        return HoldAsync(cancellationToken);
    }

    public Task<SendResult> EditAsync(PlaceId place, string messageId, Post.Alert post, CancellationToken cancellationToken) => HoldAsync(cancellationToken);

    private Task<SendResult> HoldAsync(CancellationToken cancellationToken)
    {
        var held = new TaskCompletionSource<SendResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        _held.Writer.TryWrite(held);
        return held.Task.WaitAsync(cancellationToken);
    }
}
