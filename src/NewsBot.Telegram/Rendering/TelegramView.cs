using NewsBot.Core.Commands;
using NewsBot.Core.Time;
using NewsBot.Telegram.Sending;

namespace NewsBot.Telegram.Rendering;

/// <summary>What a message looks like depends on beside its content.</summary>
/// <param name="Zone">IANA zone of the times shown to apps that do not tell their own.</param>
internal sealed record TelegramView(Texts Texts, DateTimeOffset Now, string? Zone, ChatKind Chat)
{
    /// <summary>The chat whose messages can be named in it; null where ids of messages may mean another one.</summary>
    public ChatAddress? Here { get; init; }

    public string Time(DateTimeOffset time) => LocalClock.Show(time, Now, Zone, Texts.Culture);

    /// <summary>Whether the moment lies on the day of <see cref="Now"/>, so that the time alone tells it.</summary>
    public bool IsToday(DateTimeOffset time) => LocalClock.At(time, Zone).Date == LocalClock.At(Now, Zone).Date;

    public string Age(DateTimeOffset published) => (Now - published) switch
    {
        { TotalMinutes: < 1 } => Texts.JustNow,
        { TotalHours: < 1 } age => Texts.MinutesAgo(age.Minutes),
        { TotalDays: < 1 } age => Texts.HoursAgo((int)age.TotalHours),
        { TotalDays: < 7 } age => Texts.DaysAgo((int)age.TotalDays),
        _ => Time(published),
    };
}
