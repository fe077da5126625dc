using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsBot.Core.Articles;

namespace NewsBot.Verbs;

/// <summary>Extracted articles as JSON: for people with all fields in a fixed order, in batches on one line with only what is known.</summary>
internal static class ArticleJson
{
    private static readonly JsonSerializerOptions Pretty = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Whole(PageArticle? article, string? error)
    {
        var json = new JsonObject
        {
            ["title"] = article?.Title,
            ["published"] = article?.Published?.ToString(),
            ["author"] = article is { Authors.Count: > 0 } ? string.Join(", ", article.Authors) : null,
            ["source"] = article?.Source,
            ["language"] = article?.Language,
            ["image"] = article?.Image,
            ["text"] = Text(article),
        };
        Add(json, "access", Access(article));
        Add(json, "error", error);
        return json.ToJsonString(Pretty);
    }

    public static string Line(string file, PageArticle? article, string? error)
    {
        var json = new JsonObject { ["file"] = file };
        Add(json, "title", article?.Title);
        Add(json, "published", article?.Published?.ToString());
        if (article is { Authors.Count: > 0 })
        {
            json["author"] = new JsonArray([.. article.Authors.Select(author => JsonValue.Create(author))]);
        }

        Add(json, "image", article?.Image);
        Add(json, "language", article?.Language);
        Add(json, "text", Text(article));
        Add(json, "access", Access(article));
        Add(json, "error", error);
        return json.ToJsonString(OneLine);
    }

    private static void Add(JsonObject json, string name, string? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }

    private static string? Text(PageArticle? article) => article is { Paragraphs.Count: > 0 } ? string.Join('\n', article.Paragraphs) : null;

    private static string? Access(PageArticle? article) => article?.Access switch
    {
        PageAccess.Paid => "paid",
        PageAccess.Live => "live",
        _ => null,
    };
}
