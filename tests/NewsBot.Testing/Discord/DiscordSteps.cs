using System.Diagnostics;

namespace NewsBot.Testing.Discord;

/// <summary>
/// Nineteen steps that any client of Discord has to take: six of a normal day, thirteen of a bad one. The bot that is led through them registers four commands: <c>ping</c> answers "pong";
/// <c>find</c> completes its text option <c>topic</c> and answers; <c>report</c> is answered later, privately, then by a message with a file; <c>post</c> sends its option <c>text</c> to the
/// channel, edits it and then answers privately.
/// </summary>
public sealed class DiscordSteps(FakeDiscord discord)
{
    public static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(1);
    private const string Create = "POST /channels/{channel}/messages";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly FakeUser _user = discord.AddUser("mara");
    private readonly FakeChannel _channel = discord.World.AddServer("Harbour").AddChannel("news");
    private int _texts;

    /// <summary>Identifies that the steps demand: one at first, one after each end of a session.</summary>
    public static int DemandedIdentifies => 3;

    /// <summary>Takes the steps in order and goes on after one that failed.</summary>
    public async Task<IReadOnlyList<StepOutcome>> RunAsync(CancellationToken cancellationToken)
    {
        var outcomes = new List<StepOutcome>();
        foreach (var (name, step) in All())
        {
            var watch = Stopwatch.StartNew();
            string? problem = null;
            try
            {
                await step(cancellationToken);
            }
            catch (Exception e) when (e is StepFailedException or InvalidOperationException)
            {
                problem = e.Message;
            }

            outcomes.Add(new StepOutcome(name, problem, watch.Elapsed));
        }

        return outcomes;
    }

    private IEnumerable<(string Name, Func<CancellationToken, Task> Step)> All() =>
    [
        ("identifies and is told its servers", LogInAsync),
        ("registers its commands", stop => UntilAsync("four commands", () => discord.World.Commands.Count == 4, stop)),
        ("learns of a server it is added to", JoinAsync),
        ("sends and edits a message", PostAsync),
        ("answers a command and completes an option", AnswerAsync),
        ("answers later, then with a file", ReportAsync),
        ("waits out a 429 of its own", stop => LimitedAsync(FakeFault.UserLimit(0.7), stop)),
        ("waits out a 429 of the whole token", stop => LimitedAsync(FakeFault.GlobalLimit(0.7), stop)),
        ("waits out a 429 shared with others", stop => LimitedAsync(FakeFault.SharedLimit(0.7), stop)),
        ("tries again after a 502", BadGatewayAsync),
        ("sends a heartbeat when asked (op 1)", AskedForHeartbeatAsync),
        ("reconnects and resumes when asked (op 7)", stop => ResumesAsync(() => discord.Gateway.AskToReconnect(), stop)),
        ("comes back after op 9 with the session kept", stop => ComesBackAsync(() => discord.Gateway.Invalidate(canResume: true), stop)),
        ("identifies anew after op 9 with the session lost", stop => IdentifiesAsync(() => discord.Gateway.Invalidate(canResume: false), stop)),
        ("resumes after 4000", stop => ResumesAsync(() => discord.Gateway.Close(4000), stop)),
        ("identifies anew after 4007", stop => IdentifiesAsync(() => discord.Gateway.Close(4007), stop)),
        ("resumes after a cut line", stop => ResumesAsync(() => discord.Gateway.Abort(), stop)),
        ("notices a line that is dead without a word", DeadLineAsync),
        ("stops for good after 4014", FatalAsync),
    ];

    private async Task LogInAsync(CancellationToken cancellationToken)
    {
        await UntilAsync("a session", () => discord.Gateway.IsLive, cancellationToken);
        Expect(discord.Gateway.Identifies == 1, $"{discord.Gateway.Identifies} identifies");
    }

    private async Task JoinAsync(CancellationToken cancellationToken) => await PingAsync(discord.World.AddServer("Lighthouse").AddChannel("lamp"), cancellationToken);

    private async Task PostAsync(CancellationToken cancellationToken)
    {
        var text = $"Ferries resume, bulletin {++_texts}";
        var interaction = _user.Slash(_channel, "post", [("text", text)]);
        await UntilAsync("the message, edited", () => _channel.Messages.Any(message => message.Content == $"{text} (edited)" && message.Edits == 1), cancellationToken);
        await UntilAsync("the answer", () => interaction.Original?.Content == "posted", cancellationToken);
        Expect(_channel.Messages.Count(message => message.Content.StartsWith(text, StringComparison.Ordinal)) == 1, "the message stands there more than once");
        AnsweredOnce(interaction);
    }

    private async Task AnswerAsync(CancellationToken cancellationToken)
    {
        var typed = _user.Type(_channel, "find", "topic", "ha");
        await UntilAsync("choices", () => typed.Answers > 0, cancellationToken);
        Expect(typed.Choices.Contains("harbour", StringComparer.Ordinal), "no choice \"harbour\"");
        AnsweredOnce(typed);
        var asked = _user.Slash(_channel, "find", [("topic", "harbour")]);
        await UntilAsync("an answer", () => asked.Original?.Content == "found harbour", cancellationToken);
        AnsweredOnce(asked);
    }

