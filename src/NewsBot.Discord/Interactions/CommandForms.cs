namespace NewsBot.Discord.Interactions;

/// <summary>The catalogue in Discord's form: questions at the top, what changes a server below "/feed", the operator's below "/operator".</summary>
internal static class CommandForms
{
    public const string Manage = "feed";
    public const string Operate = "operator";

    /// <summary>Takes no part in the line: it says which channel the command is for.</summary>
    public const string ChannelOption = "channel";

    /// <summary>The command of a message's menu.</summary>
    public const string SummarizeLink = "Summarize link";

    public static IReadOnlyList<CommandForm> All { get; } =
    [
        Asking("headlines", About),
        Asking("latest", About),
        Asking("search", Required("words", "words")),
        Asking("summary", Article with { IsRequired = true }),
        Asking("read", Article with { IsRequired = true }),
        Asking("story", Article with { IsRequired = true }),
        new("save", "save", Article),
        new("saved", "saved"),
        new("why", "why", new OptionForm("what", OptionKind.Text, "what") { Completion = Completion.Articles }),
        new("wrong", "wrong", Article, Chosen("kind", "wrong", "summary", "story", "page")),
        new("help", "help", new OptionForm("command", OptionKind.Text, "command") { Completion = Completion.Commands }),
        new("id", "id"),
        new("forgetme", "forgetme"),
        Managing("add", "subscribe", Required("what", "follow"), new OptionForm("folder", OptionKind.Text, "folder") { Pattern = "in {0}" }, Channel),
        Managing("remove", "unsubscribe", Subscription with { IsRequired = true }, Channel),
        Managing("list", "subscriptions", Channel),
        Managing("filter", "filter", Subscription with { IsRequired = true }, new OptionForm("words", OptionKind.Text, "filter"), Channel),
        Managing("pause", "pause", Subscription, new OptionForm("until", OptionKind.Text, "until"), Channel),
        Managing("resume", "resume", Subscription, Channel),
        Managing("digest", "digest", new OptionForm("times", OptionKind.Text, "times"), new OptionForm("days", OptionKind.Text, "days"), Subscription with { Name = "of", Pattern = "of {0}" }, new OptionForm("top", OptionKind.Number, "top") { Pattern = "top {0}", Least = 1, Most = 50 }, new OptionForm("only", OptionKind.Truth, "only") { Pattern = "only" }, Channel),
        Managing("quiet", "quiet", new OptionForm("hours", OptionKind.Text, "hours"), new OptionForm("days", OptionKind.Text, "days"), new OptionForm("silent", OptionKind.Truth, "silent") { Pattern = "silent" }, new OptionForm("except", OptionKind.Text, "except") { Pattern = "except {0}" }, Channel),
        Managing("limit", "limit", new OptionForm("count", OptionKind.Number, "count") { Least = 0, Most = 1000 }, Chosen("period", "period", "hour", "day") with { Pattern = "per {0}" }, Subscription, Channel),
        Managing("style", "style", Subscription, new OptionForm("words", OptionKind.Text, "style"), new OptionForm("ping", OptionKind.Role, "ping") { Pattern = "ping {0}" }, Channel),
        Managing("mode", "mode", Subscription with { IsRequired = true }, Chosen("mode", "mode", "once", "digest", "both", "archive") with { IsRequired = true }, Channel),
        Managing("less", "less", Article, Chosen("hide", "hide", "source"), Channel),
        Managing("notices", "notices", Chosen("where", "where", "here", "me")),
        Managing("language", "language", new OptionForm("answers", OptionKind.Text, "language"), new OptionForm("news", OptionKind.Text, "news") { Pattern = "news {0}" }),
        Managing("timezone", "timezone", new OptionForm("zone", OptionKind.Text, "zone")),
        Managing("settings", "settings", Chosen("ask", "ask", "everyone", "admins", "nobody") with { Pattern = "ask {0}" }, Channel),
        Managing("import", "import", new OptionForm("file", OptionKind.File, "file") { IsRequired = true }, Channel),
        Managing("export", "export"),
        Managing("reset", "reset"),
        new("feeds", "feeds", new OptionForm("failing", OptionKind.Truth, "failing") { Pattern = "failing" }) { Group = Operate },
        new("feed", "feed", Required("which", "which"), Chosen("pages", "pages", "on", "off", "auto") with { Pattern = "fulltext {0}" }, new OptionForm("words", OptionKind.Text, "feed")) { Group = Operate },
        new("stats", "stats") { Group = Operate },
        new("chats", "chats", new OptionForm("words", OptionKind.Text, "home")) { Group = Operate },
        new("ban", "ban", Required("id", "id"), Chosen("lift", "lift", "off")) { Group = Operate },
        new("plan", "plan", Required("id", "id"), Required("name", "plan")) { Group = Operate },
        new("announce", "announce", Required("text", "text")) { Group = Operate },
        new("claim", "claim", Required("code", "code")),
    ];

    /// <summary>How each command of the catalogue is named here.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } = All.ToDictionary(form => form.Core, form => form.FullName, StringComparer.Ordinal);

    public static CommandForm? Find(string? group, string name) => All.FirstOrDefault(form => form.Group == group && form.Name == name);

    private static OptionForm About => new("about", OptionKind.Text, "about") { Completion = Completion.Subjects };

    private static OptionForm Article => new("article", OptionKind.Text, "article") { Completion = Completion.Articles };

    private static OptionForm Subscription => new("subscription", OptionKind.Text, "subscription") { Completion = Completion.Subscriptions };

    private static OptionForm Channel => new(ChannelOption, OptionKind.Channel, "channel");

    private static CommandForm Asking(string name, params IReadOnlyList<OptionForm> options) => new(name, name, options) { IsShareable = true };

    private static CommandForm Managing(string name, string core, params IReadOnlyList<OptionForm> options) => new(name, core, options) { Group = Manage };

    private static OptionForm Required(string name, string help) => new(name, OptionKind.Text, help) { IsRequired = true };

    private static OptionForm Chosen(string name, string help, params IReadOnlyList<string> choices) => new(name, OptionKind.Text, help) { Choices = choices };
}
