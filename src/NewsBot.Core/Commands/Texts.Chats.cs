namespace NewsBot.Core.Commands;

/// <summary>What is said in chats with other people, in channels and to their admins.</summary>
public partial class Texts
{
    public virtual string ArticleGone => "This article is not kept here any more.";

    public virtual string AsksTooMuch => "That was a lot within a minute. Wait a little, then ask again.";

    public virtual string WentWrong => "That went wrong on my side. The operator's log says why; try again later.";

    public virtual string ButtonTooOld => "This button is too old. Ask again.";

    public virtual string ButtonElsewhere => "This button belongs to another chat.";

    public virtual string RightsUnknown => "I could not check your rights just now. Try again in a moment.";

    public virtual string InstanceIsPrivate => "This bot answers only people and chats that its operator named.";

    public virtual string ForYouAlone => "The answer is for you alone.";

    public virtual string SettingAsking => "Who may ask here";

    public virtual string MayNotAsk => "The admins here keep questions to themselves. Ask me in a private chat.";

    public virtual string NobodyElseAsks => "This is your private chat; nobody else can ask here. In a group or on a server /settings ask chooses who may.";

    public virtual string NoSuchSetting(string words) => $"There is no setting \"{words}\" here. /settings shows all, with the command that changes each.";

    public virtual string Asking(Subscriptions.AskRule rule) => rule switch
    {
        Subscriptions.AskRule.Admins => "admins",
        Subscriptions.AskRule.Nobody => "nobody",
        _ => "everyone",
    };

    public virtual string WhoMayAsk(Subscriptions.AskRule rule) => $"Who may ask for headlines, searches and summaries here? Now: {Asking(rule)}.";

    public virtual string AskingSet(Subscriptions.AskRule rule) => rule switch
    {
        Subscriptions.AskRule.Admins => "Only admins may ask for news here now. What is followed comes as before.",
        Subscriptions.AskRule.Nobody => "Nobody may ask for news here now; what is followed comes as before. Everybody may ask me in a private chat.",
        _ => "Everyone may ask for news here now.",
    };

    public virtual string ToPrivateChat => "Open our chat";

    public virtual string FileTooLarge => "The file is too large. Files of up to 1 MB can be imported.";

    public virtual string FileNotLoaded => "I could not get the file. Send it again.";

    public virtual string ImportFound(int count) => $"Import {Count(count, "entry", "entries")} of this file?";

    public virtual string ImportThem => "Import";

    public virtual string ManageWhich => "Choose the channel or group to manage from here. For an hour your commands then act there; /manage off ends that.";

    public virtual string ManageChannel => "A channel";

    public virtual string ManageGroup => "A group";

    public virtual string ManagesNow(string place) => $"Your commands act in {place} now, for an hour. /manage off ends that.";

    public virtual string ManagesNothing => "Your commands act in this chat again.";

    public virtual string NoSuchChat(string name) => $"I know no channel or group {name}. Add me there first, then name it as @name or by its number.";

    public virtual string NotAdminThere(string place) => $"You are no admin of {place}, so you cannot change it.";

    public virtual string BotNotThere(string place) => $"I am not in {place}. Add me there first.";

    public virtual string BotCannotPost(string place) => $"I may not post in {place}. Give me the right to post messages there.";

    public virtual string ManagedFromPrivate => "This channel is managed from our private chat.";

    public virtual string ManageHere => "Manage it";

    public virtual string AddToGroup => "Add me to a group";

    public virtual string AddToChannel => "Add me to a channel";

    /// <param name="bot">With its "@".</param>
    public virtual string HelloGroup(string bot) => $"Hello. Admins choose what comes here: /subscribe with an address, a topic or words. Everybody may ask /headlines, /latest or /summary; other commands need my name, such as /search{bot} harbour.";

    public virtual string HelloChannel(string channel) => $"I can post in {channel} now. Choose what comes there: /subscribe and what to follow, or /manage off to leave it.";

    public virtual string CannotPostIn(string channel) => $"I am in {channel} now, but may not post there yet. Give me the right to post messages.";

    public virtual string InlineNothing => "Nothing found. Ask me in our chat";

    public virtual string LostRightToPost => "the right to post was taken away";

    public virtual string BotWasRemoved => "the bot was removed";

    public virtual string BotWasBlocked => "the bot was blocked";

    private static string Count(int count, string one, string many) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
