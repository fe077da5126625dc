namespace NewsBot.Core.Commands;

/// <summary>Every English text that people read from commands.</summary>
public static class Texts
{
    public const string Help = """
        /headlines [topic or source]   the top stories of the last 24 hours
        /latest [topic or source]      the newest articles
        /search words                  "a phrase", -without, one, or, another, title:word
        /summary n or link, /read n    the article behind line n; a bare number reads it too
        /story n                       all reports of the same story
        /save n, /saved                your bookmarks
        more                           the next page of the last list
        /subscribe address, topic, source or words    /unsubscribe #n    /subscriptions
        /filter #n words | off         /pause [#n]    /resume [#n]
        /forgetme, /id, /help
        """;

    public const string NoArticles = "No article is stored yet. Feeds are read now; try again in a minute.";
    public const string NothingFound = "Nothing found. Try fewer words, or /latest.";
    public const string NoList = "There is no list to refer to. Ask for /headlines first.";
    public const string EndOfList = "That was the whole list.";
    public const string Forgotten = "What was stored about you is deleted.";
    public const string SampleNote = "These are samples: no feed could be reached yet.";

    public static string UnknownCommand(string name) => $"\"{name}\" is no command. /help lists them.";
}
