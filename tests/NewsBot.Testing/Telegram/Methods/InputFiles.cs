using System.Globalization;
using NewsBot.Testing.Telegram.Http;

namespace NewsBot.Testing.Telegram.Methods;

/// <summary>Finds the file that a parameter means: a known one by id, one of the web, or an upload; with the sizes that Telegram takes (core.telegram.org/bots/api#sending-files).</summary>
internal sealed class InputFiles(World world)
{
    private const long MostPhotoByUrl = 5 * 1024 * 1024;
    private const long MostFileByUrl = 20 * 1024 * 1024;
    private const long MostPhotoUpload = 10 * 1024 * 1024;
    private const long MostFileUpload = 50 * 1024 * 1024;
    private const int MostSides = 10_000;
    private const int MostRatio = 20;

    /// <param name="source">A file id, an address, or attach://NAME; null looks for an upload under the kind's own name.</param>
    public VirtualFile Find(ApiCall call, string kind, string? source)
    {
        var name = source?.StartsWith("attach://", StringComparison.Ordinal) == true ? source["attach://".Length..] : source is null ? kind : null;
        if (name is not null)
        {
            return call.Files.TryGetValue(name, out var upload) ? Upload(kind, upload) : throw RefusedCall.Bad($"there is no {kind} in the request");
        }

        if (world.Files.ById(source!) is { } known)
        {
            return known;
        }

        return source!.Contains('.') || source.Contains(':') ? Fetch(kind, source) : throw RefusedCall.Bad("wrong file identifier/HTTP URL specified");
    }

    private VirtualFile Fetch(string kind, string url)
    {
        if (Text.TelegramLink.Check(url) is null)
        {
            throw RefusedCall.Bad("wrong HTTP URL specified");
        }

        var file = world.Web.Fetch(url) ?? throw RefusedCall.Bad("failed to get HTTP URL content");
        if (file.Length > (kind == "photo" ? MostPhotoByUrl : MostFileByUrl))
        {
            throw RefusedCall.Bad("failed to get HTTP URL content");
        }

        if (!IsOfKind(kind, file.ContentType))
        {
            throw RefusedCall.Bad("wrong type of the web page content");
        }

        if (kind == "photo")
        {
            CheckImage(file);
        }

        return world.Files.Add(url[(url.LastIndexOf('/') + 1)..], file.ContentType, [], url);
    }

    private static bool IsOfKind(string kind, string contentType) => kind switch
    {
        "photo" => contentType.StartsWith("image/", StringComparison.Ordinal) && !contentType.Contains("svg", StringComparison.Ordinal),
        "video" => contentType == "video/mp4",
        "animation" => contentType is "video/mp4" or "image/gif",
        "audio" => contentType is "audio/mpeg" or "audio/mp4",
        "document" => contentType is "application/pdf" or "application/zip" or "image/gif",
        _ => true,
    };

    private static void CheckImage(WebFile file)
    {
        if (file.IsBroken)
        {
            throw RefusedCall.Bad("IMAGE_PROCESS_FAILED");
        }

        var (longer, shorter) = (Math.Max(file.Width, file.Height), Math.Max(1, Math.Min(file.Width, file.Height)));
        if (file.Width + file.Height > MostSides || longer / shorter > MostRatio)
        {
            throw RefusedCall.Bad("PHOTO_INVALID_DIMENSIONS");
        }
    }

    private VirtualFile Upload(string kind, UploadedFile upload)
    {
        if (upload.Bytes.Length == 0)
        {
            throw RefusedCall.Bad("file must be non-empty");
        }

        if (upload.Bytes.Length > MostFileUpload)
        {
            throw new RefusedCall(413, "Request Entity Too Large");
        }

        if (kind == "photo" && upload.Bytes.Length > MostPhotoUpload)
        {
            throw RefusedCall.Bad(string.Create(CultureInfo.InvariantCulture, $"file of size {upload.Bytes.Length} bytes is too big for a photo; the maximum size is {MostPhotoUpload} bytes"));
        }

        if (kind == "photo" && !IsImage(upload.Bytes))
        {
            throw RefusedCall.Bad("IMAGE_PROCESS_FAILED");
        }

        return world.Files.Add(upload.Name, upload.ContentType, upload.Bytes);
    }

    private static bool IsImage(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) || bytes.StartsWith("GIF8"u8) || (bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8));
}
