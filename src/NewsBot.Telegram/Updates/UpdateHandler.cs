using System.Text.Json;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Inbox;
using NewsBot.Telegram.Sending;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace NewsBot.Telegram.Updates;

/// <summary>Hands each stored update to whoever answers its kind.</summary>
internal sealed partial class UpdateHandler(MessageHandler messages, CallbackHandler callbacks, MembershipHandler memberships, AnswerSender answers, ILogger<UpdateHandler> logger) : IInboxHandler
{
    public async Task HandleAsync(InboxRow row, CancellationToken cancellationToken)
    {
        switch (JsonSerializer.Deserialize<Update>(row.Payload, JsonBotAPI.Options))
        {
            case { Message: { } message }:
                answers.Expect(new ChatAddress(message.Chat.Id));
                await messages.HandleAsync(message, cancellationToken);
                break;
            case { ChannelPost: { } post }:
                await messages.HandlePostAsync(post, cancellationToken);
                break;
            case { CallbackQuery: { } query }:
                if (query.Message is { } pressed)
                {
                    answers.Expect(new ChatAddress(pressed.Chat.Id));
                }

                await callbacks.HandleAsync(query, cancellationToken);
                break;
            case { MyChatMember: { } change }:
                await memberships.HandleAsync(change, cancellationToken);
                break;
            default:
                LogUnknown(row.Update);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Update {Update} was stored by another version and means nothing to this one")]
    private partial void LogUnknown(long update);
}
