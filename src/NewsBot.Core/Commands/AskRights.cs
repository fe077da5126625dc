using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>Decides who may ask for news, as the home's admins chose. Pure.</summary>
public static class AskRights
{
    /// <summary>True where the rights of whoever asks decide, so that platforms find them out before.</summary>
    public static bool DependOnRole(Home? home) => home?.Asking is AskRule.Admins or AskRule.Nobody;

    /// <summary>What is followed here, and why it came, is no news: admins see it always.</summary>
    public static bool MayGive(Request request, CommandSpec spec) =>
        !spec.IsQuestion || MayAsk(request) || (spec.Name is "subscriptions" or "why" && request.Caller.Role >= Role.Admin);

    public static bool MayAsk(Request request) => request.Home.Asking switch
    {
        null or AskRule.Everyone => true,
        AskRule.Admins => request.Caller.Role >= Role.Admin,
        AskRule.Nobody => request.Caller is { Role: >= Role.Admin, IsPrivate: true },
        var other => throw new InvalidOperationException($"Unknown rule {other}."),
    };

    /// <summary>False in the private chat of a person, where nobody else could ask.</summary>
    public static bool CanBeChosen(Request request) => request.Home.Id.Value != request.Caller.Person.Value;
}
