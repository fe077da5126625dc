using System.Globalization;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Search;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text.Queries;
using NewsBot.Core.Time;
using NewsBot.Telegram.Chats;
using NewsBot.Telegram.Rendering;
using NewsBot.Telegram.Sending;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.InlineQueryResults;

namespace NewsBot.Telegram.Updates;

/// <summary>
/// Finds articles for "@bot words" typed in any chat, to be shared there: what the person's own private chat may see and nothing else. An answer that is late is worth nothing, so that nothing is stored and the oldest questions give way.
/// </summary>
internal sealed partial class InlineAnswers(
    IArticleIndex index, HeadlineReader headlines, RequestReader requests, SubscriptionRegistry registry, INewsStore store, ChatRights rights, CallerLimits limits, TelegramBotApi api, TimeProvider time, ILogger<InlineAnswers> logger)
{
    private const int Parallel = 2;
    private const int MostWaiting = 20;

    /// <summary>The server takes 50 (https://core.telegram.org/bots/api#answerinlinequery); a page of these is enough to choose from.</summary>
    private const int PageResults = 20;
    private const int LongestDescription = 200;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Cache = TimeSpan.FromSeconds(30);

    private readonly Channel<InlineQuery> _waiting = Channel.CreateBounded<InlineQuery>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });

    public void Offer(InlineQuery query) => _waiting.Writer.TryWrite(query);

    /// <summary>Answers until cancelled.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(Enumerable.Range(0, Parallel).Select(_ => WorkAsync(cancellationToken)));

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        await foreach (var query in _waiting.Reader.ReadAllAsync(cancellationToken))
        {
            using var deadline = new CancellationTokenSource(Patience, time);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
            try
            {
                await AnswerAsync(query, limit.Token);
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                LogFailure(e);
            }
        }
    }

    private async Task AnswerAsync(InlineQuery query, CancellationToken cancellationToken)
    {
        var sender = Sender.Of(query.From);
        var address = new ChatAddress(query.From.Id);
        var caller = new Caller { Person = sender.Person, Place = address.Place, Home = Sender.HomeOf(query.From.Id), Role = Role.Reader, Language = sender.Language };
        if (!rights.IsAllowed(query.From.Id, query.From.Id) || limits.Ask(caller) != AskVerdict.Answer)
        {
            await api.AnswerInlineQueryAsync(query.Id, [], Cache, "", null, cancellationToken);
            return;
        }

        var request = await requests.ReadAsync(caller, cancellationToken);
        var from = int.TryParse(query.Offset, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) ? Math.Min(offset, ListPager.MostLines) : 0;
        var found = await FindAsync(request, query.Query.Trim(), cancellationToken);
        var articles = await store.GetArticlesAsync([.. found.Skip(from).Take(PageResults)], cancellationToken);
        var next = from + PageResults < found.Count ? (from + PageResults).ToString(CultureInfo.InvariantCulture) : "";
        var button = found.Count == 0 ? new InlineQueryResultsButton(request.Texts.InlineNothing) { StartParameter = "help" } : null;
        await api.AnswerInlineQueryAsync(query.Id, [.. articles.Select(article => ResultOf(request, article))], Cache, next, button, cancellationToken);
    }

    private async Task<IReadOnlyList<ArticleId>> FindAsync(Request request, string words, CancellationToken cancellationToken)
    {
        if (words.Length == 0)
        {
            return await headlines.LatestAsync(request.Place.Id, "", cancellationToken);
        }

        // While somebody is still typing, quotes and the like are often open; then the words alone count.
        if (SearchRequest.Parse(words, store.Now, LocalClock.ZoneOf(request.Home.TimeZone)) is not SearchRequestResult.Parsed(var search))
        {
            return [];
        }

        var page = await index.SearchAsync(new ArticleSearch { Query = search.Query, Sight = registry.SightOf(request.Place.Id), Since = search.Since, Before = search.Before }, cancellationToken);
        return page.Articles;
    }

    private InlineQueryResultArticle ResultOf(Request request, Article article)
    {
        var shared = ReplyRenderer.Render(new Answer(request, new Reply.SummaryView(article, article.Summary), null), store.Now, ChatKind.Channel)[0];
        return new InlineQueryResultArticle(
            article.Id.Value.ToString(CultureInfo.InvariantCulture),
            ArticleParts.OneLine(article.Title),
            new InputTextMessageContent(HtmlWriter.Write(shared.Text)) { ParseMode = ParseMode.Html, LinkPreviewOptions = article.Url is { } url ? new LinkPreviewOptions { Url = url } : new LinkPreviewOptions { IsDisabled = true } })
        {
            Description = Core.Text.TextCut.At($"{article.Source} · {(article.Summary.Count > 0 ? article.Summary[0] : "")}", LongestDescription),
        };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An inline question could not be answered")]
    private partial void LogFailure(Exception e);
}
