using NewsBot.Verbs;

return await CommandLine.RunAsync(args);
