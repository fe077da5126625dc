using NewsBot.Core.Articles;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Summaries;

/// <summary>Writes summaries in its own words. What it gives is either checked against the article or the extract itself; it never fails.</summary>
public interface ISummaryWriter
{
    /// <param name="extract">Shown whenever nothing better passes; computed before.</param>
    /// <param name="place">Whose daily share the call counts against.</param>
    Task<WrittenSummary> WriteAsync(Article article, IReadOnlyList<string> extract, PlaceId place, CancellationToken cancellationToken);
}

/// <summary>What a summary became.</summary>
/// <param name="Model">Who wrote it, to be named with it; null for the extract.</param>
public sealed record WrittenSummary(IReadOnlyList<string> Sentences, string? Model);

/// <summary>Always the extract: no language model is configured.</summary>
public sealed class ExtractOnly : ISummaryWriter
{
    public Task<WrittenSummary> WriteAsync(Article article, IReadOnlyList<string> extract, PlaceId place, CancellationToken cancellationToken) => Task.FromResult(new WrittenSummary(extract, null));
}
