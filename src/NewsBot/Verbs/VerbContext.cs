using System.CommandLine;
using NewsBot.Hosting;

namespace NewsBot.Verbs;

/// <summary>What a verb that needs the store works with.</summary>
internal sealed record VerbContext(Bot Bot, VerbConsole Console, ParseResult Arguments)
{
    public T Get<T>()
        where T : notnull => Bot.Get<T>();
}
