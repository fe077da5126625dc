namespace NewsBot.Tests.EndToEnd;

/// <summary>Tests that start processes run one after another: each needs the machine for itself.</summary>
[CollectionDefinition(nameof(Processes), DisableParallelization = true)]
public sealed class Processes;
