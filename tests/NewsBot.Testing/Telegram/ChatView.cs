using NewsBot.Testing.Telegram.Text;

namespace NewsBot.Testing.Telegram;

/// <summary>
/// A chat on a person's screen: what is shown, and what the person types and presses. A view may be opened as often as one likes.
/// <code>
/// await chat.AskAsync("/headlines", cancellationToken);
/// chat.Press("Next page");
/// Assert.Contains("2/3", chat.Last.Text);
/// </code>
/// </summary>
public sealed partial class ChatView
{
    private readonly World _world;

    internal ChatView(World world, VirtualChat chat, VirtualUser user, VirtualTopic? topic)
    {
        _world = world;
        Chat = chat;
        User = user;
        Topic = topic;
    }

    public VirtualChat Chat { get; }

    public VirtualUser User { get; }

    /// <summary>The topic of a forum that is open on the screen; null for General, and in chats without topics.</summary>
    public VirtualTopic? Topic { get; }

    /// <summary>What the screen shows, oldest first.</summary>
    public IReadOnlyList<VirtualMessage> Messages =>
        [.. Chat.Messages.Where(message => (message.Receiver ?? User) == User && (!Chat.IsForum || message.ThreadId == Topic?.Id))];

    /// <summary>What the bot wrote, oldest first.</summary>
    public IReadOnlyList<VirtualMessage> BotMessages => [.. Messages.Where(message => message.IsByBot)];

    /// <summary>The newest message of the bot.</summary>
    public VirtualMessage Last => BotMessages is [.., var last] ? last : throw new InvalidOperationException($"The bot has written nothing to {Chat}.");

    /// <summary>Writes a message. A person who has blocked the bot unblocks it so.</summary>
    public VirtualMessage Type(string text) => Write(text, replyTo: null);

    /// <summary>Writes an answer to a message.</summary>
    public VirtualMessage Reply(VirtualMessage to, string text) => Write(text, to);

    /// <summary>Writes in the name of a channel that the person owns.</summary>
    public VirtualMessage TypeAs(VirtualChat channel, string text) => _world.Change(() => Post(new MessageContent { Text = Typed(text) }, replyTo: null, sender: channel));

    /// <summary>Opens t.me/bot?start=payload and presses Start; in a group: ?startgroup=payload, which adds the bot.</summary>
    public VirtualMessage Start(string payload = "")
    {
        if (Chat.Kind == ChatKind.Private)
        {
            return Type($"/start {payload}".TrimEnd());
        }

        Chat.AddBot(User);
        return Type($"/start@{_world.Bot.Username} {payload}".TrimEnd());
    }

    /// <summary>Changes an own message.</summary>
    public void Edit(VirtualMessage message, string text) => _world.Change(() =>
    {
        message.Content = message.Content with { Text = Typed(text) };
        message.EditDate = _world.Now;
        _world.Updates.AddMessage(message, isEdit: true);
    });

    /// <summary>Deletes any message from the screen; bots are not told.</summary>
    public void Delete(VirtualMessage message) => _world.Change(() => message.IsDeleted = true);

    public VirtualMessage SendDocument(string name, byte[] bytes, string contentType = "application/octet-stream", string caption = "") => _world.Change(() =>
        Post(new MessageContent { Media = _world.Files.Add(name, contentType, bytes), MediaKind = "document", Text = Typed(caption) }, replyTo: null));

    /// <summary>Blocks the bot in a private chat.</summary>
    public void Block() => Chat.SetBot(User, Membership.Kicked);

    public void Unblock() => Chat.SetBot(User, Membership.Member);

    /// <summary>Waits until what the screen shows is so.</summary>
    public Task WaitAsync(Func<ChatView, bool> condition, CancellationToken cancellationToken) => _world.WaitAsync(() => condition(this), cancellationToken);

    /// <summary>Writes a message and waits for a message of the bot that is newer.</summary>
    public async Task<VirtualMessage> AskAsync(string text, CancellationToken cancellationToken)
    {
        var asked = Type(text);
        return await AnswerToAsync(asked, cancellationToken);
    }

    /// <summary>The first message of the bot after that one.</summary>
    public async Task<VirtualMessage> AnswerToAsync(VirtualMessage asked, CancellationToken cancellationToken)
    {
        await WaitAsync(view => view.BotMessages.Any(message => message.Id > asked.Id), cancellationToken);
        return BotMessages.First(message => message.Id > asked.Id);
    }

    private VirtualMessage Write(string text, VirtualMessage? replyTo) => _world.Change(() =>
    {
        if (Chat.Kind == ChatKind.Private && Chat.BotMembership.Status == MemberStatus.Kicked)
        {
            Chat.ChangeBot(User, Membership.Member);
        }

        return Post(new MessageContent { Text = Typed(text) }, replyTo);
    });

    /// <summary>Puts the message into the chat in the name that the person writes under there, and tells the bot.</summary>
    private VirtualMessage Post(MessageContent content, VirtualMessage? replyTo, bool isViaBot = false, VirtualChat? sender = null)
    {
        Chat.Start();
        var isAnonymous = Chat.MembershipOf(User).IsAnonymous;
        var message = Chat.Add(id => new VirtualMessage(Chat, id, _world.Now, content)
        {
            From = Chat.Kind == ChatKind.Channel || isAnonymous || sender is not null ? null : User,
            SenderChat = sender ?? (isAnonymous && Chat.Kind != ChatKind.Channel ? Chat : null),
            ThreadId = Topic?.Id ?? replyTo?.ThreadId,
            ReplyTo = replyTo,
            IsViaBot = isViaBot,
        });
        _world.Updates.AddMessage(message);
        Chat.ForwardToDiscussion(message);
        return message;
    }

    private static FormattedText Typed(string text)
    {
        var plain = new FormattedText(text, []);
        return plain with { Entities = [.. EntityList.WithFound(plain)] };
    }
}
