using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace NewsBot.Core.Feeds;

/// <summary>How feeds are followed.</summary>
public sealed class FeedsOptions
{
    public const string Section = "Feeds";

    [Description("Feeds the instance follows from the first start: an OPML file. Relative to the folder of the settings file; empty follows none.")]
    public string Catalogue { get; set; } = "feeds.opml";

    [Description("A feed that is shown while no other article is stored. Relative to the folder of the settings file; empty shows none.")]
    public string Samples { get; set; } = "samples/sample-news.xml";

    [Description("How long a feed rests between two checks when it does not say itself.")]
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan DefaultInterval { get; set; } = TimeSpan.FromHours(1);

    [Description("No feed is checked more often than this.")]
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan MinimumInterval { get; set; } = TimeSpan.FromMinutes(5);

    [Description("No feed rests longer than this.")]
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan MaximumInterval { get; set; } = TimeSpan.FromDays(1);

    [Description("Feeds fetched at the same time.")]
    [Range(1, 64)]
    public int Parallel { get; set; } = 8;

    [Description("Requests to one domain at the same time.")]
    [Range(1, 16)]
    public int HostConnections { get; set; } = 2;

    [Description("The pause between the starts of two requests to one domain. The operator's own servers on loopback are not paced.")]
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan HostPause { get; set; } = TimeSpan.FromSeconds(1);

    [Description("A file with the key that credentials and headers of feeds are encrypted with, 64 hexadecimal digits, such as a mounted secret. Empty keeps one in the data folder.")]
    public string SecretKeyFile { get; set; } = "";

    public HostPace HostPace => new(HostConnections, HostPause);
}
