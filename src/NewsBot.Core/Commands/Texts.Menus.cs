namespace NewsBot.Core.Commands;

/// <summary>Menus, and the hints of fields that are filled in, on platforms that have them.</summary>
public partial class Texts
{
    public virtual string ReadOne => "Read one of these";

    public virtual string PickOne => "Pick one";

    public virtual string SentHere => "sent here";

    public virtual string ShowToEveryone => "Show to everyone";

    public virtual string SharedBy(string person) => $"Shown by {person}";

    public virtual string ManageHelp => "what is followed here, and how it comes";

    public virtual string OperateHelp => "for those who run this bot";

    public virtual string FillIn => "Fill in";

    public virtual string SummarizeLink => "Summarize link";

    public virtual string NoLinkInMessage => "This message holds no link. Use it on a message with the address of an article.";

    public virtual string GreetingOnServer => "Hello. I bring news: /subscribe sets what comes to a channel, /headlines shows what is new. Those who may manage the server decide.";

    public virtual string ButtonGone => "This button no longer works. Give the command again.";

    public virtual string FileNotTaken(int most) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The file cannot be read. Send one of at most {most} MB.");

    public virtual string MissingRights(string channel, string rights) => $"The bot lacks rights in {channel}: {rights}. Give them in the settings of the channel, then try again.";

    /// <summary>What is filled in there, at most 100 characters.</summary>
    public virtual string Option(string name) => name switch
    {
        "about" => "a topic or a source",
        "words" => "words; a comma means or, -word excludes",
        "article" => "a line of the last list, or a link",
        "what" => "an article, #3 for a subscription, or a link",
        "wrong" => "what is wrong",
        "command" => "the command you want to know more about",
        "follow" => "an address, a topic, a source or words",
        "filter" => "only articles with these words",
        "folder" => "the folder it is kept in",
        "channel" => "the channel it is for; without it, this one",
        "subscription" => "one of the subscriptions here",
        "times" => "such as 7:30 or 7:30, 18:00; off ends it, now sends it",
        "days" => "such as mon-fri",
        "top" => "how many are told in full",
        "only" => "no longer at once",
        "hours" => "such as 22:00-07:00; off ends it",
        "silent" => "without a sound instead of later",
        "except" => "what comes through: 3 sources, or words storm",
        "count" => "how many messages come; 0 lifts the limit",
        "period" => "per hour or per day",
        "style" => "such as compact, summary, full, images on, tags #sea",
        "ping" => "a role that each first message mentions",
        "mode" => "when its articles come",
        "until" => "such as 7d or until monday",
        "where" => "here or in private",
        "language" => "of the answers, such as de",
        "news" => "languages of news, such as de, en",
        "hide" => "what is hidden: its source for good",
        "ask" => "who may ask for news here",
        "zone" => "a city, a zone, or what time it is for you",
        "file" => "OPML, CSV or text with addresses",
        "confirm" => "yes deletes everything",
        "failing" => "only feeds that fail",
        "which" => "#3, or the address of a feed",
        "pages" => "whether the pages of its articles are read",
        "feed" => "header Name: value, proxy http://host:port, agent words",
        "home" => "part of a name or number",
        "id" => "the id of a home, as chats shows it",
        "lift" => "off opens it again",
        "plan" => "full or guest",
        "text" => "what all homes are told",
        "code" => "the code that the terminal shows",
        _ => "",
    };
}
