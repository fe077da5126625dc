using System.Globalization;

namespace NewsBot.Core.Feeds;

/// <summary>Names one feed of this instance for good; ids grow and are never reused.</summary>
public readonly record struct FeedId(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
