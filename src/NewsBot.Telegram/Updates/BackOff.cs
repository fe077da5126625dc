namespace NewsBot.Telegram.Updates;

/// <summary>Pauses that double from a second to a minute, each a quarter longer or shorter by chance, so that many bots do not come back at once.</summary>
internal sealed class BackOff(Random random)
{
    private const double Longest = 60;
    private int _failures;

    public TimeSpan Next() => TimeSpan.FromSeconds(Math.Clamp(Math.Pow(2, Math.Min(_failures++, 6)) * (0.75 + (random.NextDouble() / 2)), 1, Longest));

    public void Reset() => _failures = 0;
}
