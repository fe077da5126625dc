using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace NewsBot.Feeds.Http;

/// <summary>How the bot speaks to servers whose addresses strangers name.</summary>
public sealed class HttpOptions
{
    public const string Section = "Feeds";

    [Description("What the bot calls itself to servers.")]
    [Required]
    public string UserAgent { get; set; } = "NewsBot/0.1 (self-hosted news bot)";

    [Description("Networks of your own that may be fetched although they are not public, all their ports included, such as \"192.168.1.0/24\".")]
    public IList<string> AllowedNetworks { get; set; } = [];

    [Description("The longest a fetch may take, from the name look-up to the last byte.")]
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan FetchTimeout { get; set; } = TimeSpan.FromSeconds(20);

    [Description("The longest a connection may take to be made.")]
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
