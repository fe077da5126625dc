using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Notices;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Delivery;

/// <summary>Makes posts of outbox rows: loads what they refer to and resolves the style.</summary>
public sealed class PostBuilder(INewsStore store, SubscriptionRegistry subscriptions, HeadlineReader headlines)
{
    private const int ShownInRollUp = 10;

    /// <summary>Null when nothing of what the rows refer to is left.</summary>
    public async Task<Post?> AlertAsync(Home home, Place place, IReadOnlyList<OutboxRow> rows, bool isSilent, CancellationToken cancellationToken)
    {
        var wanted = rows.Where(row => subscriptions.Find(row.Subscription) is not null).ToList();
        var articles = await LoadAsync(wanted, cancellationToken);
        if (articles.Count == 0)
        {
            return null;
        }

        if (rows.Count > 1)
        {
            var view = await ViewAsync(place, articles, ShownInRollUp, cancellationToken);
            return new Post.RollUp(rows[0].Id, [.. articles.Take(ShownInRollUp)], articles.Count, view) { Style = StyleOf(home, place, null), IsSilent = isSilent };
        }

        var post = await AlertAsync(rows[0], articles[0], cancellationToken);
        return post with { Style = StyleOf(home, place, subscriptions.Find(rows[0].Subscription)), IsSilent = isSilent || StyleOf(home, place, subscriptions.Find(rows[0].Subscription)).Silent == true };
    }

    /// <summary>Null when there is nothing to tell: a digest is never empty.</summary>
    public async Task<Post?> DigestAsync(Home home, Place place, IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken)
    {
        var style = StyleOf(home, place, null);
        var top = place.Digests.FirstOrDefault(digest => digest.Number == rows[0].Digest)?.Top ?? ShownInRollUp;
        var lines = rows.Any(row => row.Kind == DeliveryKind.Headlines)
            ? await headlines.TodayAsync(home, place, cancellationToken)
            : [.. (await LoadAsync(rows, cancellationToken)).Select(ListPager.Plain)];
        if (lines.Count == 0)
        {
            return null;
        }

        var view = await ViewAsync(place, [.. lines.Select(line => line.Article)], top, cancellationToken);
        return new Post.Digest(rows[0].Id, [.. lines.Take(top)], lines.Count, view) { Style = style, IsSilent = style.Silent == true };
    }

    /// <summary>Null when nothing of it holds any more.</summary>
    public async Task<Post?> NoticeAsync(Home home, Place place, IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var row in rows.DistinctBy(row => (row.Feed, row.Event, row.About, row.Words)))
        {
            if (await WordsAsync(home, row, cancellationToken) is { } line)
            {
                lines.Add(line);
            }
        }

