using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace NewsBot.Core.Delivery;

/// <summary>When a place is asked whether it wants so much.</summary>
public sealed class DeliveryOptions
{
    public const string Section = "Delivery";

    [Description("A place that got more alerts than this within a day is asked whether it wants fewer; 0 asks nobody.")]
    [Range(0, 400)]
    public int AskAbove { get; set; } = 30;

    [Description("How long a place that was asked so is left in peace.")]
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan AskPause { get; set; } = TimeSpan.FromDays(30);
}
