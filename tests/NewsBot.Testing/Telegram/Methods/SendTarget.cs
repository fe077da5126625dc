using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram.Http;

namespace NewsBot.Testing.Telegram.Methods;

/// <summary>Where a call sends to, after every check that the server makes before it looks at the content.</summary>
internal sealed record SendTarget(VirtualChat Chat, int? ThreadId, VirtualMessage? ReplyTo)
{
    /// <summary>The only one who shall see it; null for everybody.</summary>
    public VirtualUser? Receiver { get; private init; }

    private const int GeneralTopic = 1;

    public static SendTarget Of(World world, ApiCall call)
    {
        var chat = world.ChatOf(call);
        CheckWriting(world, chat);
        return new SendTarget(chat, ThreadOf(world, chat, call), ReplyOf(chat, call)) { Receiver = EphemeralMethods.ReceiverOf(world, chat, call) };
    }

    /// <summary>Texts from telegram-bot-api Client.cpp check_chat_access, in its order.</summary>
    public static void CheckAccess(VirtualChat chat)
    {
        if (chat.Kind == ChatKind.Private)
        {
            CheckPerson(chat);
            return;
        }

        if (chat.MigratedTo is { } next)
        {
            throw new RefusedCall(400, "Bad Request: group chat was upgraded to a supergroup chat", new JsonObject { ["migrate_to_chat_id"] = next.Id });
        }

        if (chat.IsGone)
        {
            throw chat.Kind == ChatKind.Group ? RefusedCall.Forbidden("the group chat was deleted") : RefusedCall.Bad("chat not found");
        }

        if (chat.BotMembership.IsIn)
        {
            return;
        }

        var kind = chat.Kind.ToString().ToLowerInvariant();
        throw chat.BotMembership.Status == MemberStatus.Kicked
            ? RefusedCall.Forbidden($"bot was kicked from the {kind} chat")
            : RefusedCall.Forbidden($"bot is not a member of the {kind} chat");
    }

    private static void CheckWriting(World world, VirtualChat chat)
    {
        CheckAccess(chat);
        var bot = chat.MembershipOf(world.Bot);
        if (chat.Kind == ChatKind.Channel && bot is not { Status: MemberStatus.Administrator, CanPost: true })
        {
            throw RefusedCall.Bad("need administrator rights in the channel chat");
        }

        if (bot is { Status: MemberStatus.Restricted, CanPost: false })
        {
            throw RefusedCall.Bad("not enough rights to send text messages to the chat");
        }
    }

    private static void CheckPerson(VirtualChat chat)
    {
        if (chat.Person!.IsDeactivated)
        {
            throw RefusedCall.Forbidden("user is deactivated");
        }

        if (!chat.BotMembership.IsIn)
        {
            throw RefusedCall.Forbidden("bot was blocked by the user");
        }
    }

    /// <summary>Rules of Client.cpp check_message_topic: only forums and private chats know threads, and General goes without a number.</summary>
    private static int? ThreadOf(World world, VirtualChat chat, ApiCall call)
    {
        if (call.Number("message_thread_id") is not { } thread || thread == 0 || !(chat.IsForum || chat.Kind == ChatKind.Private))
        {
            return null;
        }

        if (thread == GeneralTopic || chat.Topics.GetValueOrDefault((int)thread) is not { IsDeleted: false } topic)
        {
            throw RefusedCall.Bad("message thread not found");
        }

        return topic.IsClosed && !chat.MembershipOf(world.Bot).IsAdministrator ? throw RefusedCall.Bad("TOPIC_CLOSED") : topic.Id;
    }

    private static VirtualMessage? ReplyOf(VirtualChat chat, ApiCall call)
    {
        var parameters = call.Json("reply_parameters", "reply parameters");
        if (parameters is not (null or JsonObject))
        {
            throw RefusedCall.Bad("object expected as reply parameters");
        }

        var id = parameters?["message_id"]?.GetValue<long>() ?? call.Number("reply_to_message_id");
        if (id is not { } wanted)
        {
            return null;
        }

        var isOptional = parameters?["allow_sending_without_reply"]?.GetValue<bool>() ?? call.Flag("allow_sending_without_reply");
        return chat.Message(wanted) ?? (isOptional ? null : throw RefusedCall.Bad("message to be replied not found"));
    }
}
