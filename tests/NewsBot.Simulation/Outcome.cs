using System.Globalization;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Time;

namespace NewsBot.Simulation;

/// <summary>What a schedule came to, against what it promised.</summary>
internal sealed record Outcome(IReadOnlyList<string> Broken, ulong Trace, int Crashes, int Messages, int Joined, int Corrected)
{
    private static readonly string[] AtOnce = [":alerts", ":quiet", ":limited"];

    public static Outcome Of(World world)
    {
        var broken = new List<string>();
        var rows = world.Disk.Outbox.Values.ToLookup(row => row.Place);
        var (joined, corrected) = (0, 0);
        foreach (var platform in Newsroom.Platforms)
        {
            foreach (var place in AtOnce.Append(":digest").Select(name => new PlaceId(platform + name)))
            {
                var seen = world.Ledger.SeenIn(place);
                var lost = world.Publisher.Originals.Where(key => !seen.Contains(key)).ToList();
                AddIf(broken, lost.Count > 0, $"{place} never saw {string.Join(", ", lost)}");
            }

            foreach (var place in AtOnce.Select(name => new PlaceId(platform + name)))
            {
                var messages = new PlaceMessages(world, place, [.. rows[place]]);
                broken.AddRange(messages.Faults());
                (joined, corrected) = (joined + messages.Joined, corrected + messages.Corrected);
            }
        }

        AddIf(broken, world.Ledger.OutOfOrder > 0, $"{world.Ledger.OutOfOrder} out of order");
        AddIf(broken, world.Ledger.Overwritten > 0, $"{world.Ledger.Overwritten} messages overwritten");
        var allowed = world.InFlightAtCrashes + world.LostAnswers;
        AddIf(broken, world.Ledger.Duplicates > allowed, $"{world.Ledger.Duplicates} duplicates where {allowed} could not be avoided");
        AddIf(broken, world.Ledger.DuplicatesDespiteKey > 0, $"{world.Ledger.DuplicatesDespiteKey} duplicates on the platform that drops repeats");
        broken.AddRange(DigestFaults(world));
        return new Outcome(broken, world.Ledger.Hash, world.Crashes, world.Ledger.Messages.Count, joined, corrected);
    }

    /// <summary>A digest each local day at most, and headlines on each whose time passed and had news, one for several where the program was away.</summary>
    private static IEnumerable<string> DigestFaults(World world)
    {
        var told = world.Ledger.Messages.Select(message => world.Disk.Outbox[message.Message.Value]).Where(row => row.Digest is not null).ToList();
        foreach (var day in told.GroupBy(row => (row.Place, LocalClock.At(row.Due, Newsroom.Zone).Date)).Where(day => day.Count() > 1))
        {
            yield return $"{day.Key.Place} had {day.Count()} digests of {day.Key.Date}";
        }

        foreach (var platform in Newsroom.Platforms)
        {
            var place = new PlaceId(platform + ":headlines");
            var days = told.Where(row => row.Place == place).Select(row => LocalClock.At(row.Due, Newsroom.Zone).Date).ToHashSet();

            // The clock may be off by an hour and a half, and a paper is read some time after it came out.
            var first = LocalClock.At(world.Publisher.First.AddHours(4), Newsroom.Zone);
            var begin = first.Hour < 2 ? first.Date : first.Date.PlusDays(1);
            for (var day = begin; day <= LocalClock.At(world.Start + World.Day, Newsroom.Zone).Date; day = day.PlusDays(1))
            {
                if (!days.Contains(day))
                {
                    yield return string.Create(CultureInfo.InvariantCulture, $"{place} had no headlines of {day}");
                }
            }
        }
    }

    private static void AddIf(List<string> broken, bool isBroken, string what)
    {
        if (isBroken)
        {
            broken.Add(what);
        }
    }

    /// <summary>What became of copies and corrections in one place.</summary>
    private sealed class PlaceMessages(World world, PlaceId place, IReadOnlyList<OutboxRow> rows)
    {
        private readonly ILookup<string, OutboxRow> _byKey = rows.Where(row => row.Kind is DeliveryKind.Alert or DeliveryKind.Edit).ToLookup(row => world.Disk.KeyOf(row.Article.Value), StringComparer.Ordinal);

        /// <summary>Copies that stand in the message of what they copy.</summary>
        public int Joined { get; private set; }

        /// <summary>Messages that show the corrected title.</summary>
        public int Corrected { get; private set; }

        public IEnumerable<string> Faults()
        {
            foreach (var (copy, original) in world.Publisher.Copies)
            {
                if (_byKey[copy].FirstOrDefault() is not { } row)
                {
                    yield return $"{place} never saw {copy}";
                }
                else if (row.Kind == DeliveryKind.Alert)
                {
                    // Where the platform never said that the original arrived, the copy tells the story.
                    if (_byKey[original].Any(told => told.State == DeliveryState.Failed))
                    {
                        continue;
                    }

                    yield return $"{place} was told {copy} beside what it copies";
                }
                else if (ShownOf(row.Target!.Value) is { Title: not null } shown && !shown.AlsoFrom.Contains(Publisher.Papers[1]))
                {
                    yield return $"{place} never saw {copy} join";
                }
                else
                {
                    Joined++;
                }
            }

            foreach (var (key, title) in world.Publisher.Corrected)
            {
                if (_byKey[key].FirstOrDefault(row => row.Kind == DeliveryKind.Alert) is { } told && ShownOf(told.Id) is { Title: { } shown })
                {
                    Corrected++;
                    if (shown != title)
                    {
                        yield return $"{place} still shows \"{shown}\" ({string.Join(", ", _byKey[key].Select(row => $"{row.Kind} {row.State} after {row.Attempts}"))})";
                    }
                }
            }
        }

        /// <summary>Null for a message whose fate nobody knows.</summary>
        private ShownMessage? ShownOf(DeliveryId id) => world.Disk.Outbox[id.Value] is { State: DeliveryState.Sent, MessageId: { } message } ? world.Ledger.Shown(place, message) : null;
    }
}
