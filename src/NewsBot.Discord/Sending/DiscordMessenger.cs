using System.Globalization;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Sending;

/// <summary>
/// Sends posts to channels, threads, forums and private conversations. A message carries the number of its delivery as nonce, so that Discord itself drops the second of two sends within a few minutes; only a forum knows no nonce.
/// The pace is the client's: it learns Discord's limits from the answers.
/// </summary>
internal sealed class DiscordMessenger(DiscordApi api, ChannelDirectory channels, SubscriptionRegistry subscriptions) : IMessenger
{
    private const int ThreadName = 100;

    public string Platform => DiscordIds.Platform;

    public IReadOnlyList<PaceRule> Pace => [];

    public async Task<SendResult> SendAsync(PlaceId place, Post post, CancellationToken cancellationToken)
    {
        switch (await channels.FindAsync(place, cancellationToken))
        {
            case RestResult<Channel>.Ok(var channel):
                var body = PostRenderer.Render(post, ViewOf(place)) with { MessageReference = ReplyOf(post) };
                var sent = await SendAsync(channel, post, body, cancellationToken);
                sent = sent.FailureOrNull switch
                {
                    DiscordFailure.ThreadArchived => await SendAwakeAsync(channel, post, body, cancellationToken),
                    DiscordFailure.InvalidBody { Path: DiscordFailure.InvalidBody.Reference } when body.MessageReference is not null => await SendAsync(channel, post, body with { MessageReference = null }, cancellationToken),
                    DiscordFailure.InvalidBody or DiscordFailure.TooLarge => await SendAsync(channel, post, Plain(body), cancellationToken),
                    _ => sent,
                };
                await PublishAsync(channel, post, sent, cancellationToken);
                return sent.FailureOrNull is { } lost ? DiscordOutcome.Of(lost) : new SendResult.Sent(sent.ValueOrDefault!.ToString());
            case RestResult<Channel>.Failed(var failure):
                return DiscordOutcome.Of(failure);
            default:
                throw new InvalidOperationException("No such result.");
        }
    }

    public async Task<SendResult> EditAsync(PlaceId place, string messageId, Post.Alert post, CancellationToken cancellationToken)
    {
        if (MessageAddress.TryParse(messageId) is not { } address)
        {
            return new SendResult.Rejected("the message is not known any more");
        }

        var body = PostRenderer.Render(post with { IsChange = true }, ViewOf(place)) with { Content = "", Flags = null };
        var edited = await api.EditMessageAsync(address.Channel, address.Message, body, SendPriority.Alert, cancellationToken);
        return edited.FailureOrNull is { } failure ? DiscordOutcome.Of(failure) : new SendResult.Sent(messageId);
    }

    private async Task<RestResult<MessageAddress>> SendAsync(Channel channel, Post post, MessageBody body, CancellationToken cancellationToken)
    {
        var priority = post is Post.Digest ? SendPriority.Digest : SendPriority.Alert;
        if (channel.Type is not (ChannelType.Forum or ChannelType.Media))
        {
            var message = await api.CreateMessageAsync(channel.Id, body, NonceOf(post), priority, cancellationToken);
            return Map(message, sent => new MessageAddress(channel.Id, sent.Id));
        }

        var tags = channel.Flags.HasFlag(ChannelFlags.RequireTag) ? channel.AvailableTags.Where(tag => !tag.Moderated).Take(1).Select(tag => tag.Id).ToList() : null;
        var thread = new ForumPost(TextCut.At(NameOf(post), ThreadName - 1), body with { MessageReference = null }) { AppliedTags = tags };

        // The thread has the id of its first message.
        return Map(await api.CreateForumPostAsync(channel.Id, thread, priority, cancellationToken), created => new MessageAddress(created.Id, created.Id));
    }

    private async Task<RestResult<MessageAddress>> SendAwakeAsync(Channel channel, Post post, MessageBody body, CancellationToken cancellationToken) =>
        (await api.UnarchiveAsync(channel.Id, cancellationToken)).FailureOrNull is { } failure
            ? new RestResult<MessageAddress>.Failed(failure)
            : await SendAsync(channel, post, body, cancellationToken);

    /// <summary>Where the place wants it, the message goes to the channels that follow. It stands in its own channel whatever comes of that, so a refusal changes nothing.</summary>
    private async Task PublishAsync(Channel channel, Post post, RestResult<MessageAddress> sent, CancellationToken cancellationToken)
    {
        if (channel.Type == ChannelType.Announcement && post.Style.Publish == true && sent.ValueOrDefault is { } address)
        {
            await api.CrosspostAsync(address.Channel, address.Message, cancellationToken);
        }
    }

    private static RestResult<MessageAddress> Map<T>(RestResult<T> result, Func<T, MessageAddress> map) => result switch
    {
        RestResult<T>.Ok(var value) => new RestResult<MessageAddress>.Ok(map(value)),
        RestResult<T>.Failed(var failure) => new RestResult<MessageAddress>.Failed(failure),
        _ => throw new InvalidOperationException("No such result."),
    };

    private DiscordView ViewOf(PlaceId place) =>
        new(Languages.For(subscriptions.Find(place) is { } known ? subscriptions.Find(known.Home)?.Language : null), new CommandNames(CommandForms.Names));

    private static MessageReference? ReplyOf(Post post) => post is Post.Alert { ReplyTo: { } earlier } && MessageAddress.TryParse(earlier) is { } address ? new MessageReference(address.Message) : null;

    /// <summary>The same for each attempt at a message, different for each message.</summary>
    private static string NonceOf(Post post) => post switch
    {
        Post.Alert alert => string.Create(CultureInfo.InvariantCulture, $"d{alert.Delivery.Value}"),
        Post.RollUp roll => string.Create(CultureInfo.InvariantCulture, $"d{roll.Delivery.Value}"),
        Post.Digest digest => string.Create(CultureInfo.InvariantCulture, $"d{digest.Delivery.Value}"),
        Post.Question question => string.Create(CultureInfo.InvariantCulture, $"d{question.Delivery.Value}"),
        Post.Notice notice => string.Create(CultureInfo.InvariantCulture, $"d{notice.Delivery.Value}"),
        _ => throw new InvalidOperationException($"Unknown post {post.GetType().Name}."),
    };

    private static string NameOf(Post post) => DiscordMarkdown.Clean(post switch
    {
        Post.Alert alert => alert.Article.Title,
        Post.RollUp roll => Languages.For(null).NewArticles(roll.Total),
        Post.Digest => Languages.For(null).DigestTitle,
        _ => "NewsBot",
    }).Replace('\n', ' ');

    /// <summary>The words alone, for what Discord takes in no other form.</summary>
    private static MessageBody Plain(MessageBody body) => new()
    {
        Content = TextCut.At(string.Join('\n', (body.Embeds ?? []).SelectMany(embed => new[] { embed.Title, embed.Url is { } url ? $"<{url}>" : null, embed.Description }).OfType<string>()), DiscordLimits.Content - 1),
        Flags = (body.Flags ?? MessageFlags.None) | MessageFlags.SuppressEmbeds,
        MessageReference = body.MessageReference,
    };
}

/// <summary>Where a message lies; a post of a forum lies in its own thread.</summary>
internal sealed record MessageAddress(Snowflake Channel, Snowflake Message)
{
    public static MessageAddress? TryParse(string text) =>
        text.Split('/') is [var channel, var message] && Snowflake.TryParse(channel) is { } place && Snowflake.TryParse(message) is { } id ? new MessageAddress(place, id) : null;

    public override string ToString() => $"{Channel}/{Message}";
}
