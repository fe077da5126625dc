using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram.Http;

namespace NewsBot.Testing.Telegram.Methods;

/// <summary>Methods that ask about chats and their members.</summary>
internal sealed class ChatMethods(World world)
{
    public JsonNode GetMe()
    {
        var json = world.Bot.ToJson();
        json["can_join_groups"] = true;
        json["can_read_all_group_messages"] = !world.HasPrivacyMode;
        json["supports_inline_queries"] = true;
        json["supports_guest_queries"] = false;
        json["can_connect_to_business"] = false;
        json["has_main_web_app"] = false;
        json["has_topics_enabled"] = false;
        json["allows_users_to_create_topics"] = false;
        json["can_manage_bots"] = false;
        json["supports_join_request_queries"] = false;
        return json;
    }

    public JsonNode GetChat(ApiCall call)
    {
        var chat = world.ChatOf(call);
        CheckReading(chat);
        var json = chat.ToJson();
        json["accent_color_id"] = 0;
        json["max_reaction_count"] = 11;
        json["accepted_gift_types"] = new JsonObject
        {
            ["unlimited_gifts"] = false,
            ["limited_gifts"] = false,
            ["unique_gifts"] = false,
            ["premium_subscription"] = false,
            ["gifts_from_channels"] = false,
        };
        return json;
    }

    public JsonNode GetMember(ApiCall call)
    {
        var chat = world.ChatOf(call);
        CheckReading(chat);
        var user = world.User(call.Number("user_id") ?? throw RefusedCall.Bad("invalid user_id specified")) ?? throw RefusedCall.Bad("user not found");
        CheckMemberList(chat);
        return chat.MembershipOf(user).ToJson(user.ToJson(), chat.Kind == ChatKind.Channel);
    }

    public JsonNode GetAdministrators(ApiCall call)
    {
        var chat = world.ChatOf(call);
        CheckReading(chat);
        if (chat.Kind == ChatKind.Private)
        {
            throw RefusedCall.Bad("there are no administrators in the private chat");
        }

        CheckMemberList(chat);
        return new JsonArray([.. chat.Members
            .Where(pair => pair.Value.IsAdministrator && world.User(pair.Key) is { } user && (!user.IsBot || user == world.Bot))
            .Select(pair => pair.Value.ToJson(world.UserJson(pair.Key), chat.Kind == ChatKind.Channel))]);
    }

    public JsonNode GetMemberCount(ApiCall call)
    {
        var chat = world.ChatOf(call);
        CheckReading(chat);
        return chat.Members.Values.Count(member => member.IsIn);
    }

    public JsonNode Leave(ApiCall call)
    {
        var chat = world.ChatOf(call);
        SendTarget.CheckAccess(chat);
        chat.ChangeBot(world.Bot, Membership.Left);
        return true;
    }

    public JsonNode Pin(ApiCall call)
    {
        var (chat, message) = Pinnable(call);
        chat.Pinned = message ?? throw RefusedCall.Bad("message to pin not found");
        return true;
    }

    public JsonNode Unpin(ApiCall call)
    {
        var (chat, message) = Pinnable(call);
        chat.Pinned = message is null || message == chat.Pinned ? null : chat.Pinned;
        return true;
    }

    private (VirtualChat Chat, VirtualMessage? Message) Pinnable(ApiCall call)
    {
        var chat = world.ChatOf(call);
        SendTarget.CheckAccess(chat);
        if (chat.Kind != ChatKind.Private && chat.MembershipOf(world.Bot) is not { Status: MemberStatus.Administrator, CanPin: true })
        {
            throw RefusedCall.Bad("not enough rights to manage pinned messages in the chat");
        }

        return (chat, call.Number("message_id") is { } id ? chat.Message(id) : null);
    }

    /// <summary>Reading is possible in public chats and where the bot is; a blocked private chat can still be asked about.</summary>
    private static void CheckReading(VirtualChat chat)
    {
        if (chat.Kind != ChatKind.Private && chat.MigratedTo is null && chat.Username is null)
        {
            SendTarget.CheckAccess(chat);
        }
    }

    private void CheckMemberList(VirtualChat chat)
    {
        if (chat.Kind == ChatKind.Channel && !chat.MembershipOf(world.Bot).IsAdministrator)
        {
            throw RefusedCall.Bad("member list is inaccessible");
        }
    }
}
