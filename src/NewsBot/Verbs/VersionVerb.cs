using System.CommandLine;
using System.Reflection;

namespace NewsBot.Verbs;

/// <summary>Prints the version.</summary>
internal static class VersionVerb
{
    public static Command Create(VerbConsole console)
    {
        var version = new Command("version", "Print the version.");
        version.SetAction(async (_, _) =>
        {
            await console.Out.WriteLineAsync(Text());
            return 0;
        });
        return version;
    }

    private static string Text() => "newsbot " + (typeof(VersionVerb).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown");
}
