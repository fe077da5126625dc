using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text;
using NewsBot.Core.Text.Languages;
using NewsBot.Core.Text.Queries;
using NewsBot.Core.Time;

namespace NewsBot.Core.Commands;

/// <summary>Answers "less like this" under an alert: hides its source or a word, moves its subscription into the digest or ends it. Each step names what it did and is taken back by a button. Idempotent.</summary>
public sealed class LessHandler(INewsStore store, SubscriptionRegistry registry, SubscriptionMatcher matcher, Outbox outbox, ReferenceResolver references, SubscriberChanges changes)
{
    private const int MostMutes = SubscriptionFile.MostMutes;
    private const int WordsOffered = 3;
    private const int ShortestWord = 4;
    private static readonly TimeSpan WordTime = TimeSpan.FromDays(7);

    public async Task<Reply> LessAsync(Request request, Command.Less command, CancellationToken cancellationToken)
    {
        if (command.Shown is { } query)
        {
            return await ShowAgainAsync(request, query, cancellationToken);
        }

        if (command.Wish is LessWish.Unreadable(var words))
        {
            return new Reply.Refusal(request.Texts.BadLess(words)) { Completes = "/less" };
        }

        if (command.What is Reference.None && command.Wish is LessWish.Ask)
        {
            return List(request);
        }

        return await references.ResolveAsync(request, command.What, "less", cancellationToken) switch
        {
            Resolution.Found(var article, _) => command.Wish switch
            {
                LessWish.Source => await HideAsync(request, SourceQuery(article.Source), null, cancellationToken),
                LessWish.Word(var word) => await HideAsync(request, WordQuery(word), store.Now + WordTime, cancellationToken),
                LessWish.Ask => await AskAsync(request, article, cancellationToken),
                var other => throw new InvalidOperationException($"Unknown wish {other.GetType().Name}."),
            },
            Resolution.Answered(var reply) => reply,
            var other => throw new InvalidOperationException($"Unknown resolution {other.GetType().Name}."),
        };
    }

    private Reply List(Request request)
    {
        var held = request.Place.Mutes.Where(mute => mute.HoldsAt(store.Now)).ToList();
        return held.Count == 0
            ? new Reply.Message(request.Texts.NothingHidden)
            : new Reply.Explanation(request.Texts.HiddenTitle, [.. held.Select(mute => Line(request, mute))])
            {
                Choices = [.. held.Select(mute => new Choice(request.Texts.ShowAgain(mute.Query), $"/less show {mute.Query}"))],
            };
    }

    private async Task<Reply> AskAsync(Request request, Article article, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        var named = new Reference.Stored(article.Id);
        var choices = new List<Choice> { new(texts.HideSource(article.Source), $"/less {named} source") };
        choices.AddRange(WordsOf(article).Select(word => new Choice(texts.HideWord(word), $"/less {named} word {word}")));
        foreach (var subscription in await SendersAsync(request, article, cancellationToken))
        {
            var number = string.Create(texts.Culture, $"#{subscription.Number}");
            choices.AddRange(request.Place.Digests.Count > 0 && subscription.Mode != SubscriptionMode.Digest ? [new Choice(texts.OnlyInDigest(subscription.Number), $"/mode {number} digest")] : []);
            choices.Add(new Choice(texts.StopFollowing(ManagementChoices.Label(subscription)), $"/unsubscribe {number}"));
        }

        return new Reply.Message(texts.LessOf(article.Title)) { Choices = choices };
    }

    private async Task<Reply> HideAsync(Request request, string query, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        if (QueryParser.Parse(query) is not QueryParseResult.Parsed)
        {
            return new Reply.Refusal(request.Texts.CannotHide(query));
        }

        var isFull = false;
        await changes.ChangeAsync(
            request.Place.Id,
            place =>
            {
                List<Mute> others = [.. place.Mutes.Where(mute => mute.HoldsAt(store.Now) && mute.Query != query)];
                isFull = others.Count >= MostMutes;
                return isFull ? place : place with { Mutes = [.. others, new Mute(query, until)] };
            },
            cancellationToken);
        return isFull
            ? new Reply.Refusal(request.Texts.TooManyHidden(MostMutes))
            : new Reply.Message(request.Texts.HiddenNow(query, until is { } end ? Show(request, end) : null)) { Choices = [new(request.Texts.Undo, $"/less show {query}")] };
    }

    /// <param name="typed">The query as it is listed, or the word alone.</param>
    private async Task<Reply> ShowAgainAsync(Request request, string typed, CancellationToken cancellationToken)
    {
        if (request.Place.Mutes.FirstOrDefault(mute => Is(mute.Query, typed) || Is(mute.Query, WordQuery(typed)) || Is(mute.Query, SourceQuery(typed))) is not { Query: var query })
        {
            return new Reply.Refusal(request.Texts.NotHidden(typed));
        }

        await changes.ChangeAsync(request.Place.Id, place => place with { Mutes = [.. place.Mutes.Where(mute => mute.Query != query)] }, cancellationToken);
        return new Reply.Message(request.Texts.ShownAgain(query));
    }

    /// <summary>The subscriptions here that it was sent for; for what was never sent, those that want it.</summary>
    private async Task<IReadOnlyList<Subscription>> SendersAsync(Request request, Article article, CancellationToken cancellationToken)
    {
        var rows = (await store.DeliveriesOfAsync(request.Place.Id, article.Id, cancellationToken)).Concat(outbox.Of(request.Place.Id).Where(row => row.Article == article.Id));
        var sent = rows.Select(row => row.Subscription).ToHashSet();
        var here = registry.In(request.Place.Id);
        var senders = here.Where(subscription => sent.Contains(subscription.Id)).ToList();
        return senders.Count > 0 ? senders : [.. here.Where(subscription => matcher.Wants(subscription, article)).Take(WordsOffered)];
    }

    /// <summary>The words of the title that tell most: names first, then the longest.</summary>
    private static IEnumerable<string> WordsOf(Article article) =>
        Words.Spans(article.Title)
            .Select(span => (Word: article.Title.Substring(span.Start, span.Length), span.Start))
            .Where(word => word.Word.Length >= ShortestWord && word.Word.All(char.IsLetter) && !StopWords.Contains(TextFolding.Fold(word.Word), article.Language))
            .DistinctBy(word => TextFolding.Fold(word.Word))
            .OrderByDescending(word => word.Start > 0 && char.IsUpper(word.Word[0]))
            .ThenByDescending(word => word.Word.Length)
            .Select(word => word.Word)
            .Take(WordsOffered);

    private static bool Is(string query, string typed) => string.Equals(query, typed, StringComparison.OrdinalIgnoreCase);

    private static string SourceQuery(string source) => $"source:\"{Quotable(source)}\"";

    private static string WordQuery(string word) => $"\"{Quotable(word)}\"";

    private static string Quotable(string text) => text.Replace("\"", "", StringComparison.Ordinal).Trim();

    private string Line(Request request, Mute mute) => mute.Until is { } until ? request.Texts.HiddenUntil(mute.Query, Show(request, until)) : mute.Query;

    private string Show(Request request, DateTimeOffset time) => LocalClock.Show(time, store.Now, request.Home.TimeZone, request.Texts.Culture);
}
