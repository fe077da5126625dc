using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NewsBot.Core.Commands;
using NewsBot.Testing.Discord;

namespace NewsBot.Tests.EndToEnd;

/// <summary>Uses the bot as a person does and writes down what is seen. What differs from run to run, such as moments and ids, stands in braces.</summary>
internal sealed partial class DiscordTranscript(DiscordRig rig)
{
    private readonly StringBuilder _page = new();
    private FakeUser _who = rig.Mara;
    private FakeChannel _where = rig.News;

    /// <summary>Names of the commands that were given, as the person finds them.</summary>
    public HashSet<string> Given { get; } = new(StringComparer.Ordinal);

    public override string ToString() => Steady(_page.ToString());

    /// <summary>From here on somebody else does it, or in another place.</summary>
    public void Let(FakeUser who, FakeChannel where) => (_who, _where) = (who, where);

    public void Heading(string text) => _page.Append(CultureInfo.InvariantCulture, $"\n## {text}\n");

    public void Note(string text) => _page.Append(CultureInfo.InvariantCulture, $"\n{text}\n");

    public async Task<FakeMessage> SlashAsync(string command, params IReadOnlyList<(string Name, object Value)> options)
    {
        Given.Add(command);
        _page.Append(CultureInfo.InvariantCulture, $"\n**/{command}{string.Concat(options.Select(option => $" {option.Name}:{Written(option.Value)}"))}**\n");
        return await AnswerAsync(_who.Slash(_where, command, options));
    }

    public async Task<FakeMessage> MenuAsync(FakeMessage message, string command)
    {
        Given.Add(command);
        _page.Append(CultureInfo.InvariantCulture, $"\n**In the menu of the message: {command}**\n");
        return await AnswerAsync(_who.Menu(_where, message, command));
    }

    public async Task TypeAsync(string command, string option, string text)
    {
        var typed = _who.Type(_where, command, option, text);
        await typed.Answered.WaitAsync(TimeSpan.FromSeconds(40), TestContext.Current.CancellationToken);
        Assert.Equal(1, typed.Answers);
        _page.Append(CultureInfo.InvariantCulture, $"\n**/{command} {option}:{text}▏** suggests\n\n{string.Concat(typed.Choices.Select(choice => $"    {choice}\n"))}");
    }

    public async Task<FakeMessage> PressAsync(FakeMessage message, string label)
    {
        _page.Append(CultureInfo.InvariantCulture, $"\n**[ {label} ]**\n");
        return await AnswerAsync(_who.Press(message, message.ButtonOf(label)));
    }

    public async Task<FakeMessage> ChooseAsync(FakeMessage message, string label)
    {
        var (menu, value) = message.LineOf(label);
        _page.Append(CultureInfo.InvariantCulture, $"\n**Chosen in the menu: {label}**\n");
        return await AnswerAsync(_who.Choose(message, menu, value));
    }

    /// <summary>Presses the button that opens a field, and fills it in.</summary>
    public async Task<FakeMessage> FillAsync(FakeMessage message, string label, string text)
    {
        var dialog = _who.Press(message, message.ButtonOf(label));
        await dialog.Answered.WaitAsync(TimeSpan.FromSeconds(40), TestContext.Current.CancellationToken);
        Assert.Equal(9, dialog.AnswerType);
        _page.Append(CultureInfo.InvariantCulture, $"\n**[ {label} ]** opens the dialog \"{dialog.Data["title"]}\", filled in with \"{text}\"\n");
        return await AnswerAsync(_who.Submit(dialog, ("text", text)));
    }

    /// <summary>Somebody's message in the channel, or the bot's own unasked.</summary>
    public void Show(string who, FakeMessage message) => Write(who, message);

