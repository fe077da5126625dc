using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Terminal;

/// <summary>Files that a terminal hands in and gets: attachments of a conversation without attachments.</summary>
internal static class AttachedFile
{
    private const int MostCopies = 1_000;

    public static async Task<(Attachment? Attachment, string? Problem)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > SubscriptionFile.MostBytes })
            {
                return (null, $"{path} is larger than 1 MiB. Split it.");
            }

            return (new Attachment(Path.GetFileName(path), await File.ReadAllBytesAsync(path, cancellationToken)), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, $"{path} cannot be read. Check the path and its rights.");
        }
    }

    /// <summary>Saves beside what is there already and returns where; null when the folder cannot be written to.</summary>
    public static async Task<string?> SaveAsync(string folder, Reply.Document document, CancellationToken cancellationToken)
    {
        var name = Path.GetFileNameWithoutExtension(document.FileName);
        for (var copy = 1; copy < MostCopies; copy++)
        {
            var path = Path.Combine(folder, copy == 1 ? document.FileName : $"{name}-{copy}{Path.GetExtension(document.FileName)}");
            try
            {
                await using var file = new FileStream(path, FileMode.CreateNew);
                await file.WriteAsync(document.Content, cancellationToken);
                return path;
            }
            catch (IOException) when (File.Exists(path))
            {
                // That name is taken.
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }

        return null;
    }
}
