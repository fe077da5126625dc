using System.Globalization;

namespace NewsBot.Core.Commands;

/// <summary>What is said about wanting less of something.</summary>
public partial class Texts
{
    public virtual string ButtonLess => "Less like this";

    public virtual string NothingHidden => "Nothing is hidden here. /less 3 asks what to hide of line 3 of the last list.";

    public virtual string HiddenTitle => "Hidden here: it is found in lists, but not sent";

    public virtual string LessOf(string title) => $"Less like this: {title}";

    public virtual string HideSource(string source) => $"Hide {source}";

    public virtual string HideWord(string word) => $"Hide \"{word}\" for 7 days";

    public virtual string StopFollowing(string subscription) => $"Unfollow {subscription}";

    public virtual string HiddenNow(string query, string? until) => until is null ? $"Nothing with {query} is sent here any more. /less lists what is hidden." : $"Nothing with {query} is sent here until {until}. /less lists what is hidden.";

    public virtual string HiddenUntil(string query, string until) => $"{query} until {until}";

    public virtual string ShowAgain(string query) => $"Show {query} again";

    public virtual string ShownAgain(string query) => $"What has {query} is sent here again.";

    public virtual string NotHidden(string query) => $"{query} is not hidden here. /less lists what is.";

    public virtual string BadLess(string words) => $"\"{words}\" cannot be read here. Such as: /less 3, /less 3 source, /less word ferry; /less alone lists what is hidden.";

    public virtual string CannotHide(string query) => $"{query} cannot be hidden. /filter #3 -word leaves a word out of one subscription.";

    public virtual string TooManyHidden(int most) => string.Create(CultureInfo.InvariantCulture, $"{most} things are hidden here already. /less lists them; show one again first.");

    public virtual string WhyHidden(string query) => $"It is hidden here: {query}. /less shows it again.";
}
