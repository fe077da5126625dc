using System.Globalization;

namespace NewsBot.Core.Articles;

/// <summary>
/// Names one stored article for good. Ids grow in the order in which articles were committed, with gaps, so "everything after id N" is a complete catch-up.
/// </summary>
public readonly record struct ArticleId(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