    private async Task ReportAsync(CancellationToken cancellationToken)
    {
        var interaction = _user.Slash(_channel, "report");
        await UntilAsync("the answer", () => interaction.Original?.Content == "report ready", cancellationToken);
        await UntilAsync("the file", () => interaction.FollowUps.Any(message => message.Files.ContainsKey("report.txt")), cancellationToken);
        Expect(interaction.AnswerType == 5, $"answered with type {interaction.AnswerType}");
        Expect(interaction.Original!.IsEphemeral, "the answer is not private");
        AnsweredOnce(interaction);
    }

    private async Task LimitedAsync(FakeFault fault, CancellationToken cancellationToken)
    {
        var before = discord.Calls.Count(call => call.Operation == Create);
        discord.Faults.Next(Create, fault);
        await PostAsync(cancellationToken);
        var calls = discord.Calls.Where(call => call.Operation == Create).Skip(before).ToList();
        Expect(calls.Count == 2, $"{calls.Count} calls instead of 2");
        Expect(calls[1].At - calls[0].At >= TimeSpan.FromSeconds(0.69), $"came back after {(calls[1].At - calls[0].At).TotalSeconds} s");
    }

    private async Task BadGatewayAsync(CancellationToken cancellationToken)
    {
        discord.Faults.Next(Create, FakeFault.BadGateway());
        await PostAsync(cancellationToken);
    }

    private async Task AskedForHeartbeatAsync(CancellationToken cancellationToken)
    {
        var before = discord.Gateway.Heartbeats;
        discord.Gateway.AskForHeartbeat();
        await UntilAsync("a heartbeat", () => discord.Gateway.Heartbeats > before, cancellationToken);
        await PingAsync(_channel, cancellationToken);
    }

    private async Task ResumesAsync(Action fault, CancellationToken cancellationToken)
    {
        var (identifies, resumes) = (discord.Gateway.Identifies, discord.Gateway.Resumes);
        fault();
        await UntilAsync("a resume", () => discord.Gateway.Resumes > resumes && discord.Gateway.IsLive, cancellationToken);
        await PingAsync(_channel, cancellationToken);
        Expect(discord.Gateway.Identifies == identifies, "identified although the session could be resumed");
    }

    /// <summary>Whether it resumes or identifies is the client's choice here.</summary>
    private async Task ComesBackAsync(Action fault, CancellationToken cancellationToken)
    {
        var attempts = discord.Gateway.Identifies + discord.Gateway.Resumes;
        fault();
        await UntilAsync("a session", () => discord.Gateway.Identifies + discord.Gateway.Resumes > attempts && discord.Gateway.IsLive, cancellationToken);
        await PingAsync(_channel, cancellationToken);
    }

    private async Task IdentifiesAsync(Action fault, CancellationToken cancellationToken)
    {
        var identifies = discord.Gateway.Identifies;
        fault();
        await UntilAsync("a new session", () => discord.Gateway.Identifies > identifies && discord.Gateway.IsLive, cancellationToken);
        await PingAsync(_channel, cancellationToken);
    }

    private async Task DeadLineAsync(CancellationToken cancellationToken)
    {
        var connections = discord.Gateway.Connections;
        discord.Gateway.IsSilent = true;
        await UntilAsync("a new connection", () => discord.Gateway.Connections > connections, cancellationToken);
        discord.Gateway.IsSilent = false;
        await UntilAsync("a session", () => discord.Gateway.IsLive, cancellationToken);
        await PingAsync(_channel, cancellationToken);
        Expect(discord.Gateway.Closes.LastOrDefault(code => code is not null) is not (1000 or 1001), "the dead line was closed as if the session were over");
    }

    private async Task FatalAsync(CancellationToken cancellationToken)
    {
        var connections = discord.Gateway.Connections;
        discord.Gateway.Close(4014);
        await UntilAsync("the end", () => !discord.Gateway.IsLive, cancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(0.2), cancellationToken);
        var calls = discord.Calls.Count;
        await Task.Delay(TimeSpan.FromSeconds(3), cancellationToken);
        Expect(discord.Gateway.Connections == connections, "connected again");
        Expect(discord.Calls.Count == calls, $"{discord.Calls.Count - calls} calls after the end");
    }

    private async Task PingAsync(FakeChannel channel, CancellationToken cancellationToken)
    {
        var ping = _user.Slash(channel, "ping");
        await UntilAsync("pong", () => ping.Original?.Content == "pong", cancellationToken);
        AnsweredOnce(ping);
    }

    private static void AnsweredOnce(FakeInteraction interaction) => Expect(interaction.Answers == 1, $"answered {interaction.Answers} times");

    private static void Expect(bool holds, string problem)
    {
        if (!holds)
        {
            throw new StepFailedException(problem);
        }
    }

    private static async Task UntilAsync(string what, Func<bool> holds, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        while (!holds())
        {
            Expect(watch.Elapsed < Patience, $"waited {Patience.TotalSeconds} s for {what}");
            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
        }
    }

    private sealed class StepFailedException(string message) : Exception(message);
}

/// <param name="Problem">Null when the step was taken.</param>
public sealed record StepOutcome(string Name, string? Problem, TimeSpan Took)
{
    public override string ToString() => Problem is null ? $"ok    {Took.TotalSeconds,5:0.0} s  {Name}" : $"FAIL  {Took.TotalSeconds,5:0.0} s  {Name}: {Problem}";
}
