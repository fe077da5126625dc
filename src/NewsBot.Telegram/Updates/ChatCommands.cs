using NewsBot.Core.Commands;

namespace NewsBot.Telegram.Updates;

/// <summary>What holds for commands on Telegram beside the catalogue. Pure.</summary>
internal static class ChatCommands
{
    /// <summary>Answered in groups without the bot's name; other bots have commands named like the rest.</summary>
    private static readonly HashSet<string> InGroups = new(["headlines", "latest", "digest", "subscribe", "unsubscribe", "subscriptions", "summary"], StringComparer.Ordinal);

    /// <summary>About the person who asks, so that nobody else reads the answer.</summary>
    private static readonly HashSet<string> ForOneAlone = new(["saved", "forgetme", "settings"], StringComparer.Ordinal);

    /// <summary>They look at a place without changing it, and yet may name another one.</summary>
    private static readonly HashSet<string> AboutPlace = new(["subscriptions", "why"], StringComparer.Ordinal);

    /// <summary>About the person, wherever commands act.</summary>
    private static readonly HashSet<string> OfPerson = new(["start", "help", "saved", "save", "forgetme"], StringComparer.Ordinal);

    public static bool IsForGroups(CommandSpec spec) => InGroups.Contains(spec.Name);

    public static bool IsForOneAlone(CommandSpec spec) => ForOneAlone.Contains(spec.Name);

    public static bool TakesTarget(CommandSpec spec) => spec.Role == Role.Admin || AboutPlace.Contains(spec.Name);

    public static bool ActsInManagedChat(CommandSpec spec) => !OfPerson.Contains(spec.Name);

    /// <summary>The rights that the answer depends on; a reader's command needs none and asks nobody.</summary>
    public static Role RoleNeeded(CommandSpec spec) => spec.Name is "help" or "id" or "wrong" ? Role.Admin : spec.Role;
}
