using NewsBot.Core.Reports;

namespace NewsBot.Core.Commands;

/// <summary>The single table of commands behind parsing, help, the terminal's completion and both platforms' registration.</summary>
public static class CommandCatalog
{
    /// <summary>In the order of the help text.</summary>
    public static IReadOnlyList<CommandSpec> All { get; } =
    [
        new("start", Role.Reader, text => new Command.Start(text)) { IsListed = false },
        new("help", Role.Reader, text => new Command.Help(text.TrimStart('/'))),
        new("headlines", Role.Reader, text => new Command.Headlines(text)) { Aliases = ["news"], IsQuestion = true },
        new("latest", Role.Reader, text => new Command.Latest(text)) { IsQuestion = true },
        new("search", Role.Reader, text => new Command.Search(text)) { Aliases = ["find"], IsQuestion = true },
        new("summary", Role.Reader, text => new Command.Summary(Reference.Parse(text))) { Aliases = ["sum"], IsQuestion = true },
        new("read", Role.Reader, text => new Command.Read(Reference.Parse(text))) { IsQuestion = true },
        new("story", Role.Reader, text => new Command.Story(Reference.Parse(text))) { IsQuestion = true },
        new("save", Role.Reader, text => new Command.Save(Reference.Parse(text))),
        new("saved", Role.Reader, _ => new Command.Saved()),
        new("more", Role.Reader, text => new Command.More(text.Length == 0 ? null : text)) { IsQuestion = true },
        new("why", Role.Reader, text => new Command.Why(Reference.Parse(text))) { IsQuestion = true },
        new("wrong", Role.Reader, Wrong),
        new("subscribe", Role.Admin, text => new Command.Subscribe(text)) { Aliases = ["sub", "follow"] },
        new("unsubscribe", Role.Admin, Unsubscribe) { Aliases = ["unsub"] },
        new("subscriptions", Role.Reader, text => new Command.Subscriptions(ShortList.PageOf(text))) { Aliases = ["list", "subs"], IsQuestion = true },
        new("filter", Role.Admin, Filter),
        new("pause", Role.Admin, Pause),
        new("resume", Role.Admin, Resume),
        new("digest", Role.Admin, text => new Command.Digest(text)),
        new("quiet", Role.Admin, text => new Command.Quiet(text)),
        new("limit", Role.Admin, Limit),
        new("style", Role.Admin, StyleChange),
        new("mode", Role.Admin, Mode),
        new("less", Role.Admin, LessWish.Parse),
        new("notices", Role.Admin, text => new Command.Notices(text)),
        new("language", Role.Admin, text => new Command.Language(text)),
        new("timezone", Role.Admin, text => new Command.TimeZone(text)),
        new("settings", Role.Admin, text => new Command.Settings(text)),
        new("import", Role.Admin, text => new Command.Import(text)),
        new("export", Role.Admin, _ => new Command.Export()),
        new("reset", Role.Admin, text => new Command.Reset(text.Equals("yes", StringComparison.OrdinalIgnoreCase))),
        new("forgetme", Role.Reader, _ => new Command.ForgetMe()),
        new("id", Role.Reader, _ => new Command.Id()),
        new("feeds", Role.Operator, text => new Command.Feeds(text.StartsWith("failing", StringComparison.OrdinalIgnoreCase), ShortList.PageOf(text))),
        new("feed", Role.Operator, text => new Command.FeedSettings(text)),
        new("stats", Role.Operator, _ => new Command.Stats()),
        new("chats", Role.Operator, text => new Command.Chats(text)),
        new("ban", Role.Operator, Ban),
        new("plan", Role.Operator, Plan),
        new("announce", Role.Operator, text => new Command.Announce(text)),
        new("claim", Role.Reader, text => new Command.Claim(text)) { IsListed = false },
    ];

    private static readonly Dictionary<string, CommandSpec> ByName =
        All.SelectMany(spec => spec.Aliases.Prepend(spec.Name).Select(name => (name, spec))).ToDictionary(pair => pair.name, pair => pair.spec, StringComparer.Ordinal);

    /// <param name="name">A name or alias in any case, without slash.</param>
    public static CommandSpec? Find(string name) => ByName.GetValueOrDefault(name.ToLowerInvariant());

    /// <summary>"3 summary", "summary" and "3" alike; what is not said is asked or means the first line.</summary>
    private static Command.Wrong Wrong(string text)
    {
        var end = text.LastIndexOf(' ') + 1;
        ReportKind? kind = Enum.TryParse<ReportKind>(text[end..], ignoreCase: true, out var named) && char.IsLetter(text[end]) ? named : null;
        return new(Reference.Parse(kind is null ? text : text[..end]), kind);
    }

    private static Command.Unsubscribe Unsubscribe(string text)
    {
        var (selection, rest) = Selection.Take(text);
        return selection is Selection.All ? new(selection, rest.Equals("yes", StringComparison.OrdinalIgnoreCase)) : new(Selection.Parse(text), Confirmed: false);
    }

    private static Command.Filter Filter(string text)
    {
        var (selection, words) = Selection.Take(text);
        return new(selection, words);
    }

    private static Command.StyleChange StyleChange(string text)
    {
        var (selection, wish) = Selection.Take(text);
        return new(selection, wish);
    }

    /// <summary>Before the name of a mode nothing but a subscription can stand, also without its sign.</summary>
    private static Command.Mode Mode(string text)
    {
        var (selection, name) = Selection.Take(text);
        return name.Split(' ', 2) is [var word, var mode] && selection is Selection.None && Selection.Parse(word) is Selection.Numbered numbered ? new(numbered, mode.Trim()) : new(selection, name);
    }

    private static Command.Limit Limit(string text)
    {
        var (selection, wish) = Selection.Take(text);
        return new(selection, wish);
    }

    private static Command.Resume Resume(string text)
    {
        var last = text.Split(' ')[^1];
        int? kept = last.Equals("skip", StringComparison.OrdinalIgnoreCase) ? 0 : last.Equals("top", StringComparison.OrdinalIgnoreCase) ? WaitingAlerts.Best : null;
        return new(Selection.Parse(kept is null ? text : text[..^last.Length].TrimEnd()), kept);
    }

    private static Command.Ban Ban(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new(words.Length > 0 ? words[0] : "", words is [_, var last] && last.Equals("off", StringComparison.OrdinalIgnoreCase));
    }

    private static Command.Plan Plan(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new(words.Length > 0 ? words[0] : "", words.Length > 1 ? words[1] : "");
    }

    private static Command.Pause Pause(string text)
    {
        var (selection, until) = Selection.Take(text);
        return new(selection, until);
    }
}

/// <summary>How one command is typed and who may give it. What it does is told by <see cref="Texts.Summary"/> and <see cref="Texts.Usage"/> under its name.</summary>
/// <param name="Parse">Makes the command of what stands behind its name, white space cut.</param>
public sealed record CommandSpec(string Name, Role Role, Func<string, Command> Parse)
{
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>True for asking for news or about what comes, which the admins of a home may keep to themselves.</summary>
    public bool IsQuestion { get; init; }

    /// <summary>False for commands that people do not type.</summary>
    public bool IsListed { get; init; } = true;
}
