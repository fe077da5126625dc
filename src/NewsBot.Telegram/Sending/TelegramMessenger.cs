using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Telegram.Rendering;

namespace NewsBot.Telegram.Sending;

/// <summary>Sends posts to the chats of one bot. A post of several messages takes a turn for each; it arrives whole or, where that cannot be, is taken back.</summary>
internal sealed class TelegramMessenger(TelegramSender sender, SubscriptionRegistry subscriptions, IChatKinds kinds, INewsStore store, TimeProvider time) : IMessenger
{
    /// <summary>A pause within a post that is longer than this is left to the lane, which can do other things meanwhile.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);
    private readonly SendPace _pace = new(Rules);

    /// <summary>
    /// At most 29 messages a second, one a second to a chat, 20 a minute to a group (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this; one below the 30 named there, as clocks differ). Channels count as groups: their ids look the same. A few of each are kept for answers.
    /// </summary>
    private static IReadOnlyList<PaceRule> Rules =>
    [
        new(29, TimeSpan.FromSeconds(1), IsPerPlace: false) { Reserved = 2 },
        new(1, TimeSpan.FromSeconds(1), IsPerPlace: true),
        new(20, TimeSpan.FromMinutes(1), IsPerPlace: true) { Reserved = 2, AppliesTo = place => ChatAddress.TryParse(place) is { IsPrivate: false } },
    ];

    public string Platform => ChatAddress.Platform;

    public IReadOnlyList<PaceRule> Pace => Rules;

    public SendPace OpenPace() => _pace;

    public bool IsBroadcast(PlaceId place) => ChatAddress.TryParse(place) is { } chat && kinds.Of(chat.Chat) == ChatKind.Channel;

    public async Task<SendResult> SendAsync(PlaceId place, Post post, CancellationToken cancellationToken)
    {
        if (ChatAddress.TryParse(place) is not { } to)
        {
            return new SendResult.Rejected("this is no chat of Telegram");
        }

        var parts = PostRenderer.Render(post, ViewOf(place, to));
        var first = await sender.SendAsync(to, parts[0], cancellationToken);
        if (parts.Count == 1 || first is not SendResult.Sent(var id) || SentMessage.ParseAll(id) is [{ Form: SentForm.Rich }])
        {
            return first;
        }

        var rest = await SendRestAsync(place, first is SendResult.Sent { Lost: not null } ? to with { Topic = null } : to, [.. SentMessage.ParseAll(id)], parts, cancellationToken);
        return rest is SendResult.Sent whole && first is SendResult.Sent { Lost: { } lost } ? whole with { Lost = lost } : rest;
    }

    public async Task<SendResult> EditAsync(PlaceId place, string messageId, Post.Alert post, CancellationToken cancellationToken)
    {
        if (ChatAddress.TryParse(place) is not { } chat || SentMessage.ParseAll(messageId) is not [var sent, ..])
        {
            return new SendResult.Rejected("there is no such message");
        }

        var message = PostRenderer.Render(post, ViewOf(place, chat), sent.Form == SentForm.Photo ? TextSize.Caption : TextSize.Message);
        return await sender.EditAsync(chat, sent, message, cancellationToken);
    }

    /// <summary>A later part of unknown outcome is not repeated, and the parts after it follow; a part that is refused takes the ones before it back, so that the post can be tried again as a whole.</summary>
    private async Task<SendResult> SendRestAsync(PlaceId place, ChatAddress to, List<SentMessage> sent, IReadOnlyList<TelegramMessage> parts, CancellationToken cancellationToken)
    {
        foreach (var part in parts.Skip(1))
        {
            var message = sent.Count > 0 ? part with { ReplyTo = sent[^1].Id } : part;
            await TakeTurnAsync(place, cancellationToken);
            var result = await sender.SendAsync(to, message, cancellationToken);
            while (result is SendResult.RetryAfter { IsForAll: false } wait && wait.Delay > TimeSpan.Zero && wait.Delay <= LongestPause)
            {
                _pace.Refuse(place, isForAll: false, store.Now, wait.Delay);
                await TakeTurnAsync(place, cancellationToken);
                result = await sender.SendAsync(to, message, cancellationToken);
            }

            if (result is SendResult.Sent(var id))
            {
                sent.AddRange(SentMessage.ParseAll(id));
            }
            else if (result is not SendResult.Unknown)
            {
                await sender.DeleteAsync(to, sent, cancellationToken);
                return result;
            }
        }

        return new SendResult.Sent(sent.Count > 0 ? SentMessage.Join(sent) : null);
    }

    private async Task TakeTurnAsync(PlaceId place, CancellationToken cancellationToken)
    {
        while (_pace.Take(place, store.Now) is var next && next - store.Now is { Ticks: > 0 } wait)
        {
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private TelegramView ViewOf(PlaceId place, ChatAddress chat)
    {
        var home = subscriptions.Find(place) is { } known ? subscriptions.Find(known.Home) : null;
        return new TelegramView(Languages.For(home?.Language), store.Now, home?.TimeZone, kinds.Of(chat.Chat));
    }
}
