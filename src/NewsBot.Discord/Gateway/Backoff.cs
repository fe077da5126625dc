namespace NewsBot.Discord.Gateway;

/// <summary>Waits between attempts: none, then up to 1, 2, 4 ... 60 s with full jitter, so that many bots do not come back at once.</summary>
internal static class Backoff
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static TimeSpan After(int failures, Random random) =>
        failures <= 0 ? TimeSpan.Zero : random.NextDouble() * TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Pow(2, Math.Min(failures - 1, 10))));
}
