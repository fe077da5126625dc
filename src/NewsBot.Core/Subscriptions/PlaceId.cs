using System.Globalization;

namespace NewsBot.Core.Subscriptions;

/// <summary>Where messages arrive: a private chat, group, topic, channel or thread, written "platform:chat" or "platform:chat/thread".</summary>
public readonly record struct PlaceId(string Value)
{
    /// <summary>The part before the first colon, such as "terminal".</summary>
    public string Platform => Value[..Math.Max(0, Value.IndexOf(':', StringComparison.Ordinal))];

    /// <summary>The part before the slash: the chat that a topic or thread lies in, else the place itself.</summary>
    public string Chat => Value.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? Value[..slash] : Value;

    public override string ToString() => Value;
}

/// <summary>The chat, channel or server a place belongs to, written "platform:id".</summary>
public readonly record struct HomeId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Somebody who talks to the bot, written "platform:id".</summary>
public readonly record struct PersonId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Names one subscription of the instance for good.</summary>
public readonly record struct SubscriptionId(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
