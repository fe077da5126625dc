using System.Globalization;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Time;

namespace NewsBot.Simulation;

/// <summary>What a schedule came to, against what it promised.</summary>
internal sealed record Outcome(IReadOnlyList<string> Broken, ulong Trace, int Crashes, int Messages)
{
    public static Outcome Of(World world)
    {
        var broken = new List<string>();
        var ids = world.Disk.ArticlesByKey();
        foreach (var platform in Newsroom.Platforms)
        {
            foreach (var name in (string[])[":alerts", ":quiet", ":limited", ":digest"])
            {
                var seen = world.Ledger.SeenIn(new PlaceId(platform + name));
                var lost = world.AllKeys.Where(key => !ids.TryGetValue(key, out var id) || !seen.Contains(id)).ToList();
                AddIf(broken, lost.Count > 0, $"{platform}{name} never saw {string.Join(", ", lost)}");
            }
        }

        AddIf(broken, world.Ledger.OutOfOrder > 0, $"{world.Ledger.OutOfOrder} out of order");
        var allowed = world.InFlightAtCrashes + world.LostAnswers;
        AddIf(broken, world.Ledger.Duplicates > allowed, $"{world.Ledger.Duplicates} duplicates where {allowed} could not be avoided");
        AddIf(broken, world.Ledger.DuplicatesDespiteKey > 0, $"{world.Ledger.DuplicatesDespiteKey} duplicates on the platform that drops repeats");
        broken.AddRange(DigestFaults(world));
        return new Outcome(broken, world.Ledger.Hash, world.Crashes, world.Ledger.Messages.Count);
    }

    /// <summary>A digest each local day at most, and headlines on each whose time passed, one for several where the program was away.</summary>
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
            for (var day = LocalClock.At(world.Start, Newsroom.Zone).Date.PlusDays(1); day <= LocalClock.At(world.Start + World.Day, Newsroom.Zone).Date; day = day.PlusDays(1))
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
}
