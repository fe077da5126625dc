namespace NewsBot.Discord.Gateway;

/// <summary>What the gateway's close codes ask for (docs.discord.com/developers/topics/opcodes-and-status-codes). 4007 and 4009 say "start a new session".</summary>
internal static class CloseCode
{
    /// <summary>Anything but 1000 and 1001 keeps the session at Discord.</summary>
    public const int KeepSession = 4900;

    public const int EndSession = 1000;

    public static Recovery RecoveryOf(int? code) => code switch
    {
        4004 or 4010 or 4011 or 4012 or 4013 or 4014 => Recovery.Fatal,
        4003 or 4005 or 4006 or 4007 or 4009 => Recovery.NewSession,
        4008 => Recovery.Pause,
        _ => Recovery.Resume,
    };

    public static string AdviceOf(int code) => code switch
    {
        4004 => "Discord refuses the bot's token. Make a new one in the developer portal (Bot, Reset Token) and put it into the settings.",
        4010 => "Discord refuses the shard number. Leave the number of shards to Discord.",
        4011 => "The bot is on too many servers for one connection. Raise the number of shards.",
        4012 => "Discord no longer speaks this version of its gateway. Update the bot.",
        4013 => "Discord refuses the intents the bot asks for. Update the bot.",
        _ => "Discord refuses an intent that is not switched on. Switch it on in the developer portal (Bot, Privileged Gateway Intents) or update the bot.",
    };
}

/// <summary>How to go on after a connection was closed.</summary>
internal enum Recovery
{
    Resume,
    NewSession,

    /// <summary>We sent too much: rest a minute, then resume.</summary>
    Pause,

    Fatal,
}
