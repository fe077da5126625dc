using NewsBot.Core.Commands;
using NewsBot.Core.Delivery;
using NewsBot.Core.Subscriptions;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Interactions;

/// <summary>Who sees an answer: one person, or everyone where the place wants it so. What changes or concerns a person is always private.</summary>
internal sealed class AnswerAudience(SubscriptionRegistry registry)
{
    /// <summary>True when only the person who asked sees it; in private conversations there is nobody else.</summary>
    public bool IsPrivate(Interaction interaction, Asked asked, Caller caller) =>
        interaction.GuildId is not null && !(asked is Asked.Line { Form.IsShareable: true } or Asked.LinkOf && AnswersInPublic(caller));

    /// <summary>True when the person may show the answer to everyone.</summary>
    public static bool IsShareable(Asked asked) =>
        asked is Asked.Line { Form.IsShareable: true } or Asked.LinkOf or Asked.ListPage or Asked.ReadPage or Asked.OfArticle { Command: "story" or "summary" };

    private bool AnswersInPublic(Caller caller)
    {
        var home = registry.Find(caller.Home)?.Style ?? Style.None;
        return (registry.Find(caller.Place)?.Style ?? Style.None).Over(home).Public == true;
    }
}
