using System.Text.Json.Nodes;

namespace NewsBot.Testing.Telegram;

/// <summary>What somebody is in a chat.</summary>
public sealed record Membership(MemberStatus Status)
{
    public static readonly Membership Member = new(MemberStatus.Member);

    public static readonly Membership Left = new(MemberStatus.Left);

    public static readonly Membership Kicked = new(MemberStatus.Kicked);

    public static readonly Membership Creator = new(MemberStatus.Creator);

    public static readonly Membership Administrator = new(MemberStatus.Administrator) { CanPost = true, CanEdit = true, CanDelete = true, CanPin = true };

    /// <summary>In a channel: may post. In a group: of a restricted member, may write.</summary>
    public bool CanPost { get; init; }

    public bool CanEdit { get; init; }

    public bool CanDelete { get; init; }

    public bool CanPin { get; init; }

    /// <summary>Writes in the name of the chat.</summary>
    public bool IsAnonymous { get; init; }

    public bool IsAdministrator => Status is MemberStatus.Creator or MemberStatus.Administrator;

    public bool IsIn => Status is MemberStatus.Creator or MemberStatus.Administrator or MemberStatus.Member or MemberStatus.Restricted;

    internal JsonObject ToJson(JsonObject user, bool isChannel) => Status switch
    {
        MemberStatus.Creator => new JsonObject { ["status"] = "creator", ["user"] = user, ["is_anonymous"] = IsAnonymous },
        MemberStatus.Administrator => AdministratorJson(user, isChannel),
        MemberStatus.Restricted => RestrictedJson(user),
        MemberStatus.Member => new JsonObject { ["status"] = "member", ["user"] = user },
        MemberStatus.Kicked => new JsonObject { ["status"] = "kicked", ["user"] = user, ["until_date"] = 0 },
        _ => new JsonObject { ["status"] = "left", ["user"] = user },
    };

    private JsonObject AdministratorJson(JsonObject user, bool isChannel)
    {
        var json = new JsonObject { ["status"] = "administrator", ["user"] = user, ["can_be_edited"] = false, ["is_anonymous"] = IsAnonymous, ["can_delete_messages"] = CanDelete };
        foreach (var right in (string[])["can_manage_chat", "can_manage_video_chats", "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories", "can_send_welcome_messages"])
        {
            json[right] = right is "can_manage_chat" or "can_invite_users";
        }

        if (isChannel)
        {
            json["can_post_messages"] = CanPost;
            json["can_edit_messages"] = CanEdit;
        }
        else
        {
            json["can_pin_messages"] = CanPin;
            json["can_manage_topics"] = false;
        }

        return json;
    }

    private JsonObject RestrictedJson(JsonObject user)
    {
        var json = new JsonObject { ["status"] = "restricted", ["user"] = user, ["is_member"] = true, ["until_date"] = 0 };
        foreach (var right in (string[])["can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos", "can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages", "can_add_web_page_previews", "can_react_to_messages", "can_edit_tag", "can_change_info", "can_invite_users", "can_pin_messages", "can_manage_topics"])
        {
            json[right] = right.StartsWith("can_send", StringComparison.Ordinal) && CanPost;
        }

        return json;
    }
}

/// <summary>The Bot API's member states.</summary>
public enum MemberStatus
{
    Left,
    Member,
    Restricted,
    Administrator,
    Creator,
    Kicked,
}
