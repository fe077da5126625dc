using NewsBot.Core.Reports;

namespace NewsBot.Core.Commands;

/// <summary>Answers commands: checks the caller's role, then hands each command to its handler. Thread-safe; handlers are idempotent.</summary>
public sealed class CommandDispatcher(
    StartHandler start,
    ListHandler lists,
    SearchHandler search,
    ArticleHandler articles,
    FollowHandler follow,
    SubscriptionHandler subscriptions,
    DigestHandler digests,
    DeliveryHandler delivery,
    ModeHandler modes,
    StyleHandler styles,
    HomeHandler homes,
    TransferHandler transfer,
    WhyHandler whys,
    ReportHandler reports,
    LessHandler less,
    FeedHandler feeds,
    OperatorHandler operators,
    OperatorClaim claim)
{
    public async Task<Reply> HandleAsync(CommandSpec spec, Command command, Request request, CancellationToken cancellationToken)
    {
        return Refuse(spec, request) is { } refusal ? refusal : await AnswerAsync(command, request, cancellationToken);
    }

    /// <summary>Why the caller may not give the command here; null when they may.</summary>
    private static Reply.Refusal? Refuse(CommandSpec spec, Request request) => request switch
    {
        { Home.Banned: not null, Caller.Role: < Role.Operator } => new Reply.Refusal(request.Texts.IsBanned),
        _ when request.Caller.Role < spec.Role => new Reply.Refusal(spec.Role == Role.Operator ? request.Texts.OnlyOperator : request.Texts.NoRight),
        _ when !AskRights.MayGive(request, spec) => new Reply.Refusal(request.Texts.MayNotAsk),
        _ => null,
    };

    private async Task<Reply> AnswerAsync(Command command, Request request, CancellationToken cancellationToken)
    {
        return command switch
        {
            Command.Start => await start.StartAsync(request, cancellationToken),
            Command.Help help => StartHandler.Help(request, help),
            Command.Id => StartHandler.Id(request),
            Command.ForgetMe => await start.ForgetMeAsync(request, cancellationToken),
            Command.Headlines headlines => await lists.HeadlinesAsync(request, headlines, cancellationToken),
            Command.Latest latest => await lists.LatestAsync(request, latest, cancellationToken),
            Command.Search asked => await search.SearchAsync(request, asked, cancellationToken),
            Command.Saved => await lists.SavedAsync(request, cancellationToken),
            Command.More more => await lists.MoreAsync(request, more, cancellationToken),
            Command.Read read => await articles.ReadAsync(request, read, cancellationToken),
            Command.Summary summary => await articles.SummaryAsync(request, summary, cancellationToken),
            Command.Story story => await articles.StoryAsync(request, story, cancellationToken),
            Command.Save save => await articles.SaveAsync(request, save, cancellationToken),
            Command.Why why => await whys.WhyAsync(request, why, cancellationToken),
            Command.Wrong wrong => await reports.WrongAsync(request, wrong, cancellationToken),
            Command.Less fewer => await less.LessAsync(request, fewer, cancellationToken),
            Command.Subscribe subscribe => await follow.SubscribeAsync(request, subscribe, cancellationToken),
            Command.Unsubscribe unsubscribe => await subscriptions.UnsubscribeAsync(request, unsubscribe, cancellationToken),
            Command.Subscriptions list => await subscriptions.ListAsync(request, list, cancellationToken),
            Command.Filter filter => await subscriptions.FilterAsync(request, filter, cancellationToken),
            Command.Pause pause => await subscriptions.PauseAsync(request, pause, cancellationToken),
            Command.Resume resume => await subscriptions.ResumeAsync(request, resume, cancellationToken),
            Command.Digest digest => await digests.DigestAsync(request, digest, cancellationToken),
            Command.Quiet quiet => await delivery.QuietAsync(request, quiet, cancellationToken),
            Command.Limit limit => await delivery.LimitAsync(request, limit, cancellationToken),
            Command.StyleChange style => await styles.StyleAsync(request, style, cancellationToken),
            Command.Mode mode => await modes.ModeAsync(request, mode, cancellationToken),
            Command.Notices notices => await delivery.NoticesAsync(request, notices, cancellationToken),
            Command.Language language => await homes.LanguageAsync(request, language, cancellationToken),
            Command.TimeZone zone => await homes.TimeZoneAsync(request, zone, cancellationToken),
            Command.Settings settings => await homes.SettingsAsync(request, settings, cancellationToken),
            Command.Reset reset => await homes.ResetAsync(request, reset, cancellationToken),
            Command.Import => await transfer.ImportAsync(request, cancellationToken),
            Command.Export => transfer.Export(request),
            Command.Feeds shown => operators.Feeds(request, shown),
            Command.Chats chats => operators.Chats(request, chats),
            Command.Ban ban => await operators.BanAsync(request, ban, cancellationToken),
            Command.Plan plan => await operators.PlanAsync(request, plan, cancellationToken),
            Command.Announce announce => await operators.AnnounceAsync(request, announce, cancellationToken),
            Command.Claim claimed => await claim.ClaimAsync(request, claimed, cancellationToken),
            Command.FeedSettings feed => await feeds.SetAsync(request, feed, cancellationToken),
            Command.Stats => await operators.StatsAsync(request, cancellationToken),
            _ => throw new InvalidOperationException($"No handler for {command.GetType().Name}."),
        };
    }
}
