namespace NewsBot.Core.Articles;

/// <summary>What is already known of a text that is to be cleaned.</summary>
public sealed record CleanHints
{
    public string? Title { get; init; }

    public string? Language { get; init; }

    /// <summary>Normalized lines that recur in other articles of the same feed.</summary>
    public IReadOnlySet<string>? LearnedBoilerplate { get; init; }
}
