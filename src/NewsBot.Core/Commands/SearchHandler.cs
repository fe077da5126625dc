using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Search;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text;
using NewsBot.Core.Text.Queries;
using NewsBot.Core.Time;

namespace NewsBot.Core.Commands;

/// <summary>Answers /search from the index: the best hits, of copies the best alone, with the sentence that holds them, and when one was sent here; an empty result says what finds more.</summary>
public sealed class SearchHandler(INewsStore store, IArticleIndex index, ITermAnalyzer analyzer, SubscriptionRegistry registry, ListPager pager)
{
    private const int SentenceCharacters = 280;
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    public async Task<Reply> SearchAsync(Request request, Command.Search command, CancellationToken cancellationToken)
    {
        if (command.Words.Length == 0)
        {
            return new Reply.Refusal(request.Texts.SayWhatToSearch) { Completes = "/search" };
        }

        return SearchRequest.Parse(command.Words, store.Now, LocalClock.ZoneOf(request.Home.TimeZone)) switch
        {
            SearchRequestResult.Parsed(var search) => await SearchAsync(request, command.Words, search, cancellationToken),
            SearchRequestResult.Invalid(var advice) => new Reply.Refusal(advice),
            var other => throw new InvalidOperationException($"Unknown search result {other.GetType().Name}."),
        };
    }

    /// <summary>Makes the lines of a list of hits again.</summary>
    public async Task<Func<Article, ListLine>> LinesAsync(Request request, string words, CancellationToken cancellationToken)
    {
        if (SearchRequest.Parse(words, store.Now, LocalClock.ZoneOf(request.Home.TimeZone)) is not SearchRequestResult.Parsed(var search))
        {
            return ListPager.Plain;
        }

        var sent = await SentHereAsync(request.Place.Id, cancellationToken);
        return article => Line(article, search.Query, sent);
    }

    private async Task<Reply> SearchAsync(Request request, string words, SearchRequest search, CancellationToken cancellationToken)
    {
        var sent = await SentHereAsync(request.Place.Id, cancellationToken);
        var asked = new ArticleSearch
        {
            Query = search.Query,
            Sight = registry.SightOf(request.Place.Id),
            Since = search.Since,
            Before = search.Before,
            Among = search.Sent == true ? sent.Keys.ToHashSet() : null,
            Except = search.Sent == false ? sent.Keys.ToHashSet() : null,
        };
        var page = await index.SearchAsync(asked, cancellationToken);
        if (page.Articles.Count == 0)
        {
            var atAnyTime = search.Since is null && search.Before is null ? 0 : (await index.SearchAsync(asked with { Since = null, Before = null }, cancellationToken)).Total;
            return Nothing(request, words, page, atAnyTime);
        }

        var hits = (await store.GetArticlesAsync(page.Articles, cancellationToken)).DistinctBy(article => article.Original).Select(article => article.Id);
        var list = await pager.StartAsync(request, request.Texts.Found(words), hits, new ListLines(ListKind.Hits, words, article => Line(article, search.Query, sent)), cancellationToken);
        return page.Coverage == IndexCoverage.Complete || list.Note is not null ? list : list with { Note = request.Texts.StillIndexing };
    }

    private ListLine Line(Article article, Query query, Dictionary<ArticleId, OutboxRow> sent)
    {
        var plain = ListPager.Plain(article);
        return plain with
        {
            Sentence = MatchingSentence.Of(article, query, analyzer, SentenceCharacters) ?? plain.Sentence,
            Sent = sent.GetValueOrDefault(article.Id)?.Finished,
            SentMessage = sent.GetValueOrDefault(article.Id)?.MessageId,
        };
    }

    private static Reply Nothing(Request request, string words, SearchPage page, int atAnyTime)
    {
        var texts = request.Texts;
        if (page.Coverage == IndexCoverage.Unavailable)
        {
            return new Reply.Refusal(texts.SearchUnavailable);
        }

        var times = TypedQuery.Times(words);
        var lasting = times.Aggregate(words, TypedQuery.Without);
        var choices = new List<Choice>();
        if (page.Advice is { Spellings: { Count: > 0 } spellings })
        {
            var corrected = spellings.Aggregate(words, (query, spelling) => TypedQuery.Replace(query, spelling.Typed, spelling.Nearest));
            choices.Add(new Choice(texts.SearchInstead(corrected), "/search " + corrected));
        }

        if (atAnyTime > 0)
        {
            choices.Add(new Choice(texts.SearchWithout(string.Join(' ', times), atAnyTime), "/search " + lasting));
        }

        foreach (var fewer in (page.Advice?.FewerWords ?? []).Take(3))
        {
            choices.Add(new Choice(texts.SearchWithout(fewer.LeaveOut, fewer.Total), "/search " + TypedQuery.Without(words, fewer.LeaveOut)));
        }

        var nothing = texts.NothingFound(words, lasting);
        return new Reply.Message(page.Coverage == IndexCoverage.CatchingUp ? $"{nothing} {texts.StillIndexing}" : nothing) { Choices = choices };
    }

    private async Task<Dictionary<ArticleId, OutboxRow>> SentHereAsync(PlaceId place, CancellationToken cancellationToken)
    {
        var rows = await store.RecentDeliveriesAsync(place, store.Now - Remembered, cancellationToken);
        return rows.Where(row => row is { State: DeliveryState.Sent, Finished: not null }).GroupBy(row => row.Article).ToDictionary(group => group.Key, group => group.MinBy(row => row.Finished)!);
    }
}