        return lines.Count == 0 ? null : new Post.Notice(string.Join('\n', lines)) { Delivery = rows[0].Id, Style = StyleOf(home, place, null) };
    }

    /// <summary>Null when it need not be asked any more: a limit was set, or nothing comes at once there.</summary>
    public async Task<Post?> QuestionAsync(Home home, OutboxRow row, CancellationToken cancellationToken)
    {
        if (row.About is not { } about || subscriptions.Find(about) is not { } place || (place.Limit ?? subscriptions.Find(place.Home)?.Limit) is not null || !subscriptions.In(place.Id).Any(one => one.IsAtOnce))
        {
            return null;
        }

        var texts = Languages.For(home.Language);
        Choice[] choices = [new(texts.ButtonFewADay, "/limit 10 per day"), new(texts.ButtonDigest, "/mode all digest"), new(texts.ButtonLeave, "/limit keep")];
        var dialog = new Dialog(ListPager.NewToken(), new PersonId(row.Place.Value), place.Id, choices, store.Now);
        await store.SaveDialogAsync(dialog, cancellationToken);
        return new Post.Question(row.Id, texts.ALot(place.Id == row.Place ? null : place.Name ?? place.Id.Value), choices, dialog.Token);
    }

    /// <summary>What a notice says: the operator's own words, what happened to another place, or to a feed. Null when that no longer holds.</summary>
    private async Task<string?> WordsAsync(Home home, OutboxRow row, CancellationToken cancellationToken)
    {
        var texts = Languages.For(home.Language);
        if (row.Words is not null)
        {
            return row.Words;
        }

        if (row.About is { } about)
        {
            return subscriptions.Find(about) is { Gone: { } gone } lost ? texts.NoticePlaceLost(lost.Name ?? about.Value, gone.Reason) : null;
        }

        var number = subscriptions.Find(row.Subscription) is { } subscription && subscription.Home == home.Id ? subscription.Number : (int?)null;
        return await store.FindFeedAsync(row.Feed, cancellationToken) is { } feed ? NoticeText.Line(texts, home, row, feed, number, store.Now) : null;
    }

    /// <summary>The message of the target as it is to look after the edit; null when its article is gone.</summary>
    public async Task<Post.Alert?> EditAsync(OutboxRow target, OutboxRow edit, CancellationToken cancellationToken)
    {
        if (subscriptions.Find(target.Place) is not { } place || subscriptions.Find(place.Home) is not { } home || await store.GetArticlesAsync([target.Article], cancellationToken) is not [var article])
        {
            return null;
        }

        var post = await AlertAsync(Fold(target, edit), article, cancellationToken);
        return post with { Style = StyleOf(home, place, subscriptions.Find(target.Subscription)), Updated = edit.Article == target.Article ? article.Updated : null };
    }

    /// <summary>False for a copy by a publisher whose name the message shows already: nothing of it would change.</summary>
    public async Task<bool> ShowsAsync(OutboxRow target, OutboxRow edit, CancellationToken cancellationToken)
    {
        if (edit.Article == target.Article)
        {
            return true;
        }

        var articles = await store.GetArticlesAsync([target.Article, .. target.Joined, edit.Article], cancellationToken);
        return articles.Where(article => article.Id == edit.Article).Any(added => !articles.Any(article => article.Id != added.Id && string.Equals(article.Source, added.Source, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The target with what the edit adds.</summary>
    public static OutboxRow Fold(OutboxRow target, OutboxRow edit) =>
        target with
        {
            Joined = edit.Article == target.Article || target.Joined.Contains(edit.Article) ? target.Joined : [.. target.Joined, edit.Article],
            IsUrgent = target.IsUrgent || edit.IsUrgent,
        };

    private static Style StyleOf(Home home, Place place, Subscription? subscription) =>
        (subscription?.Style ?? Style.None).Over(place.Style ?? Style.None).Over(home.Style ?? Style.None).Over(Style.Default);

    private async Task<Post.Alert> AlertAsync(OutboxRow row, Article article, CancellationToken cancellationToken)
    {
        var joined = row.Joined.Count == 0 ? [] : await store.GetArticlesAsync([.. row.Joined], cancellationToken);
        var replied = row.Target is { } target && row.Kind == DeliveryKind.Alert ? await store.FindDeliveryAsync(target, cancellationToken) : null;
        return new Post.Alert(row.Id, article, ReasonFor(row))
        {
            AlsoFrom = [.. joined.Select(other => other.Source).Where(source => source != article.Source).Distinct(StringComparer.OrdinalIgnoreCase)],
            ReplyTo = replied?.MessageId,
        };
    }

    private string? ReasonFor(OutboxRow row) => subscriptions.Find(row.Subscription) switch
    {
        { Kind: SubscriptionKind.Query or SubscriptionKind.Topic, Value: var value } => value,
        _ => null,
    };

    private async Task<IReadOnlyList<Article>> LoadAsync(IReadOnlyList<OutboxRow> rows, CancellationToken cancellationToken)
    {
        var articles = new List<Article>();
        foreach (var chunk in rows.Select(row => row.Article).Distinct().Chunk(500))
        {
            articles.AddRange(await store.GetArticlesAsync(chunk, cancellationToken));
        }

        return articles;
    }

    /// <summary>Kept as a list of the place, so that numbers and "more" reach every article of the message.</summary>
    private async Task<ListView> ViewAsync(Place place, IReadOnlyList<Article> articles, int shown, CancellationToken cancellationToken)
    {
        var view = new ListView(ListPager.NewToken(), new PersonId(place.Id.Value), place.Id, "", [.. articles.Select(article => article.Id).Take(ListPager.MostLines)], Math.Min(articles.Count, shown), store.Now);
        await store.SaveListAsync(view, cancellationToken);
        return view;
    }
}
