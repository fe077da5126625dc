using System.Text.Json.Nodes;

namespace NewsBot.Testing.Telegram;

/// <content>What people do with a chat.</content>
public sealed partial class VirtualChat
{
    /// <summary>Lets somebody in, or changes what they are; the bot hears of it only when it is about itself.</summary>
    public VirtualChat Add(VirtualUser user, Membership? membership = null) => _world.Change(() =>
    {
        _members[user.Id] = membership ?? Membership.Member;
        return this;
    });

    /// <summary>Adds the bot, promotes it, takes rights, removes it: the bot is told by my_chat_member.</summary>
    public void SetBot(VirtualUser by, Membership membership) => _world.Change(() => ChangeBot(by, membership));

    public void AddBot(VirtualUser by) => SetBot(by, Kind == ChatKind.Channel ? Membership.Administrator : Membership.Member);

    public void KickBot(VirtualUser by) => SetBot(by, Membership.Kicked);

    /// <summary>The group becomes a supergroup under another id: service messages on both sides, and every call to the old id is refused.</summary>
    /// <param name="tellsBot">False loses the service messages, as happens to a bot that was off for long.</param>
    public VirtualChat Migrate(VirtualUser by, bool tellsBot = true)
    {
        var next = _world.AddChat(ChatKind.Supergroup, Title ?? "", username: null, isForum: false);
        _world.Change(() =>
        {
            MigratedTo = next;
            foreach (var (member, membership) in _members)
            {
                next._members[member] = membership;
            }

            Say(this, by, "migrate_to_chat_id", next.Id, tellsBot);
            Say(next, by, "migrate_from_chat_id", Id, tellsBot);
        });
        return next;
    }

    /// <summary>Deletes the chat for everybody.</summary>
    public void Delete(VirtualUser by) => _world.Change(() =>
    {
        ChangeBot(by, Kind == ChatKind.Group ? Membership.Left : Membership.Kicked);
        IsGone = true;
    });

    public VirtualTopic CreateTopic(string name, VirtualUser by) => _world.Change(() =>
    {
        var content = new MessageContent { Service = new("forum_topic_created", new JsonObject { ["name"] = name, ["icon_color"] = 7322096 }) };
        var message = Add(id => new VirtualMessage(this, id, _world.Now, content) { From = by, ThreadId = id });
        _world.Updates.AddMessage(message);
        return _topics[message.Id] = new VirtualTopic(message.Id, name);
    });

    public void CloseTopic(VirtualTopic topic) => _world.Change(() => topic.IsClosed = true);

    /// <summary>The bot hears of it by a service message in the topic.</summary>
    public void ReopenTopic(VirtualTopic topic, VirtualUser by) => _world.Change(() =>
    {
        topic.IsClosed = false;
        _world.Updates.AddMessage(Add(id => new VirtualMessage(this, id, _world.Now, new MessageContent { Service = new("forum_topic_reopened", new JsonObject()) }) { From = by, ThreadId = topic.Id }));
    });

    public void DeleteTopic(VirtualTopic topic) => _world.Change(() => topic.IsDeleted = true);

    /// <summary>The bot becomes something else here, in the name of a person.</summary>
    internal void ChangeBot(VirtualUser by, Membership membership)
    {
        var before = BotMembership;
        _members[_world.Bot.Id] = membership;
        if (before == membership)
        {
            return;
        }

        var isChannel = Kind == ChatKind.Channel;
        _world.Updates.Add("my_chat_member", new JsonObject
        {
            ["chat"] = ToJson(),
            ["from"] = by.ToJson(),
            ["date"] = _world.Now.ToUnixTimeSeconds(),
            ["old_chat_member"] = before.ToJson(_world.Bot.ToJson(), isChannel),
            ["new_chat_member"] = membership.ToJson(_world.Bot.ToJson(), isChannel),
        });
    }

    /// <summary>A private chat that the person writes in for the first time: the bot may answer from now on.</summary>
    internal void Start()
    {
        if (Kind == ChatKind.Private && !_members.ContainsKey(_world.Bot.Id))
        {
            _members[_world.Bot.Id] = Membership.Member;
        }
    }

    /// <summary>A channel's post appears in its discussion group by itself.</summary>
    internal void ForwardToDiscussion(VirtualMessage post)
    {
        if (Discussion is { } group)
        {
            _world.Updates.AddMessage(group.Add(id => new VirtualMessage(group, id, _world.Now, post.Content) { SenderChat = this, IsAutomaticForward = true }));
        }
    }

    private void Say(VirtualChat where, VirtualUser by, string field, JsonNode value, bool tellsBot)
    {
        var message = where.Add(id => new VirtualMessage(where, id, _world.Now, new MessageContent { Service = new(field, value) }) { From = by });
        if (tellsBot)
        {
            _world.Updates.AddMessage(message);
        }
    }
}
