using System.Text.Json.Nodes;
using NewsBot.Testing.Telegram.Http;
using NewsBot.Testing.Telegram.Text;

namespace NewsBot.Testing.Telegram.Methods;

/// <summary>Methods that send, change and download media.</summary>
internal sealed class MediaMethods(World world, MessageMethods messages, EditMethods edits)
{
    private const int MostAlbum = 10;
    private const long MostDownload = 20 * 1024 * 1024;
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal) { "photo", "video", "animation", "audio", "document" };
    private readonly InputFiles _files = new(world);
    private int _albums;

    public JsonNode Send(ApiCall call, string kind)
    {
        var target = SendTarget.Of(world, call);
        var content = new MessageContent
        {
            Media = _files.Find(call, kind, call.Text(kind)),
            MediaKind = kind,
            Text = SentText.Caption(call.Text("caption"), call.Text("parse_mode"), call.Json("caption_entities", "caption entities")),
            Keyboard = ReplyMarkup.Inline(call),
        };
        return messages.Deliver(target, call, content).ToJson(world);
    }

    public JsonNode SendGroup(ApiCall call)
    {
        var target = SendTarget.Of(world, call);
        if (call.Json("media", "media") is not JsonArray media)
        {
            throw RefusedCall.Bad("expected an Array of InputMedia");
        }

        if (media.Count is < 2 or > MostAlbum)
        {
            throw RefusedCall.Bad(media.Count == 0 ? "there are no messages to send" : "an album has 2 to 10 messages");
        }

        var contents = media.Select(item => Read(call, item)).ToList();
        var kinds = contents.Select(content => content.MediaKind).Distinct().ToList();
        if (kinds.Contains("animation") || (kinds.Count > 1 && kinds.Exists(kind => kind is "document" or "audio")))
        {
            throw RefusedCall.Bad("can't use the media of the specified type in the album");
        }

        var album = $"1357900000{++_albums:D4}";
        return new JsonArray([.. contents.Select(content => messages.Deliver(target, call, content, album).ToJson(world))]);
    }

    public JsonNode EditCaption(ApiCall call) => edits.Edit(call, content => content.MediaKind is null
        ? throw RefusedCall.Bad("there is no caption in the message to edit")
        : content with
        {
            Text = SentText.Caption(call.Text("caption"), call.Text("parse_mode"), call.Json("caption_entities", "caption entities")),
            Keyboard = ReplyMarkup.Inline(call),
        });

    public JsonNode EditMedia(ApiCall call) => edits.Edit(call, _ => Read(call, call.Json("media", "input media")) with { Keyboard = ReplyMarkup.Inline(call) });

    public JsonNode GetFile(ApiCall call)
    {
        var file = call.Text("file_id") is { } id ? world.Files.ById(id) : throw RefusedCall.Bad("file_id not specified");
        return file switch
        {
            null => throw RefusedCall.Bad("wrong file_id or the file is temporarily unavailable"),
            { Bytes.LongLength: > MostDownload } => throw RefusedCall.Bad("file is too big"),
            _ => new JsonObject { ["file_id"] = file.Id, ["file_unique_id"] = $"U{file.Id}", ["file_size"] = file.Bytes.Length, ["file_path"] = FileCabinet.PathOf(file) },
        };
    }

    private MessageContent Read(ApiCall call, JsonNode? item)
    {
        if (item is not JsonObject media || media["type"]?.GetValue<string>() is not { } kind || !Kinds.Contains(kind))
        {
            throw RefusedCall.Bad("can't parse InputMedia: media not found");
        }

        return new MessageContent
        {
            Media = _files.Find(call, kind, media["media"]?.GetValue<string>() ?? throw RefusedCall.Bad("can't parse InputMedia: media not found")),
            MediaKind = kind,
            Text = SentText.Caption(media["caption"]?.GetValue<string>(), media["parse_mode"]?.GetValue<string>(), media["caption_entities"]),
        };
    }
}
