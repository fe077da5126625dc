namespace NewsBot.Search;

/// <summary>How much of its relevance an article keeps with age: the part above the floor halves every three days.</summary>
internal sealed class RecencyWeight(DateTimeOffset now)
{
    private const double Floor = 0.25;
    private const double HalfLifeHours = 72;
    private static readonly double[] ByAge = [.. Enumerable.Range(0, 24 * 60).Select(hours => Floor + ((1 - Floor) * Math.Pow(0.5, hours / HalfLifeHours)))];

    private readonly long _now = now.ToUnixTimeSeconds();

    /// <param name="published">Seconds since 1970.</param>
    public double At(long published) => Math.Max(0, _now - published) / 3600 is var age && age < ByAge.Length ? ByAge[age] : Floor;
}
