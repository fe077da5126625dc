using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace NewsBot.Core.Subscriptions;

/// <summary>How much one home or person may follow.</summary>
public sealed class QuotaOptions
{
    public const string Section = "Quotas";

    [Description("How many subscriptions a home with the plan \"full\" may have. The terminal has it; /plan gives it to others.")]
    [Range(1, 100_000)]
    public int Subscriptions { get; set; } = 2_000;

    [Description("How many subscriptions any other home may have.")]
    [Range(1, 100_000)]
    public int GuestSubscriptions { get; set; } = 200;

    [Description("How many subscriptions one person may have changed last, over all homes without the plan \"full\".")]
    [Range(1, 100_000)]
    public int PersonSubscriptions { get; set; } = 500;
}
