namespace NewsBot.Simulation;

/// <summary>A fault of the kind news bots have; the simulation must find each.</summary>
public enum PlantedBug
{
    None,

    /// <summary>A message counts as sent before it is: what was on its way at a crash is forgotten.</summary>
    MarkBeforeSend,

    /// <summary>What was still to be sent at a crash is not read again.</summary>
    NoRecovery,

    /// <summary>Items count as read before their deliveries are stored.</summary>
    OffsetFirst,

    /// <summary>A restart forgets which items were taken in.</summary>
    NoDedupe,

    /// <summary>A digest goes out whenever the local clock shows its time.</summary>
    DigestByWallClock,

    /// <summary>A message of unknown outcome is sent again together with what came after it.</summary>
    RegroupsResends,
}
