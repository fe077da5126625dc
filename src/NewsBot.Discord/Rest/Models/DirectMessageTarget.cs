namespace NewsBot.Discord.Rest.Models;

/// <summary>With whom to talk privately.</summary>
internal sealed record DirectMessageTarget(Snowflake RecipientId);
