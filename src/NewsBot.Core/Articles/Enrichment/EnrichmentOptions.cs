using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace NewsBot.Core.Articles.Enrichment;

/// <summary>How full texts are fetched from the pages of articles.</summary>
public sealed class EnrichmentOptions
{
    public const string Section = "FullText";

    [Description("Whether the pages of articles are read when their feed gives only the begin of them.")]
    public bool Enabled { get; set; } = true;

    [Description("Pages read at the same time.")]
    [Range(1, 16)]
    public int Parallel { get; set; } = 2;

    [Description("Pause between two pages of one host.")]
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan HostPause { get; set; } = TimeSpan.FromSeconds(2);

    [Description("Tries before an article keeps its feed's text.")]
    [Range(1, 10)]
    public int Attempts { get; set; } = 3;

    [Description("Pause before a page is tried again; it doubles with each try.")]
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan RetryPause { get; set; } = TimeSpan.FromMinutes(2);

    [Description("How long a page is held by the process that reads it; then another may.")]
    [Range(typeof(TimeSpan), "00:00:30", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);
}
