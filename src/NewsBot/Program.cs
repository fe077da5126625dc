using NewsBot.Verbs;

return await new CommandLine(VerbConsole.Own(), attached: null).RunAsync(args, CancellationToken.None);
