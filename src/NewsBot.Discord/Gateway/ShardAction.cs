using System.Text.Json;

namespace NewsBot.Discord.Gateway;

/// <summary>What the shard's loop has to do, in order.</summary>
internal abstract record ShardAction
{
    private ShardAction()
    {
    }

    public sealed record FindGateway : ShardAction;

    public sealed record Connect(Uri Url) : ShardAction;

    /// <summary>Ends the connection; nothing of it is heard any more.</summary>
    public sealed record Close(int Code) : ShardAction;

    /// <summary>Waits for this shard's turn, then answers with IdentifyAllowed or IdentifyRefused.</summary>
    public sealed record AskToIdentify : ShardAction;

    public sealed record SendIdentify : ShardAction;

    public sealed record SendResume(GatewaySession Session) : ShardAction;

    /// <param name="Sequence">Null before the first event.</param>
    public sealed record SendHeartbeat(long? Sequence) : ShardAction;

    /// <summary>Hands an event to the bot.</summary>
    public sealed record Dispatch(string Type, JsonElement Data) : ShardAction;

    /// <param name="Session">Null forgets it.</param>
    public sealed record SaveSession(GatewaySession? Session) : ShardAction;

    /// <param name="Advice">What the operator has to change.</param>
    public sealed record GiveUp(int? Code, string Advice) : ShardAction;

    public sealed record Warn(string Message) : ShardAction;
}
