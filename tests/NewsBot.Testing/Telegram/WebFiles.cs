namespace NewsBot.Testing.Telegram;

/// <summary>The web as Telegram's servers see it, for media that is sent by its address. An address that is not here cannot be fetched.</summary>
public sealed class WebFiles
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, WebFile> _files = new(StringComparer.Ordinal);

    public void Serve(string url, WebFile file)
    {
        lock (_gate)
        {
            _files[url] = file;
        }
    }

    /// <summary>An image of that size.</summary>
    public void ServeImage(string url, int width = 1200, int height = 800, int bytes = 200_000) => Serve(url, new WebFile("image/jpeg", bytes) { Width = width, Height = height });

    internal WebFile? Fetch(string url)
    {
        lock (_gate)
        {
            return _files.GetValueOrDefault(url);
        }
    }
}

/// <summary>What an address of the web answers.</summary>
/// <param name="Length">In bytes.</param>
public sealed record WebFile(string ContentType, long Length)
{
    public int Width { get; init; }

    public int Height { get; init; }

    /// <summary>Says that it is an image and is none.</summary>
    public bool IsBroken { get; init; }
}
