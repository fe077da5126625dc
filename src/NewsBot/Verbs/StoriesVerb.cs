using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.Core.Articles;
using NewsBot.Core.Feeds;
using NewsBot.Core.Stories;
using NewsBot.Core.Text.Languages;

namespace NewsBot.Verbs;

/// <summary>Groups a list of articles into stories the way the bot does: one after the other, each decided without knowledge of later ones. Never opens the data folder.</summary>
internal static partial class StoriesVerb
{
    public static Command Create()
    {
        var file = new Argument<string?>("file") { Arity = ArgumentArity.ZeroOrOne, Description = "Articles in time order, a JSON object a line; prints the groups." };
        var batch = new Option<string?>("--batch") { Description = "The same kind of list; prints {id, story, copyOf, joins} a line." };
        var verb = new Command("stories", "Group articles into stories.") { file, batch };
        verb.SetAction((result, token) => result switch
        {
            _ when result.GetValue(batch) is { } list => Batch.RunAsync(list, new Stream().Answer, token),
            _ when result.GetValue(file) is { } list => PrintGroupsAsync(list, token),
            _ => NothingNamedAsync(),
        });
        return verb;
    }

    private static async Task<int> NothingNamedAsync()
    {
        await Console.Error.WriteLineAsync("newsbot: name a file: newsbot stories FILE.jsonl, or newsbot stories --batch FILE.jsonl.");
        return 1;
    }

    private static async Task<int> PrintGroupsAsync(string listFile, CancellationToken cancellationToken)
    {
        if (!File.Exists(listFile))
        {
            await Console.Error.WriteLineAsync($"newsbot: the list {listFile} does not exist. Give a file with one article a line.");
            return 1;
        }

        var stream = new Stream();
        var stories = new Dictionary<StoryId, List<string>>();
        await foreach (var line in File.ReadLinesAsync(listFile, cancellationToken))
        {
            if (line.Length == 0 || !stream.TryAssign(line, out var article, out var decision))
            {
                continue;
            }

            var members = stories.TryGetValue(decision.Story, out var known) ? known : stories[decision.Story] = [];
            members.Add($"  {article.Title} ({article.Source}){(decision.CopyOf is null ? "" : " [copy]")}");
        }

        foreach (var members in stories.Values.OrderByDescending(members => members.Count))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{members.Count} article{(members.Count == 1 ? "" : "s")}"));
            Console.WriteLine(string.Join('\n', members));
        }

        return 0;
    }

    /// <summary>One run over one list. A line has no feed of its own, so that the content alone decides what is kept apart.</summary>
    private sealed class Stream
    {
        private readonly StoryGrouper _grouper = new();
        private readonly List<JsonElement> _ids = [];
        private DateTimeOffset _latest = DateTimeOffset.UnixEpoch;

        public string Answer(string line)
        {
            if (!TryAssign(line, out var article, out var decision))
            {
                return JsonSerializer.Serialize(new Failure("the line is no JSON object with an id and a title"), StoriesJson.Default.Failure);
            }

            var copied = decision.CopyOf is { } original ? _ids[(int)original.Value - 1] : (JsonElement?)null;
            return JsonSerializer.Serialize(new Answered(article.Id, decision.Story.ToString(), copied, decision.Joins), StoriesJson.Default.Answered);
        }

        public bool TryAssign(string line, out Line article, out StoryDecision decision)
        {
            decision = default!;
            article = Read(line)!;
            if (article?.Title is not { } title || article.Id.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
            {
                return false;
            }

            _latest = Time(article.Published) ?? _latest;
            _ids.Add(article.Id);
            var text = article.Text ?? "";
            var language = article.Lang ?? LanguageDetector.Detect(title + ". " + text);
            decision = _grouper.Assign(new(new ArticleId(_ids.Count), new FeedId(_ids.Count), title, text, article.Url, _latest, language) { Source = article.Source });
            return true;
        }

        private static Line? Read(string line)
        {
            try
            {
                return JsonSerializer.Deserialize(line, StoriesJson.Default.Line);
            }
            catch (JsonException)
            {
                return null;
            }
        }

        private static DateTimeOffset? Time(JsonElement published) => published.ValueKind switch
        {
            JsonValueKind.String when DateTimeOffset.TryParse(published.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) => time,
            JsonValueKind.Number when published.TryGetInt64(out var unix) && unix is > 0 and < 253_402_300_800 => DateTimeOffset.FromUnixTimeSeconds(unix),
            JsonValueKind.Number when published.TryGetInt64(out var unix) && unix is > 0 and < 253_402_300_800_000 => DateTimeOffset.FromUnixTimeMilliseconds(unix),
            _ => null,
        };
    }

    private sealed record Line(JsonElement Id, string? Title, string? Text, string? Source, string? Url, JsonElement Published, string? Lang);

    private sealed record Answered(JsonElement Id, string Story, JsonElement? CopyOf, bool Joins);

    private sealed record Failure(string Error);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Line))]
    [JsonSerializable(typeof(Answered))]
    [JsonSerializable(typeof(Failure))]
    private sealed partial class StoriesJson : JsonSerializerContext;
}
