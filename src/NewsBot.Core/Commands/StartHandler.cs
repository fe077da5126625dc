using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;

namespace NewsBot.Core.Commands;

/// <summary>Greets, explains and forgets people.</summary>
public sealed class StartHandler(INewsStore store, FeedRegistry feeds)
{
    private const int MostTopics = 12;

    /// <summary>Two presses to a first subscription: the topics with the most feeds come first.</summary>
    public Reply Start(Request request)
    {
        var followed = feeds.All.Where(feed => feed.InCatalogue).ToList();
        var read = followed.Count(feed => feed.Health.LastSuccess is not null);
        var topics = followed.SelectMany(feed => feed.Topics).CountBy(topic => topic, StringComparer.Ordinal).OrderByDescending(pair => pair.Value).Select(pair => pair.Key).Take(MostTopics);
        return new Reply.Message($"{request.Texts.Greeting(followed.Count, read)}\n{request.Texts.GreetingTopics}")
        {
            Choices = [.. topics.Select(topic => new Choice(topic, $"/subscribe {topic}"))],
        };
    }

    public static Reply Help(Request request, Command.Help help)
    {
        var texts = request.Texts;
        if (help.Topic.Length > 0)
        {
            return CommandCatalog.Find(help.Topic) is { } asked
                ? new Reply.Explanation(Line(asked, texts), Details(asked, texts))
                : new Reply.Refusal(texts.NotACommand(help.Topic));
        }

        var allowed = CommandCatalog.All.Where(spec => spec.IsListed && spec.Role <= request.Caller.Role);
        return new Reply.Explanation(texts.HelpTitle, [.. allowed.Select(spec => Line(spec, texts)), texts.HelpFoot]);
    }

    public static Reply Id(Request request) =>
        new Reply.Message(request.Texts.Identity(request.Caller.Person.Value, request.Caller.Place.Value, request.Home.Id.Value, request.Caller.Role));

    public async Task<Reply> ForgetMeAsync(Request request, CancellationToken cancellationToken)
    {
        await store.RemovePersonAsync(request.Caller.Person, cancellationToken);
        return new Reply.Message(request.Texts.Forgotten);
    }

    private static string Line(CommandSpec spec, Texts texts)
    {
        var usage = texts.Usage(spec.Name);
        return $"/{spec.Name}{(usage.Length > 0 ? " " + usage : "")} - {texts.Summary(spec.Name)}";
    }

    private static IReadOnlyList<string> Details(CommandSpec spec, Texts texts)
    {
        var lines = new List<string>();
        if (spec.Aliases.Count > 0)
        {
            lines.Add(string.Join(", ", spec.Aliases.Select(alias => "/" + alias)));
        }

        if (spec.Name is "search" or "subscribe" or "filter")
        {
            lines.Add(texts.QueryHelp);
        }

        return lines;
    }
}
