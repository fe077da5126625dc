using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace NewsBot.Core.Storage;

/// <summary>How long things are kept.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    [Description("How long articles are kept. Saved ones stay.")]
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan Articles { get; set; } = TimeSpan.FromDays(90);

    [Description("How many articles are kept at most; the oldest go first. Saved ones stay.")]
    [Range(1_000, 2_000_000)]
    public int MostArticles { get; set; } = 200_000;

    [Description("How long it is known what was sent where.")]
    [Range(typeof(TimeSpan), "3.00:00:00", "3650.00:00:00")]
    public TimeSpan Deliveries { get; set; } = TimeSpan.FromDays(30);

    [Description("How long a conversation answers to the numbers and buttons of its lists.")]
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan Conversations { get; set; } = TimeSpan.FromDays(30);

    [Description("How long a chat that blocked or removed the bot is kept for its return.")]
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan GonePlaces { get; set; } = TimeSpan.FromDays(30);

    [Description("How many daily backups are kept in the folder backups of the data folder; 0 makes none.")]
    [Range(0, 365)]
    public int Backups { get; set; } = 7;
}
