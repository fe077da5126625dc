using NewsBot.Core.Inbox;

namespace NewsBot.Testing;

/// <content>What came in, and the values of adapters.</content>
public sealed partial class MemoryNewsStore
{
    public Task<IReadOnlyList<InboxRow>> AddToInboxAsync(IReadOnlyList<InboxRow> rows, CancellationToken cancellationToken) => WriteAsync(() =>
    {
        var added = new List<InboxRow>();
        foreach (var row in rows)
        {
            if (!data.SeenUpdates.TryGetValue(row.Source, out var seen))
            {
                data.SeenUpdates[row.Source] = seen = [];
            }

            if (seen.Contains(row.Update))
            {
                continue;
            }

            seen.Add(row.Update);
            seen.RemoveRange(0, Math.Max(0, seen.Count - IInboxStore.Remembered));
            added.Add(row with { Number = data.Next("inbox") });
            data.Inbox[added[^1].Number] = added[^1];
        }

        return (IReadOnlyList<InboxRow>)added;
    });

    public Task<IReadOnlyList<InboxRow>> OpenInboxAsync(string source, CancellationToken cancellationToken) => WriteAsync(() =>
    {
        var open = data.Inbox.Values.Where(row => row.Source == source).Select(row => row with { Starts = row.Starts + 1 }).ToList();
        open.ForEach(row => data.Inbox[row.Number] = row);
        return (IReadOnlyList<InboxRow>)open;
    });

    public Task FinishInboxAsync(InboxRow row, CancellationToken cancellationToken) => WriteAsync(() => data.Inbox.Remove(row.Number));

    public Task<string?> FindStateAsync(string key, CancellationToken cancellationToken) => ReadAsync(() => data.States.GetValueOrDefault(key));

    public Task SaveStateAsync(string key, string? value, CancellationToken cancellationToken) => WriteAsync(() => value is null ? data.States.Remove(key) : (data.States[key] = value) is not null);
}
