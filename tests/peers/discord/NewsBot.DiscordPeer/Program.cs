using System.Diagnostics;
using NewsBot.Testing.Discord;

// Leads a bot of another client through the nineteen steps: NewsBot.DiscordPeer RECORD PROGRAM [ARGUMENTS]
if (args.Length < 2)
{
    Console.Error.WriteLine("usage: NewsBot.DiscordPeer RECORD PROGRAM [ARGUMENTS]");
    return 2;
}

await using var discord = FakeDiscord.Start(new FakeDiscordOptions { HeartbeatInterval = DiscordSteps.HeartbeatInterval });
var steps = new DiscordSteps(discord);
var start = new ProcessStartInfo(args[1], args[2..]) { UseShellExecute = false };
start.Environment["PEER_API"] = new Uri(discord.Api, "/api").AbsoluteUri;
start.Environment["PEER_TOKEN"] = discord.Token;
using var bot = Process.Start(start) ?? throw new InvalidOperationException($"{args[1]} does not start.");
try
{
    var outcomes = await steps.RunAsync(CancellationToken.None);
    foreach (var outcome in outcomes)
    {
        Console.WriteLine(outcome);
    }

    var failed = outcomes.Count(outcome => outcome.Problem is not null);
    Console.WriteLine($"{outcomes.Count - failed} steps passed, {failed} failed; {discord.Gateway.Identifies} identifies, {discord.Gateway.Resumes} resumes");
    FakeRecord.Append(discord, args[0]);
    return failed == 0 && outcomes.Count == 19 ? 0 : 1;
}
finally
{
    if (!bot.HasExited)
    {
        bot.Kill();
    }
}
