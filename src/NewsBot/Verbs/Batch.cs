using System.Text;
using System.Threading.Channels;

namespace NewsBot.Verbs;

/// <summary>
/// The batch protocols of the developer verbs: a list file with one task a line; one JSON object a line on standard output, in the same order, flushed each time, so that a silent or ended process tells which line it was.
/// </summary>
internal static class Batch
{
    private const int Ahead = 4;
    private const int BufferSize = 32 * 1024;
    private static readonly ReadOnlyMemory<byte> LineEnd = "\n"u8.ToArray();
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Exit code 0 when the whole list was answered; bad entries are answered by an "error" object, not by the exit code.</summary>
    /// <param name="answer">One JSON object without line breaks for one line of the list.</param>
    public static Task<int> RunAsync(string listFile, Func<string, string> answer, CancellationToken cancellationToken) =>
        RunAsync(listFile, (line, _) => Task.FromResult<ReadOnlyMemory<byte>>(Utf8.GetBytes(answer(line))), cancellationToken);

    /// <summary>The same on all processors, for answers that need nothing of each other: a line is answered at once while later ones are awaited, and at most <see cref="Ahead"/> a processor are begun ahead of the one to be printed.</summary>
    public static async Task<int> RunParallelAsync(string listFile, Func<string, string> answer, CancellationToken cancellationToken)
    {
        if (!File.Exists(listFile))
        {
            return await FailAsync(listFile);
        }

        var begun = Channel.CreateBounded<Task<byte[]>>(Environment.ProcessorCount * Ahead);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = ReadAsync(listFile, answer, begun.Writer, stop.Token);
        try
        {
            await PrintAsync(begun.Reader, cancellationToken);
        }
        finally
        {
            await stop.CancelAsync();
        }

        await reading;
        return 0;
    }

    /// <inheritdoc cref="RunAsync(string, Func{string, string}, CancellationToken)"/>
    public static async Task<int> RunAsync(string listFile, Func<string, CancellationToken, Task<ReadOnlyMemory<byte>>> answer, CancellationToken cancellationToken)
    {
        if (!File.Exists(listFile))
        {
            return await FailAsync(listFile);
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

    private static async Task ReadAsync(string listFile, Func<string, string> answer, ChannelWriter<Task<byte[]>> begun, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var line in File.ReadLinesAsync(listFile, Utf8, cancellationToken))
            {
                if (line.Length > 0)
                {
                    await begun.WriteAsync(Task.Run(() => Utf8.GetBytes(answer(line) + "\n"), cancellationToken), cancellationToken);
                }
            }
        }
        finally
        {
            begun.Complete();
        }
    }

    /// <summary>Flushes whenever the next answer is not there yet: nothing that is known waits.</summary>
    private static async Task PrintAsync(ChannelReader<Task<byte[]>> begun, CancellationToken cancellationToken)
    {
        await using var output = new BufferedStream(Console.OpenStandardOutput(), BufferSize);
        while (await begun.WaitToReadAsync(cancellationToken))
        {
            while (begun.TryRead(out var answer))
            {
                if (!answer.IsCompleted)
                {
                    await output.FlushAsync(cancellationToken);
                }

                await output.WriteAsync(await answer, cancellationToken);
            }

            await output.FlushAsync(cancellationToken);
        }
    }

    private static async Task<int> FailAsync(string listFile)
    {
        await Console.Error.WriteLineAsync($"newsbot: the list {listFile} does not exist. Give a file with one entry a line.");
        return 1;
    }
}
