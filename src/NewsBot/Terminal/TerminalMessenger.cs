using System.Globalization;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Terminal;

/// <summary>The only writer to the screen: replies and alerts of the place that is attached. For other places nobody is there.</summary>
internal sealed class TerminalMessenger(TimeProvider time) : IMessenger, IDisposable
{
    private readonly SemaphoreSlim _screen = new(1, 1);
    private PlaceId? _attached;
    private int _printed;

    public string Platform => "terminal";

    public void Attach(PlaceId place) => _attached = place;

    public async Task<SendResult> SendAsync(PlaceId place, Post post, CancellationToken cancellationToken)
    {
        if (_attached != place)
        {
            return new SendResult.Absent();
        }

        await PrintAsync(PlainRenderer.Render(post, time.GetUtcNow()));
        return new SendResult.Sent(Interlocked.Increment(ref _printed).ToString(CultureInfo.InvariantCulture));
    }

    public async Task PrintAsync(string text)
    {
        await _screen.WaitAsync();
        try
        {
            await Console.Out.WriteLineAsync(text);
            await Console.Out.WriteLineAsync();
            await Console.Out.FlushAsync();
        }
        finally
        {
            _screen.Release();
        }
    }

    public void Dispose() => _screen.Dispose();
}
