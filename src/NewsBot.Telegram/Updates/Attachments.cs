using NewsBot.Core.Commands;
using NewsBot.Telegram.Sending;
using Telegram.Bot.Types;

namespace NewsBot.Telegram.Updates;

/// <summary>Loads files that people sent, as far as they may be files of subscriptions.</summary>
internal sealed class Attachments(TelegramBotApi api)
{
    private const int MostBytes = 1024 * 1024;

    /// <summary>How a kept choice names a file that was sent before.</summary>
    private const string Prefix = "sent-file:";

    public static string CommandFor(Document document) => $"/import {Prefix}{document.FileId}";

    /// <summary>The file that a kept choice names, or null.</summary>
    public static string? FileOf(string command) => command.StartsWith("/import " + Prefix, StringComparison.Ordinal) ? command[("/import " + Prefix).Length..] : null;

    public Task<LoadedFile> LoadAsync(Document document, CancellationToken cancellationToken) =>
        document.FileSize > MostBytes
            ? Task.FromResult<LoadedFile>(new LoadedFile.Refused(texts => texts.FileTooLarge))
            : LoadAsync(document.FileId, document.FileName ?? "", cancellationToken);

    public async Task<LoadedFile> LoadAsync(string fileId, string name, CancellationToken cancellationToken)
    {
        if (await api.GetFileAsync(fileId, cancellationToken) is not ApiResult<TGFile>.Ok(var file))
        {
            return new LoadedFile.Refused(texts => texts.FileNotLoaded);
        }

        return await api.DownloadAsync(file, MostBytes, cancellationToken) switch
        {
            ApiResult<ReadOnlyMemory<byte>>.Ok(var content) => new LoadedFile.Loaded(new Attachment(name, content)),
            ApiResult<ReadOnlyMemory<byte>>.Failed { Code: 413 } => new LoadedFile.Refused(texts => texts.FileTooLarge),
            _ => new LoadedFile.Refused(texts => texts.FileNotLoaded),
        };
    }
}

/// <summary>What loading a file came to.</summary>
internal abstract record LoadedFile
{
    private LoadedFile()
    {
    }

    public sealed record Loaded(Attachment Attachment) : LoadedFile;

    /// <param name="Reason">What to say, in the language of whoever asks.</param>
    public sealed record Refused(Func<Texts, string> Reason) : LoadedFile;
}
