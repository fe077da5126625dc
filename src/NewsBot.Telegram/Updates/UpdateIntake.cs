using System.Text.Json;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Inbox;
using NewsBot.Telegram.Chats;

namespace NewsBot.Telegram.Updates;

/// <summary>Takes updates in, whichever way they come: when it returns, all that will be answered is on disk.</summary>
internal sealed partial class UpdateIntake(InboxWorker inbox, InlineAnswers inline, OwnAccount me, TimeProvider time, ILogger<UpdateIntake> logger)
{
    /// <param name="isBacklog">True for what waited at the server while we were away.</param>
    public async Task AcceptAsync(IReadOnlyList<JsonElement> updates, bool isBacklog, CancellationToken cancellationToken)
    {
        var rows = new List<InboxRow>();
        foreach (var element in updates)
        {
            switch (UpdateReader.Read(element, me, time.GetUtcNow(), isBacklog))
            {
                case ReadUpdate.Wanted(var row):
                    rows.Add(row);
                    break;
                case ReadUpdate.Inline(var query):
                    inline.Offer(query);
                    break;
                case ReadUpdate.Unreadable(var update, var reason):
                    LogUnreadable(update, reason);
                    break;
            }
        }

        await inbox.AcceptAsync(rows, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Update {Update} of Telegram cannot be read and is passed over: {Reason}. A newer version of this program may know it")]
    private partial void LogUnreadable(long? update, string reason);
}
