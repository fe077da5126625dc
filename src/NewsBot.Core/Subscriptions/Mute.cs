namespace NewsBot.Core.Subscriptions;

/// <summary>What a place wants less of: articles that match are found in lists but never sent there.</summary>
/// <param name="Query">In the grammar of filters, such as source:"Ellery Post".</param>
/// <param name="Until">Articles first seen from then on come again; null never ends.</param>
public sealed record Mute(string Query, DateTimeOffset? Until)
{
    public bool HoldsAt(DateTimeOffset time) => Until is null || time < Until;
}
