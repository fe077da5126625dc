namespace NewsBot.Feeds.Tests.Http;

/// <summary>Tests that measure time or drive a virtual clock; nothing runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
