namespace NewsBot.Discord.Rest;

/// <summary>What an answer of Discord says about limits.</summary>
internal sealed record RateAnswer
{
    /// <summary>A server error or another answer that says nothing about limits.</summary>
    public static readonly RateAnswer Silent = new();

    /// <summary>The limits of the operation, or null when none were named.</summary>
    public RateWindow? Window { get; init; }

    /// <summary>True when an answer without limits means that there are none.</summary>
    public bool IsUnlimited { get; init; }

    public RateRefusal? Refusal { get; init; }

    /// <summary>401, 403 or 429 of our own making: too many of them ban the address.</summary>
    public bool IsInvalid { get; init; }
}

/// <param name="Hash">The bucket that several operations may share.</param>
/// <param name="ResetAfter">From the answer on; clocks of the two sides need not agree.</param>
internal sealed record RateWindow(string Hash, int Limit, int Remaining, TimeSpan ResetAfter);

/// <summary>A 429.</summary>
internal sealed record RateRefusal(RateScope Scope, TimeSpan Wait);

internal enum RateScope
{
    /// <summary>This operation, by our own calls.</summary>
    User,

    /// <summary>The whole token.</summary>
    Global,

    /// <summary>This thing, by everybody's calls.</summary>
    Shared,

    /// <summary>The whole address, by the proxy in front of Discord.</summary>
    Address,
}
