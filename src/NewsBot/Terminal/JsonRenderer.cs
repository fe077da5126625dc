using System.Text.Json;
using System.Text.Json.Nodes;
using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Text;
using NewsBot.Verbs;

namespace NewsBot.Terminal;

/// <summary>Replies and posts for programs: one JSON object a line, {command, reply: {kind, text, items, buttons}}. Pure.</summary>
internal static class JsonRenderer
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Screen Plain = new(IsInteractive: false, IsTerminal: false, HasColor: false, Width: 80);

    public static string Render(string command, Reply reply) => Line(SecretMask.Of(command), KindOf(reply), TextOf(reply), ItemsOf(reply), reply.Choices);

    public static string Render(Post post) => post switch
    {
        Post.Alert alert => Line(null, alert.IsChange ? "change" : "alert", alert.Article.Title, [Item(new ListLine(alert.Article, alert.AlsoFrom.Count + 1), 1)], []),
        Post.RollUp(_, var articles, var total, _) => Line(null, "rollup", new Texts().NewArticles(total), articles.Select((article, index) => Item(article, index + 1)), []),
        Post.Question(_, var text, var choices, _) => Line(null, "question", text, [], choices),
        Post.Notice(var text) => Line(null, "notice", text, [], []),
        Post.Digest(_, var lines, _, _) => Line(null, "digest", new Texts().DigestTitle, lines.Select((line, index) => Item(line, index + 1)), []),
        _ => throw new InvalidOperationException($"Unknown post {post.GetType().Name}."),
    };

    private static string Line(string? command, string kind, string text, IEnumerable<JsonNode> items, IReadOnlyList<Choice> choices) => new JsonObject
    {
        ["command"] = command,
        ["reply"] = new JsonObject
        {
            ["kind"] = kind,
            ["text"] = text,
            ["items"] = new JsonArray([.. items]),
            ["buttons"] = new JsonArray([.. choices.Select(choice => new JsonObject { ["label"] = choice.Label, ["command"] = choice.Command })]),
        },
    }.ToJsonString(Relaxed) + "\n";

    private static string KindOf(Reply reply) => JsonNamingPolicy.CamelCase.ConvertName(reply.GetType().Name);

    private static string TextOf(Reply reply) => reply switch
    {
        Reply.Message(var text) => text,
        Reply.Refusal(var text) => text,
        Reply.Document(_, _, var text) => text,
        Reply.ArticleList list => list.Note is null ? list.View.Title : $"{list.View.Title}\n{list.Note}",
        Reply.ArticleView(var article, _) => article.Body,
        Reply.SummaryView(_, var sentences) => string.Join(' ', sentences),
        Reply.Explanation(var title, var lines) => string.Join('\n', lines.Prepend(title)),
        _ => StyledWriter.Write(TerminalRenderer.Render(reply, new TerminalView(new Texts(), DateTimeOffset.UnixEpoch, "Etc/UTC"), null), Plain).TrimEnd(),
    };

    private static IEnumerable<JsonNode> ItemsOf(Reply reply) => reply switch
    {
        Reply.ArticleList list => list.Lines.Select((line, index) => Item(line, list.First + index)),
        Reply.ArticleView(var article, _) => [Item(article, 1)],
        Reply.SummaryView(var article, _) => [Item(article, 1)],
        Reply.StoryView story => story.Reports.Select((article, index) => Item(article, index + 1)),
        Reply.SubscriptionList list => list.Lines.Select(SubscriptionItem),
        Reply.SettingsView(_, var lines) => lines.Select(line => (JsonNode)new JsonObject { ["name"] = line.Name, ["value"] = line.Value, ["command"] = line.Command }),
        Reply.FeedList list => list.Feeds.Select(feed => (JsonNode)new JsonObject { ["title"] = feed.Title, ["url"] = feed.Url, ["status"] = feed.Health.Status.ToString(), ["error"] = feed.Health.LastError, ["lastStatus"] = feed.Health.LastStatus, ["checks"] = feed.Health.Requests, ["unchanged"] = feed.Health.NotModifiedRate, ["bytes"] = feed.Health.Bytes, ["nextCheck"] = feed.Health.NextCheck, ["nextCheckReason"] = feed.Health.NextCheckReason }),
        _ => [],
    };

    private static JsonNode Item(ListLine line, int number)
    {
        var item = Item(line.Article, number);
        item["sources"] = line.Sources;
        item["sentence"] = line.Sentence?.Text;
        return item;
    }

    private static JsonNode Item(Article article, int number) => new JsonObject
    {
        ["number"] = number,
        ["id"] = article.Id.Value,
        ["title"] = article.Title,
        ["url"] = article.Url,
        ["source"] = article.Source,
        ["author"] = article.Author,
        ["language"] = article.Language,
        ["published"] = article.Published.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        ["summary"] = string.Join(' ', article.Summary),
    };

    private static JsonNode SubscriptionItem(SubscriptionLine line) => new JsonObject
    {
        ["number"] = line.Subscription.Number,
        ["kind"] = line.Subscription.Kind.ToString().ToLowerInvariant(),
        ["value"] = line.Subscription.Value,
        ["filter"] = line.Subscription.Filter,
        ["folder"] = line.Subscription.Folder,
        ["paused"] = line.IsPaused,
        ["problem"] = line.Problem,
    };
}
