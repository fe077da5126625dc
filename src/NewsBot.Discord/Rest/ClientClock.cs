namespace NewsBot.Discord.Rest;

/// <summary>Time since the client began, on a clock that never jumps: what limits, deadlines and beats count by.</summary>
internal sealed class ClientClock(TimeProvider time)
{
    private readonly long _began = time.GetTimestamp();

    public TimeProvider Time => time;

    public TimeSpan Now => time.GetElapsedTime(_began);
}
