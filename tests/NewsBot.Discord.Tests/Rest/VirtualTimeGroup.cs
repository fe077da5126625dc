using NewsBot.Testing.Time;

namespace NewsBot.Discord.Tests.Rest;

/// <summary>Alone, as busy pool threads look like pending work to virtual time.</summary>
[CollectionDefinition(nameof(VirtualTime), DisableParallelization = true)]
public sealed class VirtualTimeGroup;
