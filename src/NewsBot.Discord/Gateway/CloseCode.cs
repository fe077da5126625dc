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

    /// <summary>What the operator has to do after a fatal code: names the setting and the fix.</summary>
    public static string AdviceOf(int code) => code switch
    {
        4004 => "Discord:Token is refused by Discord. Set it, or the file that NEWSBOT_DISCORD__TOKEN_FILE names, to the token that the page Bot of the bot's entry at discord.com/developers shows, and start again.",
        4010 => "Discord refuses the number of the connection that the bot opened (close code 4010). Set Discord:Shards to 0, which takes as many as Discord recommends, and start again.",
        4011 => "The bot is on too many servers for so few connections (close code 4011). Set Discord:Shards to 0, which takes as many as Discord recommends, and start again.",
        4012 => "Discord no longer speaks the version of its gateway that this program uses (close code 4012). Install a newer version of the program.",
        4013 => "Discord does not know the intents that this program asks for (close code 4013). Install a newer version of the program.",
        _ => "Discord refuses an intent that is not switched on for the bot (close code 4014). Switch it on at discord.com/developers, on the page Bot of the bot's entry under Privileged Gateway Intents, and start again.",
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
