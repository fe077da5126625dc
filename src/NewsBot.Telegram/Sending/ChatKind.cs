namespace NewsBot.Telegram.Sending;

/// <summary>What decides which buttons a message gets.</summary>
internal enum ChatKind
{
    Private,
    Group,
    Channel,
}

/// <summary>Knows what kind of chat an id is.</summary>
internal interface IChatKinds
{
    /// <summary>A group where nothing is known of a negative id.</summary>
    ChatKind Of(long chat);
}
