using NewsBot.Core.Articles;
using NewsBot.Testing;
using NewsBot.Testing.Time;

namespace NewsBot.Core.Tests.Articles;

public sealed class RecentArticlesTests : IDisposable
{
    private readonly RecentArticles _recent = new();

    public void Dispose() => _recent.Dispose();

    [Fact]
    public void What_is_committed_after_the_first_question_is_seen() => VirtualTime.Run(async time =>
    {
        Assert.Empty(await ReadAsync(time));

        _recent.Put([Fresh(time, 2), Fresh(time, 1)], time.GetUtcNow());

        Assert.Equal([1L, 2L], (await ReadAsync(time)).Select(article => article.Id.Value));
    });

    [Fact]
    public void What_is_committed_before_the_first_question_is_seen_once() => VirtualTime.Run(async time =>
    {
        _recent.Put([Fresh(time, 1)], time.GetUtcNow());
        _recent.Put([Fresh(time, 1) with { Source = "Valley Post" }], time.GetUtcNow());

        Assert.Equal("valley post", Assert.Single(await ReadAsync(time)).Source);
    });

    [Fact]
    public void Beyond_a_thousand_articles_those_of_the_last_three_days_are_held() => VirtualTime.Run(async time =>
    {
        await ReadAsync(time);
        var old = Enumerable.Range(1, 1_500).Select(id => Fresh(time, id) with { FirstSeen = time.GetUtcNow().AddDays(-4) }).ToList();

        _recent.Put(old, time.GetUtcNow());
        Assert.Equal(1_000, (await ReadAsync(time)).Count);

        _recent.Put([.. Enumerable.Range(2_000, 25_000).Select(id => Fresh(time, id))], time.GetUtcNow());
        Assert.Equal(20_000, (await ReadAsync(time)).Count);
    });

    private Task<IReadOnlyList<RecentArticle>> ReadAsync(VirtualTime time) => _recent.ReadAsync(new MemoryRefreshStore(time), time.GetUtcNow(), CancellationToken.None);

    private static Article Fresh(VirtualTime time, long id) => Some.Article(id: id) with { FirstSeen = time.GetUtcNow() };
}
