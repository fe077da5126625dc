using NewsBot.Core.Commands;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Terminal;

/// <summary>Who speaks in the terminal: whoever can open the data folder is its operator; each name has a private place of its own.</summary>
internal static class TerminalPlace
{
    public const string Platform = "terminal";
    public const string DefaultName = "me";

    public static PlaceId Of(string name) => new($"{Platform}:{name}");

    public static Caller CallerFor(string name, Attachment? attachment)
    {
        var place = Of(name);
        return new Caller { Person = new PersonId(place.Value), Place = place, Home = new HomeId(place.Value), Role = Role.Operator, Attachment = attachment };
    }
}
