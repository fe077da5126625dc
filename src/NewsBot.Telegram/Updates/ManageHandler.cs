using NewsBot.Core.Commands;
using NewsBot.Telegram.Chats;
using NewsBot.Telegram.Sending;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Telegram.Updates;

/// <summary>Lets admins choose the channel or group that their commands in private act in.</summary>
internal sealed class ManageHandler(CommandRunner runner, Callers callers, ManagedChats managed)
{
    private const int ChannelRequest = 1;
    private const int GroupRequest = 2;

    public async Task HandleAsync(Incoming incoming, string arguments, CancellationToken cancellationToken)
    {
        if (incoming.Sender.User is not { } user)
        {
            return;
        }

        if (arguments.Equals("off", StringComparison.OrdinalIgnoreCase))
        {
            await managed.LeaveAsync(user, cancellationToken);
            await runner.SayAsync(incoming, texts => new Reply.Message(texts.ManagesNothing), _ => new AnswerForm { Keyboard = new ReplyKeyboardRemove() }, cancellationToken);
        }
        else if (TargetArgument.Take(arguments) is { } target)
        {
            await ChooseAsync(incoming, new ChatId(target.Chat), null, cancellationToken);
        }
        else
        {
            await runner.SayAsync(incoming, texts => new Reply.Message(texts.ManageWhich), texts => new AnswerForm { Keyboard = Picker(texts) }, cancellationToken);
        }
    }

    /// <summary>Makes a chat the one that is managed, if the person is admin there and the bot may post, then carries out a command there.</summary>
    /// <param name="command">Without slash, or null for none.</param>
    public async Task ChooseAsync(Incoming incoming, ChatId chat, string? command, CancellationToken cancellationToken)
    {
        switch (await callers.ThereAsync(chat, null, incoming.Sender, cancellationToken))
        {
            case CallerAnswer.Known(var caller) when incoming.Sender.User is { } user && ChatAddress.TryParse(caller.Place) is { } address:
                await managed.ChooseAsync(user, address.Chat, cancellationToken);
                await runner.SayAsync(incoming, texts => new Reply.Message(texts.ManagesNow(caller.PlaceName ?? caller.Place.Value)), _ => new AnswerForm { Keyboard = new ReplyKeyboardRemove() }, cancellationToken);
                if (command is not null && CommandCatalog.Find(command) is { } spec)
                {
                    await runner.RunAsync(incoming, spec, "", isAddressed: true, cancellationToken);
                }

                break;
            case CallerAnswer.Refused(var reason):
                await runner.SayAsync(incoming, reason, cancellationToken);
                break;
            default:
                await runner.SayAsync(incoming, texts => texts.RightsUnknown, cancellationToken);
                break;
        }
    }

    /// <summary>Shows only chats that the person administrates; choosing a channel gives the bot the right to post where it lacks it.</summary>
    private static ReplyKeyboardMarkup Picker(Texts texts) => new(
    [
        [
            KeyboardButton.WithRequestChat(texts.ManageChannel, new KeyboardButtonRequestChat(ChannelRequest, chatIsChannel: true)
            {
                UserAdministratorRights = new ChatAdministratorRights { CanPostMessages = true, CanEditMessages = true, CanInviteUsers = true },
                BotAdministratorRights = new ChatAdministratorRights { CanPostMessages = true, CanEditMessages = true },
                RequestTitle = true,
            }),
        ],
        [
            KeyboardButton.WithRequestChat(texts.ManageGroup, new KeyboardButtonRequestChat(GroupRequest, chatIsChannel: false) { UserAdministratorRights = new ChatAdministratorRights(), BotIsMember = true, RequestTitle = true }),
        ],
    ])
    {
        OneTimeKeyboard = true,
        ResizeKeyboard = true,
    };
}
