using NewsBot.Core.Text;

namespace NewsBot.Core.Commands;

/// <summary>Reads what a person typed. Pure; platforms take "@name" and their own forms off before.</summary>
public static class CommandParser
{
    /// <summary>"/News de" and "news de" are the same where <paramref name="slashNeeded"/> is false; a bare number reads that line, "#3" tells of subscription 3.</summary>
    public static ParsedText Parse(string text, bool slashNeeded)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            return new ParsedText.Plain("");
        }

        if (Reference.NumberOf(trimmed) is { } line)
        {
            return new ParsedText.Recognized(CommandCatalog.Find("read")!, new Command.Read(new Reference.Line(line)));
        }

        if (Reference.Parse(trimmed) is Reference.Subscription subscription)
        {
            return new ParsedText.Recognized(CommandCatalog.Find("why")!, new Command.Why(subscription));
        }

        var isSlashed = trimmed[0] == '/';
        var end = trimmed.AsSpan().IndexOfAny(' ', '\n', '\t');
        var name = (end < 0 ? trimmed : trimmed[..end]).TrimStart('/');
        var arguments = end < 0 ? "" : trimmed[end..].Trim();
        if (CommandCatalog.Find(name) is { } spec && (isSlashed || !slashNeeded || spec.Name == "more"))
        {
            return new ParsedText.Recognized(spec, spec.Parse(arguments));
        }

        return isSlashed ? new ParsedText.Unknown(name, Nearest(name)) : new ParsedText.Plain(trimmed);
    }

    private static string? Nearest(string name)
    {
        var nearest = CommandCatalog.All.Where(spec => spec.IsListed).MinBy(spec => TextDistance.Between(spec.Name, name.ToLowerInvariant()))!.Name;
        return TextDistance.Between(nearest, name.ToLowerInvariant()) <= Math.Max(1, name.Length / 3) ? nearest : null;
    }
}

/// <summary>What a line of a person is.</summary>
public abstract record ParsedText
{
    private ParsedText()
    {
    }

    public sealed record Recognized(CommandSpec Spec, Command Command) : ParsedText;

    /// <param name="Nearest">A command whose name is close, or null.</param>
    public sealed record Unknown(string Name, string? Nearest) : ParsedText;

    /// <summary>Text that is no command: a link, words, a choice.</summary>
    public sealed record Plain(string Text) : ParsedText;
}
