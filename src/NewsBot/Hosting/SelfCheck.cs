using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.Extensions.Configuration;
using NewsBot.Configuration;
using NewsBot.Core.Feeds;
using NewsBot.Core.Platforms;
using NewsBot.Core.Subscriptions;
using NodaTime;

namespace NewsBot.Hosting;

/// <summary>Looks at everything the program needs from outside. A finding is one line: what was looked at, how it stands, and the fix where something is wrong. Changes nothing, but makes the data folder where there is none.</summary>
internal static class SelfCheck
{
    private const long LeastFreeBytes = 200L * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(2);

    public static IReadOnlyList<Finding> Settings(SettingsLoading loading) => loading switch
    {
        SettingsLoading.Failed(var problems) => [.. problems.Select(problem => Finding.Bad("settings", problem))],
        _ => [Finding.Good("settings", "all of them can be read")],
    };

    /// <summary>Whether files can be written there and how much room is left.</summary>
    public static async Task<IReadOnlyList<Finding>> DataFolderAsync(string folder, CancellationToken cancellationToken)
    {
        var probe = Path.Combine(folder, $"check-{Environment.ProcessId}.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(probe, "newsbot", cancellationToken);
            File.Delete(probe);
            var free = new DriveInfo(folder).AvailableFreeSpace;
            var room = string.Create(CultureInfo.InvariantCulture, $"{free / (1024 * 1024):N0} MiB are free");
            return [Finding.Good("data folder", $"{folder} can be written"), free < LeastFreeBytes ? Finding.Bad("free space", $"only {room} at {folder}. Make room, or name a folder on another disk with --data.") : Finding.Good("free space", room)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [Finding.Bad("data folder", $"{folder} cannot be written: {e.Message} Give a folder that this user may write to with --data.")];
        }
    }

    /// <summary>A clock that stands before what was already written would send digests late and call news old.</summary>
    public static Finding Clock(DateTimeOffset now, string folder)
    {
        var newest = Directory.Exists(folder) ? new DirectoryInfo(folder).EnumerateFiles("*.db").Select(file => (DateTimeOffset)file.LastWriteTimeUtc).DefaultIfEmpty(DateTimeOffset.MinValue).Max() : DateTimeOffset.MinValue;
        var shown = string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
        return newest > now + ClockSlack
            ? Finding.Bad("clock", string.Create(CultureInfo.InvariantCulture, $"{shown} is before {newest.UtcDateTime:yyyy-MM-dd HH:mm}, when the store was last written. Set the clock of this machine."))
            : Finding.Good("clock", shown);
    }

    public static Finding Catalogue(IConfiguration configuration, string folder)
    {
        var file = configuration[$"{FeedsOptions.Section}:{nameof(FeedsOptions.Catalogue)}"] ?? new FeedsOptions().Catalogue;
        if (file.Length == 0)
        {
            return Finding.Good("catalogue", "none is set");
        }

        var path = Path.Combine(folder, file);
        try
        {
            using var text = new StreamReader(path);
            return Core.Feeds.Catalogue.Read(text).Count is > 0 and var count
                ? Finding.Good("catalogue", string.Create(CultureInfo.InvariantCulture, $"{count} feeds in {path}"))
                : Finding.Bad("catalogue", $"{path} names no feed. Give Feeds:Catalogue an OPML file with feeds, or \"\" for none.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or XmlException)
        {
            return Finding.Bad("catalogue", $"{path} cannot be read: {e.Message} Correct Feeds:Catalogue, or set it to \"\" for none.");
        }
    }

    /// <summary>Whether the zones of all homes are known here and texts can be compared.</summary>
    public static IReadOnlyList<Finding> Zones(IReadOnlyList<Home> homes)
    {
        var zones = DateTimeZoneProviders.Tzdb;
        var unknown = homes.Where(home => home.TimeZone is { } zone && zones.GetZoneOrNull(zone) is null).Select(home => $"{home.Id} ({home.TimeZone})").ToList();
        return
        [
            unknown.Count == 0 ? Finding.Good("zones", zones.VersionId) : Finding.Bad("zones", $"{zones.VersionId} does not know the time zone of {string.Join(", ", unknown.Take(5))}. Set it there again with /timezone, or install a newer version."),
            "\u00e9".Normalize(NormalizationForm.FormD).Length == 2 ? Finding.Good("languages", "the library of scripts is there") : Finding.Bad("languages", "the library of scripts (ICU) is missing: search would not know accents. Install libicu."),
        ];
    }

    /// <summary>Asks each platform whose token is set who the bot is.</summary>
    public static async Task<IReadOnlyList<Finding>> PlatformsAsync(IReadOnlyList<IChatPlatform> platforms, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var platform in platforms)
        {
            findings.Add(await PlatformAsync(platform, cancellationToken));
        }

        return platforms.Count == 0 ? [Finding.Good("tokens", "none is set: the chat in the terminal alone. Telegram:Token and Discord:Token bring the others.")] : findings;
    }

    private static async Task<Finding> PlatformAsync(IChatPlatform platform, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await platform.StartAsync(limit.Token) switch
            {
                PlatformStart.Answering when platform.Problem is { } problem => Finding.Bad(platform.Name, problem),
                PlatformStart.Answering(var name) => Finding.Good(platform.Name, $"answers as {name}"),
                PlatformStart.Refused(var problem) => Finding.Bad(platform.Name, problem),
                PlatformStart.Waiting(var reason) => Unreachable(platform, reason),
                _ => throw new InvalidOperationException("Unknown start."),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Unreachable(platform, "no answer in time");
        }
    }

    private static Finding Unreachable(IChatPlatform platform, string reason) =>
        Finding.Bad(platform.Name, $"does not answer ({reason}). Check the network of this machine, its proxy and its firewall.");
}

/// <summary>What one look came to.</summary>
internal sealed record Finding(string Subject, bool IsGood, string Words)
{
    public static Finding Good(string subject, string words) => new(subject, true, words);

    public static Finding Bad(string subject, string words) => new(subject, false, words);
}