    private async Task<FakeMessage> AnswerAsync(FakeInteraction asked)
    {
        var edits = asked.Pressed?.Edits;
        await asked.Answered.WaitAsync(TimeSpan.FromSeconds(40), TestContext.Current.CancellationToken);
        await DiscordRig.UntilAsync(() => asked.AnswerType == 6 ? asked.FollowUps.Count > 0 || asked.Original!.Edits > edits : asked.Original is not null, () => "no answer");
        Assert.Equal(1, asked.Answers);
        var shown = asked is { AnswerType: 6, FollowUps: [var more, ..] } ? more : asked.Original!;
        Write(shown.IsEphemeral ? "Seen by one person" : asked.Channel.Server is null ? "In private" : "Seen by everyone", shown);
        return shown;
    }

    private void Write(string seen, FakeMessage message)
    {
        _page.Append(CultureInfo.InvariantCulture, $"\n{seen}{((message.Flags & 4096) != 0 ? ", without a sound" : "")}{(message.IsPublished ? ", published" : "")}:\n\n");
        var lines = new List<string>();
        lines.AddRange(message.Content.Length > 0 ? message.Content.Split('\n') : []);
        foreach (var embed in message.Embeds.OfType<JsonObject>())
        {
            lines.AddRange(embed["title"] is { } title ? [embed["url"] is { } url ? $"[**{title}**]({url})" : $"**{title}**"] : []);
            lines.AddRange(embed["image"] is { } image ? [$"(picture {image["url"]})"] : []);
            lines.AddRange(((string?)embed["description"] ?? "").Split('\n'));
            lines.AddRange(embed["footer"] is { } footer ? [$"({footer["text"]})"] : []);
        }

        lines.AddRange(message.Files.Keys.Select(file => $"(file {file})"));
        lines.AddRange(message.Rows.Select(row => string.Join(' ', row.Select(Control))));
        _page.Append(string.Concat(lines.Select(line => line.Length == 0 ? "\n" : $"    {line}\n")));
    }

    private static string Control(JsonObject part) => (int?)part["type"] == 3
        ? $"[ {part["placeholder"]} ▾ {string.Join(" | ", (part["options"] as JsonArray ?? []).Select(option => (string?)option!["label"]))} ]"
        : $"[ {part["label"]} ]";

    private static string Written(object value) => value switch
    {
        FakeChannel channel => "#" + channel.Name,
        FakeUpload upload => upload.Name,
        var other => string.Create(CultureInfo.InvariantCulture, $"{other}"),
    };

    private string Steady(string text)
    {
        text = text.Replace(new Uri(rig.FeedUrl).GetLeftPart(UriPartial.Authority), "https://town.example", StringComparison.Ordinal)
            .Replace(EscapedAuthority(), "https:\u2060//town.example", StringComparison.Ordinal);
        text = Moment().Replace(text, "{moment}");
        text = Snowflake().Replace(text, "{id}");
        text = text.Replace("(it published)", "(how often it publishes)", StringComparison.Ordinal);
        text = Answers().Replace(text, "HTTP {status}, unchanged (304) {share} of {checks}");
        return Clock().Replace(text, "{time}").Replace(rig.Bot.Get<OperatorClaim>().Code, "{code}", StringComparison.Ordinal).Replace("\u2060", "", StringComparison.Ordinal);
    }

    private string EscapedAuthority() => new Uri(rig.FeedUrl).GetLeftPart(UriPartial.Authority).Replace("://", ":\u2060//", StringComparison.Ordinal);

    [GeneratedRegex(@"<t:\d+:[a-zA-Z]>", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Moment();

    [GeneratedRegex(@"(?<!\d)\d{17,20}(?!\d)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Snowflake();

    /// <summary>How often the feed was read until then.</summary>
    [GeneratedRegex(@"HTTP \d{3}, unchanged \(304\) \d+ % of \d+", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Answers();

    [GeneratedRegex(@"(?<=(Sent here at|Larkfield at|paused until|it is|first comes|Changed) )[^;(\n]*?(?=\.| there| by | \()", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Clock();
}
