using System.Net.Http.Headers;
using System.Text;

namespace NewsBot.Testing.Telegram.Http;

/// <summary>Takes a multipart/form-data body apart (RFC 7578): parts with a file name are files, the others are parameters.</summary>
internal static class MultipartReader
{
    public static void Read(string contentType, byte[] body, Dictionary<string, string> parameters, Dictionary<string, UploadedFile> files)
    {
        var boundary = MediaTypeHeaderValue.Parse(contentType).Parameters.FirstOrDefault(parameter => parameter.Name == "boundary")?.Value?.Trim('"');
        var mark = Encoding.UTF8.GetBytes($"--{boundary}");
        var at = body.AsSpan().IndexOf(mark);
        while (at >= 0)
        {
            var begin = at + mark.Length + 2;
            var length = begin < body.Length ? body.AsSpan(begin).IndexOf(mark) : -1;
            if (length < 0)
            {
                return;
            }

            // The line break before a boundary belongs to the boundary (RFC 2046, section 5.1.1).
            ReadPart(body.AsSpan(begin, length - 2), parameters, files);
            at = begin + length;
        }
    }

    private static void ReadPart(ReadOnlySpan<byte> part, Dictionary<string, string> parameters, Dictionary<string, UploadedFile> files)
    {
        var headEnd = part.IndexOf("\r\n\r\n"u8);
        if (headEnd < 0)
        {
            return;
        }

        var headers = Encoding.UTF8.GetString(part[..headEnd]).Split("\r\n");
        var content = part[(headEnd + 4)..].ToArray();
        if (!ContentDispositionHeaderValue.TryParse(ValueOf(headers, "Content-Disposition"), out var disposition) || disposition.Name is not { } name)
        {
            return;
        }

        if ((disposition.FileNameStar ?? disposition.FileName) is { } file)
        {
            files[name.Trim('"')] = new UploadedFile(file.Trim('"'), ValueOf(headers, "Content-Type") ?? "application/octet-stream", content);
            return;
        }

        parameters[name.Trim('"')] = Encoding.UTF8.GetString(content);
    }

    private static string? ValueOf(string[] headers, string name) =>
        headers.Where(header => header.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase)).Select(header => header[(name.Length + 1)..].Trim()).FirstOrDefault();
}
