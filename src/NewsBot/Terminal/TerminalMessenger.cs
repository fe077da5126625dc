using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Terminal;

/// <summary>Sends to the conversations that are open now; for other places nobody is there. A post counts as sent once it was printed.</summary>
internal sealed class TerminalMessenger : IMessenger
{
    private readonly ConcurrentDictionary<PlaceId, ChannelWriter<(Post Post, TaskCompletionSource Shown)>> _open = new();
    private long _sent;

    public string Platform => TerminalPlace.Platform;

    public IReadOnlyList<PaceRule> Pace => [];

    /// <summary>Sends the place's posts there until disposed. A later conversation of the same name takes over.</summary>
    public IDisposable Attach(PlaceId place, ChannelWriter<(Post Post, TaskCompletionSource Shown)> posts)
    {
        _open[place] = posts;
        return new Attachment(() =>
        {
            _open.TryRemove(new(place, posts));
            posts.TryComplete();
        });
    }

    public async Task<SendResult> SendAsync(PlaceId place, Post post, CancellationToken cancellationToken)
    {
        if (!_open.TryGetValue(place, out var posts))
        {
            return new SendResult.Absent();
        }

        var shown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!posts.TryWrite((post, shown)))
        {
            return new SendResult.Absent();
        }

        await shown.Task.WaitAsync(cancellationToken);
        return new SendResult.Sent(Interlocked.Increment(ref _sent).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>What was printed cannot be changed: the new state is printed as a line of its own.</summary>
    public Task<SendResult> EditAsync(PlaceId place, string messageId, Post.Alert post, CancellationToken cancellationToken) => SendAsync(place, post with { IsChange = true }, cancellationToken);

    private sealed class Attachment(Action detach) : IDisposable
    {
        public void Dispose() => detach();
    }
}
