namespace NewsBot.Feeds.Http;

/// <summary>Where a chain of redirects stands. Never leads from https to http, never twice to one address.</summary>
internal sealed class RedirectChain(Uri first)
{
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private bool _onlyPermanent = true;

    public Uri Current { get => field ?? first; private set; }

    /// <summary>Where the leading run of permanent redirects led, or null.</summary>
    public Uri? Permanent { get; private set; }

    public static bool IsRedirect(int status) => status is 301 or 302 or 303 or 307 or 308;

    public bool IsSameHost => string.Equals(Current.IdnHost, first.IdnHost, StringComparison.OrdinalIgnoreCase) && Current.Port == first.Port && Current.Scheme == first.Scheme;

    /// <summary>False when the answer leads nowhere, back, or out of https.</summary>
    public bool Follow(int status, string? location)
    {
        if (location is null || !TryResolve(location, out var target) || (Current.Scheme == "https" && target.Scheme != "https") || target == first || !_visited.Add(target.AbsoluteUri))
        {
            return false;
        }

        _onlyPermanent &= status is 301 or 308;
        Permanent = _onlyPermanent ? target : Permanent;
        Current = target;
        return true;
    }

    private bool TryResolve(string location, out Uri target)
    {
        try
        {
            return Uri.TryCreate(Current, location.Trim(), out target!) && target.Scheme is "http" or "https" && target.IdnHost.Length > 0;
        }
        catch (UriFormatException)
        {
            // Uri.TryCreate of two parts throws for some hosts that IDN mapping refuses (dotnet/runtime, System.Uri with ICU).
            target = Current;
            return false;
        }
    }
}
