using NewsBot.Core.Delivery;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;

namespace NewsBot.Core.Commands;

/// <summary>Greets, explains and forgets people.</summary>
public sealed class StartHandler(INewsStore store, FeedRegistry feeds, SubscriberChanges changes, Outbox outbox)
{
    private const int MostTopics = 12;

    /// <summary>A place that was lost is back, with what waited for it.</summary>
    public async Task<Reply> StartAsync(Request request, CancellationToken cancellationToken)
    {
        if (request.Place.Gone is null)
        {
            return Greet(request);
        }

        await changes.ChangeAsync(request.Place.Id, place => place with { Gone = null }, cancellationToken);
        var waiting = outbox.Of(request.Place.Id).Count(row => row.Kind == DeliveryKind.Alert);
        return new Reply.Message(request.Texts.Resumed(request.Texts.ThisPlace, waiting));
    }

    /// <summary>Two presses to a first subscription: the topics with the most feeds come first.</summary>
    private Reply Greet(Request request)
    {
        var followed = feeds.All.Where(feed => feed.InCatalogue).ToList();
        var read = followed.Count(feed => feed.Health.LastSuccess is not null);
        var topics = followed.SelectMany(feed => feed.Topics).CountBy(topic => topic, StringComparer.Ordinal).OrderByDescending(pair => pair.Value).Select(pair => pair.Key).Take(MostTopics);
        List<Choice> choices = [.. topics.Select(topic => new Choice(topic, $"/subscribe {topic}"))];
        return new Reply.Message($"{request.Texts.Greeting(followed.Count, read)}\n{(choices.Count > 0 ? request.Texts.GreetingTopics : request.Texts.GreetingNoTopics)}") { Choices = choices };
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

        var groups = CommandCatalog.All.Where(spec => spec.IsListed && spec.Role <= request.Caller.Role).GroupBy(spec => spec.Role).OrderBy(group => group.Key).ToList();
        var lines = groups.SelectMany(group => group.Select(spec => Line(spec, texts)).Prepend(texts.HelpGroup(group.Key)));
        return new Reply.Explanation(texts.HelpTitle, [.. groups.Count > 1 ? lines : lines.Skip(1), texts.HelpFoot]);
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

        lines.AddRange(texts.Examples(spec.Name));
        if (spec.Name is "search" or "subscribe" or "filter")
        {
            lines.Add(texts.QueryHelp);
        }

        return lines;
    }
}
