namespace NewsBot.Testing.Telegram;

/// <summary>Which messages a bot gets (core.telegram.org/bots/features#privacy-mode).</summary>
internal static class Privacy
{
    public static bool BotSees(World world, VirtualMessage message)
    {
        var chat = message.Chat;
        return chat.Kind switch
        {
            ChatKind.Private => chat.BotMembership.IsIn,
            ChatKind.Channel => chat.BotMembership.IsAdministrator,
            _ => chat.BotMembership.IsIn && (!world.HasPrivacyMode || chat.BotMembership.IsAdministrator || IsMeantForBot(world, message)),
        };
    }

    private static bool IsMeantForBot(World world, VirtualMessage message)
    {
        if (message.Content.Service is not null || message.IsViaBot || message.ReplyTo?.From == world.Bot)
        {
            return true;
        }

        var command = message.Content.Text.Entities.FirstOrDefault(entity => entity is { Type: "bot_command" });
        if (command is null)
        {
            return false;
        }

        var name = message.Content.Text.Covered(command).Split('@', 2);
        return name.Length > 1
            ? string.Equals(name[1], world.Bot.Username, StringComparison.OrdinalIgnoreCase)
            : command.Offset == 0 && (message.Chat.LastBotToWrite is not { } last || last == world.Bot);
    }
}
