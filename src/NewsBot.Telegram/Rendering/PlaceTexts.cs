using System.Globalization;
using NewsBot.Core.Commands;

namespace NewsBot.Telegram.Rendering;

/// <summary>Answers about a place and the instance: subscriptions, settings, explanations, feeds. Pure.</summary>
internal static class PlaceTexts
{
    public static TextBuilder Subscriptions(Reply.SubscriptionList list, TelegramView view)
    {
        var text = new TextBuilder();
        foreach (var line in list.Lines)
        {
            AddSubscription(text.Line().Item(), line, view);
        }

        return AddPage(text, list.Page);
    }

    public static TextBuilder Settings(string title, IReadOnlyList<SettingLine> lines)
    {
        var text = new TextBuilder().AddBold(title);
        foreach (var line in lines)
        {
            text.Line().Add(line.Name + ": ").Mark(EntityKind.Bold, value => value.AddForeign(line.Value)).Add("  " + line.Command);
        }

        return text;
    }

    /// <summary>A title that is a command explains it, and the command can be pressed; another title is an article's or a name.</summary>
    public static TextBuilder Explanation(string title, IReadOnlyList<string> lines)
    {
        var text = new TextBuilder().Mark(EntityKind.Bold, bold => _ = title.StartsWith('/') ? bold.Add(title) : bold.AddForeign(ArticleParts.OneLine(title)));
        foreach (var line in lines)
        {
            text.Line().Item().Add(line);
        }

        return text;
    }

    public static TextBuilder Feeds(Reply.FeedList list, TelegramView view)
    {
        var text = new TextBuilder().AddBold(view.Texts.FeedsTitle(list.Feeds.Count, list.Total));
        foreach (var feed in list.Feeds)
        {
            var health = feed.Health;
            var state = health.LastError ?? (health.LastSuccess is { } read ? view.Texts.LastRead(view.Time(read)) : view.Texts.NotReadYet);
            text.Line().Item().Mark(EntityKind.Bold, name => name.AddForeign(ArticleParts.Name(feed.Title)))
                .AddPoint(state)
                .AddPoint(view.Texts.FeedAnswers(health.LastStatus, health.NotModifiedRate, health.Requests))
                .AddPoint(view.Texts.NextCheck($"{view.Time(health.NextCheck)} ({health.NextCheckReason})"));
        }

        return AddPage(text, list.Page);
    }

    private static TextBuilder AddPage(TextBuilder text, string? page) => page is null ? text : text.Line().Add(page);

    private static void AddSubscription(TextBuilder text, SubscriptionLine line, TelegramView view)
    {
        var (subscription, texts) = (line.Subscription, view.Texts);
        text.Add(string.Create(CultureInfo.InvariantCulture, $"#{subscription.Number} ")).Mark(EntityKind.Bold, name => name.AddForeign(ArticleParts.OneLine(subscription.Value)));
        text.AddPoint(texts.SubscriptionKind(subscription.Kind))
            .AddPoint(subscription.Folder)
            .AddPoint(subscription.Filter is { } filter ? texts.OnlyFilter(filter) : null)
            .AddPoint(line.IsPaused ? texts.Paused : null)
            .AddPoint(line.Delivered is { } time ? texts.LastSent(view.Time(time)) : texts.NothingSentYet)
            .AddPoint(line.Problem);
    }
}
