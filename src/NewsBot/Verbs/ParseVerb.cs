using System.Buffers;
using System.CommandLine;
using System.Text;
using NewsBot.Core.Feeds;
using NewsBot.Feeds.Discovery;
using NewsBot.Feeds.Parsing;

namespace NewsBot.Verbs;

/// <summary>Shows what the feed parser makes of files: one JSON object a file. It reads nothing but the files and opens no data folder.</summary>
internal static class ParseVerb
{
    private static readonly FeedParser Parser = new(FeedParserLimits.WholeFile);

    public static Command Create()
    {
        var file = new Argument<string?>("file") { Arity = ArgumentArity.ZeroOrOne, Description = "A feed document, or - for standard input." };
        var batch = new Option<string?>("--batch") { Description = "A list: path, base address and content type a line, with tabs between; the last two may be empty." };
        var discover = new Option<string?>("--discover") { Description = "A list of web pages: path and address a line, with a tab between. Shows the feeds each page names." };
        var verb = new Command("parse", "Show what a feed document says, as JSON.") { file, batch, discover };
        verb.SetAction((result, token) => result.GetValue(discover) is { } pages
            ? Batch.RunAsync(pages, DiscoverLineAsync, token)
            : RunAsync(result.GetValue(file), result.GetValue(batch), token));
        return verb;
    }

    private static async Task<int> RunAsync(string? file, string? batch, CancellationToken cancellationToken)
    {
        if (batch is not null)
        {
            var buffer = new ArrayBufferWriter<byte>(64 * 1024);
            return await Batch.RunAsync(batch, (line, token) => AnswerLineAsync(line, buffer, token), cancellationToken);
        }

        if (file is null)
        {
            await Console.Error.WriteLineAsync("newsbot: give a file, - for standard input, or --batch with a list.");
            return 1;
        }

        byte[] bytes;
        try
        {
            bytes = await ReadAsync(file, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"newsbot: {file} cannot be read. Check the path and its rights.");
            return 1;
        }

        await Console.Out.WriteLineAsync(Encoding.UTF8.GetString(Answer(file, new FeedDocument(bytes, null, null), new ArrayBufferWriter<byte>()).Span));
        return 0;
    }

    private static async Task<byte[]> ReadAsync(string file, CancellationToken cancellationToken)
    {
        if (file != "-")
        {
            return await File.ReadAllBytesAsync(file, cancellationToken);
        }

        using var bytes = new MemoryStream();
        await using var input = Console.OpenStandardInput();
        await input.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    private static async Task<ReadOnlyMemory<byte>> AnswerLineAsync(string line, ArrayBufferWriter<byte> buffer, CancellationToken cancellationToken)
    {
        var fields = line.Split('\t');
        var baseUrl = AddressOf(fields);
        var contentType = fields.Length > 2 && fields[2].Length > 0 ? fields[2] : null;
        try
        {
            return Answer(fields[0], new FeedDocument(await File.ReadAllBytesAsync(fields[0], cancellationToken), baseUrl, contentType), buffer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return FeedJson.Error(fields[0], "The file cannot be read. Check the path and its rights.");
        }
    }

    private static async Task<ReadOnlyMemory<byte>> DiscoverLineAsync(string line, CancellationToken cancellationToken)
    {
        var fields = line.Split('\t');
        try
        {
            var bytes = await File.ReadAllBytesAsync(fields[0], cancellationToken);
            return FeedJson.Write(fields[0], FeedLinks.Find(bytes, fields.Length > 2 ? fields[2] : null, AddressOf(fields)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return FeedJson.Error(fields[0], "The file cannot be read. Check the path and its rights.");
        }
    }

    private static Uri? AddressOf(string[] fields) =>
        fields.Length > 1 && Uri.TryCreate(fields[1], UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;

    private static ReadOnlyMemory<byte> Answer(string file, FeedDocument document, ArrayBufferWriter<byte> buffer) => Parser.Parse(document) switch
    {
        FeedParseResult.Parsed(var feed) => FeedJson.Write(file, feed, buffer),
        FeedParseResult.NotAFeed(_, var reason) => FeedJson.Error(file, reason),
        var other => throw new InvalidOperationException($"Unknown result {other.GetType().Name}."),
    };
}
