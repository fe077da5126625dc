using NewsBot.Core.Commands;
using NewsBot.Core.Time;

namespace NewsBot.Terminal;

/// <summary>What rendering depends on beside the reply.</summary>
/// <param name="Zone">IANA zone of the times shown.</param>
internal sealed record TerminalView(Texts Texts, DateTimeOffset Now, string Zone)
{
    public string Time(DateTimeOffset time) => LocalClock.Show(time, Now, Zone, Texts.Culture);

    public string Age(DateTimeOffset published) => (Now - published) switch
    {
        { TotalMinutes: < 1 } => Texts.JustNow,
        { TotalHours: < 1 } age => Texts.MinutesAgo(age.Minutes),
        { TotalDays: < 1 } age => Texts.HoursAgo((int)age.TotalHours),
        { TotalDays: < 7 } age => Texts.DaysAgo((int)age.TotalDays),
        _ => published.ToString("yyyy-MM-dd", Texts.Culture),
    };
}
