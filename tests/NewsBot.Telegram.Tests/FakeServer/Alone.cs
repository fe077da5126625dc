namespace NewsBot.Telegram.Tests.FakeServer;

/// <summary>Tests in virtual time, which other tests beside them would slow down.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
