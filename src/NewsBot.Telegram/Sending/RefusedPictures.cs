namespace NewsBot.Telegram.Sending;

/// <summary>Addresses of pictures that were refused lately: the next chats get the message without them at once. Thread-safe, bounded.</summary>
internal sealed class RefusedPictures
{
    private const int Most = 1_000;
    private readonly Lock _gate = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public bool Contains(string url)
    {
        lock (_gate)
        {
            return _known.Contains(url);
        }
    }

    public void Add(string url)
    {
        lock (_gate)
        {
            if (!_known.Add(url))
            {
                return;
            }

            _order.Enqueue(url);
            if (_order.Count > Most)
            {
                _known.Remove(_order.Dequeue());
            }
        }
    }
}
