using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;
using NewsBot.Telegram.Sending;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace NewsBot.Telegram.Chats;

/// <summary>Makes the caller of a command, with the rights that it needs and no more questions to the server than that.</summary>
internal sealed class Callers(ChatRights rights, ChatKinds kinds, SubscriptionRegistry registry, TelegramBotApi api)
{
    /// <summary>In the chat where it was typed or pressed.</summary>
    /// <param name="needed">The role that the command asks for; for readers' commands nobody is asked, unless the home answers only some.</param>
    public async Task<CallerAnswer> HereAsync(Chat chat, ChatAddress address, Sender sender, Role needed, CancellationToken cancellationToken)
    {
        var role = Role.Admin;
        if (chat.Type == ChatType.Private)
        {
            role = sender.User is { } person && rights.IsOperator(person) ? Role.Operator : Role.Admin;
        }
        else if (sender.User is { } user)
        {
            if (needed == Role.Reader && !rights.IsOperator(user) && !AskRights.DependOnRole(registry.Find(Sender.HomeOf(chat.Id))))
            {
                role = Role.Reader;
            }
            else if (await rights.RoleOfAsync(chat.Id, user, cancellationToken) is { } told)
            {
                role = told;
            }
            else
            {
                return new CallerAnswer.Untold();
            }
        }

        return new CallerAnswer.Known(new Caller
        {
            Person = sender.Person,
            Place = address.Place,
            Home = Sender.HomeOf(chat.Id),
            Role = role,
            IsPrivate = chat.Type == ChatType.Private,
            Language = sender.Language,
            PlaceName = chat.Type == ChatType.Private ? null : chat.Title,
        });
    }

    /// <summary>In another chat than where it was typed: the person must be admin there and the bot may post.</summary>
    /// <param name="name">"@name" or an id.</param>
    /// <param name="topic">The topic of that chat, or null.</param>
    public async Task<CallerAnswer> ThereAsync(ChatId name, int? topic, Sender sender, CancellationToken cancellationToken)
    {
        var found = await api.GetChatAsync(name, cancellationToken);
        if (found is ApiResult<ChatFullInfo>.Failed { Code: 400 or 403 } or ApiResult<ChatFullInfo>.Ok({ Type: ChatType.Private }) || sender.User is not { } user)
        {
            return new CallerAnswer.Refused(texts => texts.NoSuchChat(name.ToString()));
        }

        if (found is not ApiResult<ChatFullInfo>.Ok(var chat))
        {
            return new CallerAnswer.Untold();
        }

        var title = chat.Title ?? name.ToString();
        var own = await rights.OwnRightsAsync(chat.Id, chat.Type, cancellationToken);
        var role = await rights.RoleOfAsync(chat.Id, user, cancellationToken);
        if (own is null || role is null)
        {
            return new CallerAnswer.Untold();
        }

        if (chat.Type == ChatType.Channel)
        {
            await kinds.LearnChannelAsync(chat.Id, cancellationToken);
        }

        return (own, role) switch
        {
            // Where the bot is not, it cannot see who is admin.
            (OwnRights.Absent, _) => new CallerAnswer.Refused(texts => texts.BotNotThere(title)),
            (_, Role.Reader) => new CallerAnswer.Refused(texts => texts.NotAdminThere(name.ToString())),
            (OwnRights.MayNotPost, _) => new CallerAnswer.Refused(texts => texts.BotCannotPost(title)),
            _ => new CallerAnswer.Known(new Caller
            {
                Person = sender.Person,
                Place = new ChatAddress(chat.Id, topic).Place,
                Home = Sender.HomeOf(chat.Id),
                Role = role.Value,
                Language = sender.Language,
                PlaceName = chat.Title,
            }),
        };
    }
}

/// <summary>Who may be answered, or why not.</summary>
internal abstract record CallerAnswer
{
    private CallerAnswer()
    {
    }

    public sealed record Known(Caller Caller) : CallerAnswer;

    /// <param name="Reason">What to say, in the language of whoever asks.</param>
    public sealed record Refused(Func<Texts, string> Reason) : CallerAnswer;

    /// <summary>The server did not tell the rights.</summary>
    public sealed record Untold : CallerAnswer;
}
