using NewsBot.Storage.LiteDb;
using NewsBot.Verbs;

LiteFinalizers.Guard();
return await new CommandLine(VerbConsole.Own(), attached: null).RunAsync(args, CancellationToken.None);
