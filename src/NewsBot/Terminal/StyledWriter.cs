using System.Globalization;
using System.Text;
using NewsBot.Verbs;
using Spectre.Console;

namespace NewsBot.Terminal;

/// <summary>Turns blocks into what a screen shows: lines broken to its width, colours and links where it has them, else plain text. Control characters of strangers never reach the screen.</summary>
internal static class StyledWriter
{
    public static string Write(IReadOnlyList<StyledBlock> blocks, Screen screen) => screen.IsTerminal ? WriteTerminal(blocks, screen) : WritePlain(blocks);

    private static string WritePlain(IReadOnlyList<StyledBlock> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            text.Append(' ', block.Spans.Count == 0 ? 0 : block.Indent);
            foreach (var span in block.Spans)
            {
                text.Append(Safe(span.Text));
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string WriteTerminal(IReadOnlyList<StyledBlock> blocks, Screen screen)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = screen.HasColor ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = screen.HasColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = screen.Width;
        foreach (var block in blocks)
        {
            var paragraph = new Paragraph();
            foreach (var span in block.Spans)
            {
                paragraph.Append(Safe(span.Text), StyleOf(span.Style), span.Url is { } url && screen.HasColor ? new Link(Safe(url)) : null);
            }

            console.Write(new Padder(paragraph, new Padding(block.Indent, 0, 0, 0)));
            if (block.Spans.Count == 0)
            {
                console.WriteLine();
            }
        }

        return TrimLineEnds(output.ToString());
    }

    private static Style StyleOf(TextStyle style) => style switch
    {
        TextStyle.Title => new Style(decoration: Decoration.Bold),
        TextStyle.Dim => new Style(foreground: Color.Grey),
        TextStyle.Number => new Style(foreground: Color.Teal),
        TextStyle.Hit => new Style(foreground: Color.Olive, decoration: Decoration.Bold),
        TextStyle.Warning => new Style(foreground: Color.Olive),
        _ => Style.Plain,
    };

    /// <summary>Spectre fills padded lines with spaces; copied text should not hold them.</summary>
    private static string TrimLineEnds(string text) => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd(' ')));

    /// <summary>Drops control characters and those that turn the direction of what follows.</summary>
    private static string Safe(string text) => string.Concat(text.Where(unit => unit == '\n' || (!char.IsControl(unit) && unit is not (>= '\u202a' and <= '\u202e') and not (>= '\u2066' and <= '\u2069'))));
}
