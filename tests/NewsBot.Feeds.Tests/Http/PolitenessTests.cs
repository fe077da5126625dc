using System.Globalization;
using NewsBot.Testing;
using NewsBot.Testing.Web;

namespace NewsBot.Feeds.Tests.Http;

/// <summary>What the servers of a thousand feeds see of us in a week.</summary>
[Collection(Alone.Name)]
public sealed class PolitenessTests
{
    [Fact]
    public void A_week_of_a_thousand_feeds_sees_no_needless_early_or_altered_request() => FetchRig.Run(async rig =>
    {
        var start = Environment.CpuUsage.TotalTime;
        rig.Web.KeepsRequests = false;
        var servers = Enumerable.Range(0, 1_000).Select(number => new StrictServer(rig, number)).ToList();
        foreach (var server in servers)
        {
            rig.Web.Script(server.Url, server.Answer);
            await rig.FollowAsync(server.Url);
        }

        await rig.PollAsync(TimeSpan.FromDays(7));

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{servers.Sum(server => server.Requests)} requests, {servers.Sum(server => server.NotModified)} of them 304, {(Environment.CpuUsage.TotalTime - start).TotalSeconds:F1} s of processor time"));
        Assert.Equal((0, 0, 0), (servers.Sum(server => server.Unconditional), servers.Sum(server => server.TooEarly), servers.Sum(server => server.Altered)));
        Assert.All(servers, server => Assert.InRange(server.Requests, 7, 7 * 24 * 12));
        var stored = rig.Store.Articles.CountBy(article => article.Feed).ToDictionary();
        Assert.All(servers, server => Assert.Equal(server.Published, stored[rig.Feeds.FindByUrl(server.Url)!.Id]));
    });

    /// <summary>A server that publishes at its own pace, states it in its own way and counts every offence.</summary>
    private sealed class StrictServer(FetchRig rig, int number)
    {
        private static readonly TimeSpan Floor = TimeSpan.FromMinutes(5);
        private readonly TimeSpan _publishes = TimeSpan.FromHours(1 + (number % 60));
        private readonly TimeSpan _maxAge = TimeSpan.FromMinutes(number % 3 == 0 ? 15 * (1 + (number % 20)) : 0);
        private readonly TimeSpan _ttl = TimeSpan.FromMinutes(number % 3 == 1 ? 10 * (1 + (number % 30)) : 0);
        private readonly DateTimeOffset _start = rig.Time.GetUtcNow();
        private DateTimeOffset _earliest = DateTimeOffset.MinValue;
        private string? _sentTag;
        private string? _sentDate;

        public string Url { get; } = string.Create(CultureInfo.InvariantCulture, $"https://paper{number}.example/feed");

        public int Requests { get; private set; }

        public int NotModified { get; private set; }

        public int Unconditional { get; private set; }

        public int TooEarly { get; private set; }

        public int Altered { get; private set; }

        /// <summary>Items up to the last answer.</summary>
        public int Published { get; private set; }

        public ServerAnswer Answer(RecordedRequest request)
        {
            Requests++;
            Judge(request);
            if (number % 10 == 9 && Requests % 7 == 3)
            {
                _earliest = request.At + Floor;
                return ServerAnswer.Of(500);
            }

            _earliest = request.At + new[] { Floor, _maxAge, _ttl }.Max();
            Published = 1 + (int)((request.At - _start) / _publishes);
            var tag = number % 4 == 0 ? null : $"W/\"v{Published}-gzip\"";
            var date = number % 4 == 1 ? null : $"{Published}, as we count";
            var isCurrent = (tag is not null || date is not null) && request.Header("If-None-Match") == tag && request.Header("If-Modified-Since") == date;
            NotModified += isCurrent ? 1 : 0;
            (_sentTag, _sentDate) = (tag, date);
            return Stamp(isCurrent ? ServerAnswer.NotModified() : ServerAnswer.Ok(Document()), tag, date);
        }

        private void Judge(RecordedRequest request)
        {
            TooEarly += request.At < _earliest ? 1 : 0;
            Unconditional += (_sentTag ?? _sentDate) is not null && !request.IsConditional ? 1 : 0;
            Altered += request.Header("If-None-Match") != _sentTag || request.Header("If-Modified-Since") != _sentDate ? 1 : 0;
        }

        private ServerAnswer Stamp(ServerAnswer answer, string? tag, string? date)
        {
            var stamped = tag is null ? answer : answer.With("ETag", tag);
            stamped = date is null ? stamped : stamped.With("Last-Modified", date);
            return _maxAge > TimeSpan.Zero ? stamped.With("Cache-Control", string.Create(CultureInfo.InvariantCulture, $"max-age={_maxAge.TotalSeconds}")) : stamped;
        }

        private string Document()
        {
            var items = Enumerable.Range(0, Published).Reverse().Take(30).Select(item => Some.Item(string.Create(CultureInfo.InvariantCulture, $"Paper {number} item {item}"))).ToList();
            return Some.Rss(_ttl > TimeSpan.Zero ? string.Create(CultureInfo.InvariantCulture, $"<ttl>{_ttl.TotalMinutes}</ttl>") : "", items);
        }
    }
}
