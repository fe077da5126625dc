using System.Globalization;
using Microsoft.Extensions.Options;
using NewsBot.Core.Commands;
using NewsBot.Telegram.Hosting;
using NewsBot.Telegram.Sending;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace NewsBot.Telegram.Chats;

/// <summary>What people and the bot may do in a chat, asked of the server and remembered for half a minute: a right that was taken away counts soon.</summary>
internal sealed class ChatRights(TelegramBotApi api, OwnAccount me, IOptions<TelegramOptions> options, TimeProvider time)
{
    private const int MostRemembered = 5_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly Dictionary<(long Chat, long User), (DateTimeOffset Until, ChatMember Member)> _members = [];

    public bool IsOperator(long user) => options.Value.Operators.Contains(user.ToString(CultureInfo.InvariantCulture));

    /// <summary>True when the instance answers this person or chat at all.</summary>
    public bool IsAllowed(long chat, long? user) =>
        options.Value.AllowedChats.Count == 0
        || options.Value.AllowedChats.Contains(chat.ToString(CultureInfo.InvariantCulture))
        || (user is { } id && (IsOperator(id) || options.Value.AllowedChats.Contains(id.ToString(CultureInfo.InvariantCulture))));

    /// <summary>The role in a chat with other people; null when the server did not tell.</summary>
    public async Task<Role?> RoleOfAsync(long chat, long user, CancellationToken cancellationToken)
    {
        if (IsOperator(user))
        {
            return Role.Operator;
        }

        return await MemberAsync(chat, user, cancellationToken) switch
        {
            MemberAnswer.Known({ Status: ChatMemberStatus.Creator or ChatMemberStatus.Administrator }) => Role.Admin,
            MemberAnswer.Known or MemberAnswer.NoMember => Role.Reader,
            _ => null,
        };
    }

    /// <summary>What the bot may do there; null when the server did not tell.</summary>
    public async Task<OwnRights?> OwnRightsAsync(long chat, ChatType type, CancellationToken cancellationToken) => await MemberAsync(chat, me.Id, cancellationToken) switch
    {
        MemberAnswer.Known(var member) => RightsOf(member, type),
        MemberAnswer.NoMember => OwnRights.Absent,
        _ => null,
    };

    /// <summary>What a membership of the bot lets it do.</summary>
    public static OwnRights RightsOf(ChatMember member, ChatType type) => member switch
    {
        ChatMemberLeft or ChatMemberBanned or ChatMemberRestricted { IsMember: false } => OwnRights.Absent,
        ChatMemberOwner => OwnRights.MayPost,
        ChatMemberAdministrator administrator => type != ChatType.Channel || administrator.CanPostMessages ? OwnRights.MayPost : OwnRights.MayNotPost,
        ChatMemberRestricted restricted => restricted.CanSendMessages ? OwnRights.MayPost : OwnRights.MayNotPost,
        _ => type == ChatType.Channel ? OwnRights.MayNotPost : OwnRights.MayPost,
    };

    /// <summary>What was remembered of the chat is asked anew, as after a change of its members.</summary>
    public void Forget(long chat)
    {
        lock (_gate)
        {
            foreach (var key in _members.Keys.Where(key => key.Chat == chat).ToList())
            {
                _members.Remove(key);
            }
        }
    }

    private async Task<MemberAnswer> MemberAsync(long chat, long user, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_members.TryGetValue((chat, user), out var held) && held.Until > time.GetUtcNow())
            {
                return new MemberAnswer.Known(held.Member);
            }
        }

        switch (await api.GetChatMemberAsync(chat, user, cancellationToken))
        {
            case ApiResult<ChatMember>.Ok(var member):
                Remember(chat, user, member);
                return new MemberAnswer.Known(member);
            case ApiResult<ChatMember>.Failed { Code: 400 or 403 }:
                return new MemberAnswer.NoMember();
            default:
                return new MemberAnswer.Untold();
        }
    }

    private void Remember(long chat, long user, ChatMember member)
    {
        lock (_gate)
        {
            if (_members.Count >= MostRemembered)
            {
                _members.Clear();
            }

            _members[(chat, user)] = (time.GetUtcNow() + Remembered, member);
        }
    }

    private abstract record MemberAnswer
    {
        public sealed record Known(ChatMember Member) : MemberAnswer;

        /// <summary>The server knows no such member, or does not let the bot see the members.</summary>
        public sealed record NoMember : MemberAnswer;

        public sealed record Untold : MemberAnswer;
    }
}

/// <summary>What the bot may do in a chat.</summary>
internal enum OwnRights
{
    Absent,
    MayNotPost,
    MayPost,
}
