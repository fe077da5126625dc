using System.Globalization;
using NewsBot.Core.Commands;
using NewsBot.Core.Feeds;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Text;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Interactions;

/// <summary>Completes what is being typed, from what the bot has at hand: there is no time to ask anybody.</summary>
internal sealed class Suggestions(INewsStore store, SubscriptionRegistry registry, FeedRegistry feeds, HeadlineReader headlines)
{
    private const int Most = 25;
    private const int Length = 100;

    /// <summary>At most 25, the likeliest first.</summary>
    public async Task<IReadOnlyList<CommandChoice>> ForAsync(Asked.Typing typing, Caller caller, CancellationToken cancellationToken)
    {
        var found = typing.Option.Completion switch
        {
            Completion.Articles => await ArticlesAsync(caller, cancellationToken),
            Completion.Subscriptions => registry.Of(caller.Home).Where(subscription => subscription.Place == caller.Place || caller.Role > Core.Commands.Role.Reader)
                .OrderBy(subscription => subscription.Number).Select(subscription => ($"#{subscription.Number} {SecretMask.Of(subscription.Value)}", $"#{subscription.Number}")),
            Completion.Subjects => headlines.TopicsNear(caller.Place, typing.Text).Concat(SourcesOf(caller)).Distinct(StringComparer.OrdinalIgnoreCase).Select(subject => (subject, subject)),
            Completion.Commands => CommandForms.All.Select(form => ("/" + form.FullName, form.Core)),
            _ => [],
        };
        return [.. found.Where(item => Holds(item.Item1, typing.Text)).Take(Most).Select(item => CommandChoice.Of(Short(item.Item1), Short(item.Item2)))];
    }

    private IEnumerable<string> SourcesOf(Caller caller)
    {
        var sight = registry.SightOf(caller.Place);
        return feeds.All.Where(feed => sight.Sees(feed.Id)).Select(feed => feed.Title).Order(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The lines of the list that the person saw last here.</summary>
    private async Task<IEnumerable<(string Label, string Value)>> ArticlesAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (await store.LastListAsync(caller.Person, caller.Place, cancellationToken) is not { } list)
        {
            return [];
        }

        var articles = await store.GetArticlesAsync([.. list.Articles.Take(Most)], cancellationToken);
        var numbers = list.Articles.Select((id, index) => (id, index)).ToDictionary(pair => pair.id, pair => pair.index + 1);
        return articles.Select(article => (string.Create(CultureInfo.InvariantCulture, $"{numbers[article.Id]}. {article.Title}"), numbers[article.Id].ToString(CultureInfo.InvariantCulture)));
    }

    private static bool Holds(string label, string typed) => typed.Length == 0 || TextFolding.Fold(label).Contains(TextFolding.Fold(typed), StringComparison.Ordinal);

    private static string Short(string text) => TextCut.At(DiscordMarkdown.Clean(text).Replace('\n', ' ') is { Length: > 0 } clean ? clean : "…", Length - 1);
}
