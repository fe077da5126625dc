using NewsBot.Core.Articles;
using NewsBot.Core.Commands;
using NewsBot.Core.Storage;
using NewsBot.Core.Stories;
using NewsBot.Core.Text;

namespace NewsBot.Core.Reports;

/// <summary>Answers /wrong: keeps what is wrong for the operator and mends it in this place at once. Idempotent.</summary>
public sealed class ReportHandler(INewsStore store, RecentArticles recent, ReferenceResolver references, StoryGrouper grouper)
{
    private const int ShownCharacters = 500;

    public async Task<Reply> WrongAsync(Request request, Command.Wrong command, CancellationToken cancellationToken)
    {
        if (request.Caller.Role < Role.Admin && !request.Caller.IsPrivate)
        {
            return new Reply.Refusal(request.Texts.NoRight);
        }

        return await references.ResolveAsync(request, command.What, "wrong", cancellationToken) switch
        {
            Resolution.Found found when command.Kind is { } kind => await SaveAsync(request, found.Article, kind, cancellationToken),
            Resolution.Found found => Ask(request, found.Article),
            Resolution.Answered(var reply) => reply,
            var other => throw new InvalidOperationException($"Unknown resolution {other.GetType().Name}."),
        };
    }

    private static Reply.Message Ask(Request request, Article article) => new(request.Texts.WhatIsWrong)
    {
        Choices = [.. Enum.GetValues<ReportKind>().Select(kind => new Choice(request.Texts.Wrong(kind), $"/wrong {new Reference.Stored(article.Id)} {kind.ToString().ToLowerInvariant()}"))],
    };

    private async Task<Reply> SaveAsync(Request request, Article article, ReportKind kind, CancellationToken cancellationToken)
    {
        var report = new Report
        {
            Kind = kind,
            Article = article.Id,
            Place = request.Caller.Place,
            Person = request.Caller.Person,
            Time = store.Now,
            Title = article.Title,
            Url = article.Url,
            Source = article.Source,
            Shown = TextCut.At(kind == ReportKind.Summary ? string.Join(' ', article.Summary) : article.Body, ShownCharacters),
        };
        if (!await store.SaveReportAsync(report, cancellationToken))
        {
            return new Reply.Refusal(request.Texts.TooManyReports);
        }

        if (kind == ReportKind.Story)
        {
            grouper.Split(article.Id);
            recent.Put(await store.GetArticlesAsync([article.Id], cancellationToken), store.Now);
        }

        return new Reply.Message(request.Texts.Reported(kind));
    }
}
