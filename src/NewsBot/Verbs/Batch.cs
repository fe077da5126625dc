using System.Text;

namespace NewsBot.Verbs;

/// <summary>
/// The batch protocols of the developer verbs: a list file with one task a line; one JSON object a line on standard output, in the same order, flushed each time, so that a silent or ended process tells which line it was.
/// </summary>
internal static class Batch
{
    private static readonly ReadOnlyMemory<byte> LineEnd = "\n"u8.ToArray();
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Exit code 0 when the whole list was answered; bad entries are answered by an "error" object, not by the exit code.</summary>
    /// <param name="answer">One JSON object without line breaks for one line of the list.</param>
    public static Task<int> RunAsync(string listFile, Func<string, string> answer, CancellationToken cancellationToken) =>
        RunAsync(listFile, (line, _) => Task.FromResult<ReadOnlyMemory<byte>>(Utf8.GetBytes(answer(line))), cancellationToken);

    /// <inheritdoc cref="RunAsync(string, Func{string, string}, CancellationToken)"/>
    public static async Task<int> RunAsync(string listFile, Func<string, CancellationToken, Task<ReadOnlyMemory<byte>>> answer, CancellationToken cancellationToken)
    {
        if (!File.Exists(listFile))
        {
            await Console.Error.WriteLineAsync($"newsbot: the list {listFile} does not exist. Give a file with one entry a line.");
            return 1;
        }

        await using var output = Console.OpenStandardOutput();
        await foreach (var line in File.ReadLinesAsync(listFile, Utf8, cancellationToken))
        {
            if (line.Length > 0)
            {
                await output.WriteAsync(await answer(line, cancellationToken), cancellationToken);
                await output.WriteAsync(LineEnd, cancellationToken);
                await output.FlushAsync(cancellationToken);
            }
        }

        return 0;
    }
}
