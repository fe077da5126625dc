using System.Net.Http.Headers;

namespace NewsBot.Discord.Rest;

/// <summary>A body that is made anew for every attempt, as a sent content cannot be sent again.</summary>
/// <param name="Json">UTF-8.</param>
internal sealed record RestBody(ReadOnlyMemory<byte> Json, IReadOnlyList<MessageFile> Files)
{
    public HttpContent ToContent() => Files.Count == 0 ? JsonContent() : Multipart();

    private ReadOnlyMemoryContent JsonContent()
    {
        var content = new ReadOnlyMemoryContent(Json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    /// <summary>Part names as in docs.discord.com/developers/reference, "Uploading Files".</summary>
    private MultipartFormDataContent Multipart()
    {
        var form = new MultipartFormDataContent { { JsonContent(), "payload_json" } };
        for (var index = 0; index < Files.Count; index++)
        {
            var part = new ReadOnlyMemoryContent(Files[index].Bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue(Files[index].ContentType);
            form.Add(part, $"files[{index}]", Files[index].Name);
        }

        return form;
    }
}

/// <summary>A file that goes with a message.</summary>
/// <param name="Name">Letters, digits, dots, dashes and underlines of ASCII only; embeds point at it by attachment://name.</param>
internal sealed record MessageFile(string Name, string ContentType, ReadOnlyMemory<byte> Bytes)
{
    public string Name { get; } = Name.Length is > 0 and <= 100 && Name.All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '.' or '-' or '_')
        ? Name
        : throw new ArgumentException("A file name has letters, digits, dots, dashes and underlines only.", nameof(Name));
}
