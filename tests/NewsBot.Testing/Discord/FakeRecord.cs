using System.Text.Json.Nodes;

namespace NewsBot.Testing.Discord;

/// <summary>Writes what was said to a file, a line of JSON a call, for judges outside.</summary>
public static class FakeRecord
{
    /// <summary>A variable with the name of the file; without it nothing is written.</summary>
    public const string Variable = "TEST_NEWSBOT_DISCORD_RECORD";

    public static void AppendIfAsked(FakeDiscord discord)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path)
        {
            Append(discord, path);
        }
    }

    public static void Append(FakeDiscord discord, string path) => File.AppendAllLines(path, discord.Calls.Select(call => new JsonObject
    {
        ["operation"] = call.Operation,
        ["request"] = call.Payload?.DeepClone(),
        ["status"] = call.Answer.Status,
        ["answer"] = call.Answer.Json?.DeepClone(),
    }.ToJsonString()));
}
