using NodaTime;
using NodaTime.Text;

namespace NewsBot.Core.Text.Queries;

/// <summary>What /search was asked: a query and the options beside it.</summary>
/// <param name="Since">First moment, or null.</param>
/// <param name="Before">First moment that is too late, or null.</param>
/// <param name="Sent">True for articles that were sent here, false for those that were not, null for both.</param>
public sealed record SearchRequest(Query Query, DateTimeOffset? Since, DateTimeOffset? Before, bool? Sent)
{
    private const int MostUnits = 10_000;

    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("uuuu-M-d");

    /// <summary>Reads query and options. Dates are days of <paramref name="zone"/>; <paramref name="now"/> is what "7d" counts back from.</summary>
    public static SearchRequestResult Parse(string text, DateTimeOffset now, DateTimeZone zone)
    {
        if (text.Length > QueryParser.MostCharacters)
        {
            return new SearchRequestResult.Invalid(QueryParser.TooLong().Advice);
        }

        DateTimeOffset? since = null;
        DateTimeOffset? before = null;
        bool? sent = null;
        var words = new List<QueryToken>();
        foreach (var token in new QueryLexer(text).Read())
        {
            switch (token.Field)
            {
                case "since" when Moment(token.Value, now, zone) is { } moment:
                    since = moment;
                    break;
                case "before" when Moment(token.Value, now, zone) is { } moment:
                    before = moment;
                    break;
                case "sent" when Answer(token) is { } answer:
                    sent = answer;
                    break;
                case "since" or "before":
                    return new SearchRequestResult.Invalid($"{token.Typed} is not a time. Write {token.Field}:7d, {token.Field}:12h, {token.Field}:yesterday or {token.Field}:2026-01-31.");
                case "sent":
                    return new SearchRequestResult.Invalid($"{token.Typed} is not understood. Write sent: for what came here, or sent:no for the rest.");
                default:
                    words.Add(token);
                    break;
            }
        }

        if (since >= before)
        {
            return new SearchRequestResult.Invalid("since: is later than before:. Exchange them.");
        }

        return QueryParser.Parse(words, QueryUse.Search) switch
        {
            QueryParseResult.Parsed(var query) => new SearchRequestResult.Parsed(new SearchRequest(query, since, before, sent)),
            QueryParseResult.Invalid(var advice) => new SearchRequestResult.Invalid(advice),
            var other => throw new InvalidOperationException($"Unknown query result {other.GetType().Name}."),
        };
    }

    private static DateTimeOffset? Moment(string value, DateTimeOffset now, DateTimeZone zone)
    {
        var today = Instant.FromDateTimeOffset(now).InZone(zone).Date;
        return value.ToLowerInvariant() switch
        {
            "today" => StartOf(today, zone),
            "yesterday" => StartOf(today.PlusDays(-1), zone),
            var day when Day.Parse(day) is { Success: true, Value: var date } && date.Year is > 1900 and < 3000 => StartOf(date, zone),
            var ago => Ago(ago, now),
        };
    }

    private static DateTimeOffset StartOf(LocalDate day, DateTimeZone zone) => zone.AtStartOfDay(day).ToDateTimeOffset().ToUniversalTime();

    private static DateTimeOffset? Ago(string value, DateTimeOffset now)
    {
        if (value.Length < 2 || !int.TryParse(value[..^1], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count) || count is 0 or > MostUnits)
        {
            return null;
        }

        return value[^1] switch
        {
            'h' => now.AddHours(-count),
            'd' => now.AddDays(-count),
            'w' => now.AddDays(-7 * count),
            'm' => now.AddMonths(-Math.Min(count, 1_200)),
            'y' => now.AddYears(-Math.Min(count, 100)),
            _ => null,
        };
    }

    private static bool? Answer(QueryToken token) => token.Value.ToLowerInvariant() switch
    {
        "" or "yes" or "here" => !token.IsExcluded,
        "no" => token.IsExcluded,
        _ => null,
    };
}

/// <summary>Either a request or a sentence that says what to do.</summary>
public abstract record SearchRequestResult
{
    private SearchRequestResult()
    {
    }

    public sealed record Parsed(SearchRequest Request) : SearchRequestResult;

    public sealed record Invalid(string Advice) : SearchRequestResult;
}
