namespace NewsBot.Core.Subscriptions;

/// <summary>Who may ask for news in a group, channel or server. What comes by itself and what admins change is not touched by it.</summary>
public enum AskRule
{
    Everyone,

    /// <summary>Those who may change what the home receives.</summary>
    Admins,

    /// <summary>Nobody where others read along; admins still may in answers for them alone.</summary>
    Nobody,
}
