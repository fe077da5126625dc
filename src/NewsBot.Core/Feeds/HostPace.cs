namespace NewsBot.Core.Feeds;

/// <summary>How gently one domain is treated.</summary>
/// <param name="Connections">Requests at the same time.</param>
/// <param name="Pause">Between the starts of two requests.</param>
public readonly record struct HostPace(int Connections, TimeSpan Pause)
{
    public static readonly HostPace Default = new(2, TimeSpan.FromSeconds(1));
}
