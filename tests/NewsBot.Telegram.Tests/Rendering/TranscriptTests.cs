using System.Text;
using NewsBot.Telegram.Rendering;
using NewsBot.Testing.Telegram.Text;
using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Telegram.Tests.Rendering;

/// <summary>docs/telegram-messages.md shows what a chat shows. TEST_NEWSBOT_REWRITE=1 writes it anew.</summary>
public sealed class TranscriptTests
{
    private const string Heading = """
        # What a Telegram chat shows

        Each message as Telegram's reader takes it: `[text](address)` leads there, `**bold**`, `_italic_`, `> ` is a quote (folded where it says so), `{a moment}` is told in the reader's own time zone, `[ button ]` is
        a button. Over made-up news; kept true by a test.

        """;

    [Fact]
    public async Task The_page_of_messages_in_the_docs_is_what_is_sent()
    {
        var path = Path.Combine(RepositoryRoot(), "docs", "telegram-messages.md");
        var page = Heading + string.Concat(SampleMessages.All().Select(sample => $"\n## {sample.Name}\n" + string.Concat(sample.Messages.Select(Show))));
        if (Environment.GetEnvironmentVariable("TEST_NEWSBOT_REWRITE") == "1")
        {
            await File.WriteAllTextAsync(path, page, TestContext.Current.CancellationToken);
        }

        Assert.Equal(page, (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"));
    }

    private static string Show(TelegramMessage message)
    {
        var text = new StringBuilder("\n");
        _ = message.Photo is { } photo ? text.Append("    (photo ").Append(photo).Append(")\n") : text;
        _ = message.File is { } file ? text.Append("    (file ").Append(file.Name).Append(")\n") : text;
        _ = message is { Photo: null, Preview: { Url: { } url, IsAbove: var above } } ? text.Append("    (preview of ").Append(url).Append(above ? " above the text)\n" : ")\n") : text;
        _ = message.IsSilent ? text.Append("    (without a sound)\n") : text;
        foreach (var line in Written(Shown.Of(message.Text)).Split('\n'))
        {
            text.Append(line.Length > 0 ? "    " : "").Append(line).Append('\n');
        }

        foreach (var row in (message.Markup as InlineKeyboardMarkup)?.InlineKeyboard ?? [])
        {
            text.Append("    ").AppendJoin(' ', row.Select(button => $"[ {button.Text} ]")).Append('\n');
        }

        return text.ToString();
    }

    private static string Written(FormattedText shown)
    {
        var text = new StringBuilder();
        for (var at = 0; at <= shown.Text.Length; at++)
        {
            foreach (var entity in shown.Entities.Reverse().Where(entity => entity.End == at))
            {
                text.Append(entity.Type switch { "bold" => "**", "italic" => "_", "text_link" => $"]({entity.Url})", "date_time" => "}", _ => "" });
            }

            foreach (var entity in shown.Entities.Where(entity => entity.Offset == at))
            {
                text.Append(entity.Type switch { "bold" => "**", "italic" => "_", "text_link" => "[", "date_time" => "{", "expandable_blockquote" => "> (folded) ", _ => "" });
            }

            if (at < shown.Text.Length)
            {
                var isQuoted = shown.Text[at] == '\n' && shown.Entities.Any(entity => entity.Type == "expandable_blockquote" && entity.Offset <= at && at < entity.End);
                text.Append(shown.Text[at]).Append(isQuoted ? "> " : "");
            }
        }

        return text.ToString();
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside their repository.");
        }

        return folder.FullName;
    }
}
