namespace NewsBot.Telegram.Sending;

/// <summary>What a refusal of the Bot API means for a message.</summary>
internal abstract record Trouble
{
    private Trouble()
    {
    }

    /// <summary>Too fast; nothing is lost by waiting.</summary>
    public sealed record Flood(TimeSpan Wait) : Trouble;

    /// <summary>Nothing can be written there any more.</summary>
    /// <param name="Reason">For people: completes "I cannot write there any more: ...".</param>
    public sealed record Unreachable(string Reason) : Trouble;

    /// <summary>The group became a supergroup with another id.</summary>
    public sealed record Migrated(long Chat) : Trouble;

    /// <summary>The HTML was refused: a fault of ours, and the text can still go out plain.</summary>
    public sealed record BadMarkup : Trouble;

    public sealed record TooLong : Trouble;

    /// <summary>The message looks like that already.</summary>
    public sealed record NotModified : Trouble;

    /// <summary>The message that was to be changed or deleted is gone or too old.</summary>
    public sealed record MessageGone : Trouble;

    /// <summary>The button or inline query waited too long for its answer.</summary>
    public sealed record QueryTooOld : Trouble;

    /// <summary>The topic is closed or deleted; the chat is still there.</summary>
    public sealed record TopicGone : Trouble;

    /// <summary>The picture or file was refused, or may not be sent there.</summary>
    public sealed record BadMedia : Trouble;

    public sealed record BadKeyboard : Trouble;

    /// <summary>The token is not valid (any more); no call will succeed.</summary>
    public sealed record BadToken : Trouble;

    /// <summary>Another program polls with the token, or a webhook is set.</summary>
    public sealed record Conflict : Trouble;

    /// <summary>None of the known ones.</summary>
    public sealed record Other(string Description) : Trouble;
}
