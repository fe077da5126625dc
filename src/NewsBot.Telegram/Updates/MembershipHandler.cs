using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Telegram.Chats;
using NewsBot.Telegram.Sending;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace NewsBot.Telegram.Updates;

/// <summary>Follows what happens to the bot itself in chats: added, removed, blocked, let in again, given or denied the right to write. Nothing that was set up is lost by it.</summary>
internal sealed class MembershipHandler(Conversation conversation, SubscriptionRegistry registry, PlaceReach reach, ChatRights rights, ChatKinds kinds, ManagedChats managed, AnswerSender answers, OwnAccount me)
{
    public async Task HandleAsync(ChatMemberUpdated change, CancellationToken cancellationToken)
    {
        rights.Forget(change.Chat.Id);
        if (change.Chat.Type == ChatType.Channel)
        {
            await kinds.LearnChannelAsync(change.Chat.Id, cancellationToken);
        }

        var (before, now) = (ChatRights.RightsOf(change.OldChatMember, change.Chat.Type), ChatRights.RightsOf(change.NewChatMember, change.Chat.Type));
        await KeepAsync(change.Chat, before, now, cancellationToken);
        if (before == now || now == OwnRights.Absent || !rights.IsAllowed(change.Chat.Id, change.From.Id))
        {
            return;
        }

        if (change.Chat.Type == ChatType.Channel)
        {
            await TellAdminAsync(change, now, cancellationToken);
        }
        else if (change.Chat.Type is ChatType.Group or ChatType.Supergroup && before == OwnRights.Absent && now == OwnRights.MayPost)
        {
            await GreetAsync(change, cancellationToken);
        }
    }

    /// <summary>Pauses the places of the chat or takes them up again.</summary>
    private async Task KeepAsync(Chat chat, OwnRights before, OwnRights now, CancellationToken cancellationToken)
    {
        foreach (var place in registry.PlacesOf(Sender.HomeOf(chat.Id)))
        {
            switch (now)
            {
                case OwnRights.MayPost:
                    await reach.BackAsync(place.Id, cancellationToken);
                    break;
                case OwnRights.MayNotPost when before == OwnRights.MayPost:
                    await reach.LostAsync(place.Id, TextsOf(place).LostRightToPost, isTold: true, cancellationToken);
                    break;
                case OwnRights.Absent:
                    var reason = chat.Type == ChatType.Private ? TextsOf(place).BotWasBlocked : TextsOf(place).BotWasRemoved;
                    await reach.LostAsync(place.Id, reason, isTold: false, cancellationToken);
                    break;
            }
        }
    }

    /// <summary>Says who may choose what comes, with topics that one press follows.</summary>
    private async Task GreetAsync(ChatMemberUpdated change, CancellationToken cancellationToken)
    {
        var sender = Sender.Of(change.From);
        var address = new ChatAddress(change.Chat.Id);
        var caller = new Caller { Person = sender.Person, Place = address.Place, Home = Sender.HomeOf(change.Chat.Id), Role = Role.Reader, IsPrivate = false, Language = sender.Language, PlaceName = change.Chat.Title };
        var started = await conversation.AnswerAsync("/start", caller, slashNeeded: true, cancellationToken);
        var texts = started.Request.Texts;
        var greeting = new Reply.Message($"{texts.HelloGroup("@" + me.Username)}{(started.Reply.Choices.Count > 0 ? "\n" + texts.GreetingTopics : "")}") { Choices = started.Reply.Choices };
        await answers.SendAsync(address, started with { Reply = greeting }, AnswerForm.Plain, cancellationToken);
    }

    /// <summary>Tells the admin in private what the bot can do in the channel, if we talk to each other; never in the channel itself.</summary>
    private async Task TellAdminAsync(ChatMemberUpdated change, OwnRights now, CancellationToken cancellationToken)
    {
        var sender = Sender.Of(change.From);
        var address = new ChatAddress(change.From.Id);
        if (registry.Find(address.Place) is not { Gone: null })
        {
            return;
        }

        var name = change.Chat.Title ?? change.Chat.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (now == OwnRights.MayPost)
        {
            await managed.ChooseAsync(change.From.Id, change.Chat.Id, cancellationToken);
        }

        var caller = new Caller { Person = sender.Person, Place = address.Place, Home = Sender.HomeOf(change.From.Id), Role = Role.Admin, Language = sender.Language };
        var answer = await conversation.SayAsync(texts => new Reply.Message(now == OwnRights.MayPost ? texts.HelloChannel(name) : texts.CannotPostIn(name)), caller, cancellationToken);
        await answers.SendAsync(address, answer, AnswerForm.Plain, cancellationToken);
    }

    private Texts TextsOf(Place place) => Languages.For(registry.Find(place.Home)?.Language);
}
