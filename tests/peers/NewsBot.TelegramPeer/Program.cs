using NewsBot.TelegramPeer;

// serve: the fake Bot API server, played through standard input. parse SEED COUNT: what its HTML parser makes of random texts.
return args switch
{
    ["serve"] => await PeerStage.RunAsync(Console.In, Console.Out),
    ["parse", var seed, var count] => ParsedTexts.Write(seed, count, Console.Out),
    _ => throw new ArgumentException("serve | parse SEED COUNT", nameof(args)),
};
