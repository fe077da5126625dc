using NewsBot.Core.Articles;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text;

namespace NewsBot.Core.Commands;

/// <summary>Sets how messages look, for a subscription, a folder, this place or the home, and shows it on the newest article.</summary>
public sealed class StyleHandler(SubscriptionRegistry registry, Backtest backtest, SubscriberChanges changes)
{
    private const int SampleSentences = 2;
    private const int SampleCharacters = 700;

    public async Task<Reply> StyleAsync(Request request, Command.StyleChange command, CancellationToken cancellationToken)
    {
        var texts = request.Texts;
        var (what, wish) = FolderSelection.Take(command.What, command.Wish, registry.FoldersOf(request.Home.Id));
        var chosen = Chosen(request, what);
        if (chosen is { Count: 0 })
        {
            return new Reply.Refusal(texts.NoSuchSubscription(what is Selection.Numbered(var missing) ? string.Create(texts.Culture, $"#{missing}") : ((Selection.Named)what).Name));
        }

        var name = what is Selection.All ? texts.ThisHome : chosen is null ? texts.ThisPlace : chosen is [var only] ? ManagementChoices.Label(only) : texts.AllOf(chosen.Count);
        var held = (what is Selection.All ? request.Home.Style : chosen is null ? request.Place.Style : chosen[0].Style) ?? Style.None;
        if (wish.Length == 0)
        {
            return new Reply.Message(texts.StyleIs(name, StyleWish.Show(Whole(request, held, chosen is not null)))) { Completes = $"/style {(chosen is [var one] ? string.Create(texts.Culture, $"#{one.Number}") : "")}".TrimEnd() };
        }

        if (StyleWish.TryParse(held, wish, out var unknown) is not { } style)
        {
            return new Reply.Refusal(texts.BadStyle(unknown));
        }

        await SaveAsync(request, what, chosen, wish, style, cancellationToken);
        return new Reply.Message(texts.StyleIs(name, StyleWish.Show(style)) + await SampleAsync(request, Whole(request, style, chosen is not null), cancellationToken));
    }

    /// <summary>Null for the place or home itself.</summary>
    private List<Subscription>? Chosen(Request request, Selection what) => what switch
    {
        Selection.Numbered(var number) => [.. registry.Of(request.Home.Id).Where(subscription => subscription.Number == number)],
        Selection.Named(var folder) => [.. registry.Of(request.Home.Id).Where(subscription => string.Equals(subscription.Folder, folder, StringComparison.OrdinalIgnoreCase))],
        _ => null,
    };

    private static Style Whole(Request request, Style own, bool isOfSubscription) =>
        own.Over(isOfSubscription ? request.Place.Style ?? Style.None : Style.None).Over(request.Home.Style ?? Style.None).Over(Style.Default);

    private async Task SaveAsync(Request request, Selection what, List<Subscription>? chosen, string wish, Style style, CancellationToken cancellationToken)
    {
        foreach (var subscription in chosen ?? [])
        {
            await changes.ChangeAsync(request.Caller.Person, subscription, held => held with { Style = StyleWish.TryParse(held.Style ?? Style.None, wish, out _) ?? style }, cancellationToken);
        }

        if (chosen is null)
        {
            await (what is Selection.All
                ? changes.ChangeAsync(request.Home.Id, home => home with { Style = style }, cancellationToken)
                : changes.ChangeAsync(request.Place.Id, place => place with { Style = style }, cancellationToken));
        }
    }

    /// <summary>The newest article in words as an alert would tell it; empty where there is none yet.</summary>
    private async Task<string> SampleAsync(Request request, Style style, CancellationToken cancellationToken)
    {
        return await backtest.LastWeekAsync(registry.SightOf(request.Place.Id), cancellationToken) is not [var newest, ..] ? "" : $"\n{request.Texts.StyleSample}\n{Sample(newest, style)}";
    }

    private static string Sample(Article article, Style style)
    {
        var body = style.Form switch
        {
            MessageForm.Compact => "",
            MessageForm.Full => TextCut.At(article.Body, SampleCharacters),
            _ => string.Join(' ', article.Summary.Take(SampleSentences)),
        };
        string?[] lines = [style.Title is { } title ? $"{title} {article.Title}" : article.Title, body, article.Source, string.Join(' ', new[] { style.Tags, style.Footer }.OfType<string>())];
        return string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line)));
    }
}
