using System.Globalization;
using NewsBot.Core.Articles.Enrichment;

namespace NewsBot.Core.Commands;

/// <summary>What operators are told about the instance, its feeds and its homes.</summary>
public partial class Texts
{
    public virtual string OnlyOperator => "Only the operator of this instance may do that.";

    public virtual string IsBanned => "The operator of this instance has closed it to this chat.";

    public virtual string ChatsTitle(int count) => Count(count, "home");

    public virtual string ChatLine(string home, bool hasFullPlan, bool isBanned, int subscriptions) => $"{home}: {Count(subscriptions, "subscription")}, plan {(hasFullPlan ? "full" : "guest")}{(isBanned ? ", banned" : "")}";

    public virtual string NoSuchHome(string home) => $"I know no home \"{home}\". /chats lists them by their ids.";

    public virtual string NotYourself => "That is this place itself. Name another one.";

    public virtual string BanSet(string home, bool isBanned) => isBanned ? $"{home} gets no answer and no message any more; its settings are kept." : $"{home} is welcome again; what waited follows.";

    public virtual string BadPlan => "Say which home and which plan: /plan telegram:123 full, or guest. The quotas of both are settings.";

    public virtual string PlanSet(string home, bool isFull) => $"{home} has the plan {(isFull ? "full" : "guest")} now.";

    public virtual string SayWhatToAnnounce(int most) => string.Create(CultureInfo.InvariantCulture, $"Say what all homes are to be told, in at most {most} characters: /announce The bot moves on Sunday.");

    public virtual string AnnounceQuestion(string words, int homes) => $"This goes to {Count(homes, "home")}:\n{words}";

    public virtual string SendIt => "Send it";

    public virtual string Announced(int homes) => $"It goes to {Count(homes, "home")} now, at the platforms' pace.";

    public virtual string ClaimCode(string code) => $"Send /claim {code} to the bot in a private chat to become its operator there. It works once, while this process runs.";

    public virtual string ClaimedAlready => "This instance has its operator.";

    public virtual string WrongClaim => "That is not the code. The operator sees it in the terminal with /claim; send it in a private chat.";

    public virtual string Claimed => "You are the operator of this instance now. /help lists what you may do.";

    public virtual string NotReadYet => "not read yet";

    public virtual string LastRead(string time) => $"read {time}";

    public virtual string NextCheck(string time) => $"next {time}";

    /// <param name="status">Of the last answer; null when there was none, which is told elsewhere.</param>
    /// <param name="unchanged">Share of the checks that cost no body, 0 to 1.</param>
    public virtual string FeedAnswers(int? status, double unchanged, int checks) => checks == 0 ? "not asked yet" : string.Create(
        CultureInfo.InvariantCulture, $"{(status is null ? "" : $"HTTP {status}, ")}unchanged (304) {100 * unchanged:F0} % of {checks}");

    public virtual string FeedsTitle(int shown, int total) => string.Create(CultureInfo.InvariantCulture, $"{shown} of {Count(total, "feed")}");

    public virtual string NoFailingFeeds => "No feed fails.";

    public virtual string WhichFeed => "Name a feed that is followed: /feed #3 fulltext on, or its address. /feeds lists them.";

    public virtual string BadFeedSetting => "That cannot be set. /help feed shows what can be.";

    public virtual string OnlyInPrivate => "Others read along here. Set this in the private chat or in the terminal.";

    public virtual string OthersFollow => "Others follow this feed too, and would see what the header opens.";

    public virtual string FeedSettings(string title, FullTextMode fullText, bool hasCredentials, IReadOnlyList<string> headers, string? proxy, string? agent, bool onlyHttp11)
    {
        var lines = new List<string>
        {
            title,
            "Pages of its articles: " + fullText switch
            {
                FullTextMode.On => "always read",
                FullTextMode.Off => "never read",
                _ => "read where the feed gives only the beginning",
            },
        };
        lines.AddRange(hasCredentials ? ["Credentials: kept, not shown"] : []);
        lines.AddRange(headers.Count > 0 ? ["Headers: " + string.Join(", ", headers)] : []);
        lines.AddRange(proxy is null ? [] : ["Proxy: " + proxy]);
        lines.AddRange(agent is null ? [] : ["It is asked as: " + agent]);
        lines.AddRange(onlyHttp11 ? ["HTTP/1.1 only"] : []);
        lines.Add("/help feed shows what can be set.");
        return string.Join('\n', lines);
    }

    public virtual string Stats(long articles, int feeds, int failing, int subscriptions, int waiting) => string.Create(
        CultureInfo.InvariantCulture, $"{articles} {(articles == 1 ? "article" : "articles")}, {Count(feeds, "feed")} ({failing} failing), {Count(subscriptions, "subscription")}. Messages that wait: {waiting}.");
}
