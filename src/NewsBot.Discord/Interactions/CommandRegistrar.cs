using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Commands;
using NewsBot.Core.Storage;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Interactions;

/// <summary>Tells Discord the commands, but only when they are others than last time: it counts creations, 200 a day.</summary>
internal sealed partial class CommandRegistrar(DiscordApi api, INewsStore store, ILogger<CommandRegistrar> logger)
{
    public async Task RegisterAsync(Snowflake application, CancellationToken cancellationToken)
    {
        var commands = ApplicationCommands.Of(Languages.For(null));
        var key = $"{DiscordIds.Platform}:{application}:commands";
        var hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(commands, DiscordJson.Default.IReadOnlyListApplicationCommand)));
        if (await store.FindStateAsync(key, cancellationToken) == hash)
        {
            return;
        }

        if ((await api.PutCommandsAsync(application, commands, cancellationToken)).FailureOrNull is { } failure)
        {
            LogRefused(failure);
            return;
        }

        await store.SaveStateAsync(key, hash, cancellationToken);
        LogTold(commands.Count);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Discord does not take the commands: {Failure}. The earlier ones stay; the next start tries again")]
    private partial void LogRefused(DiscordFailure failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "Discord knows the {Count} commands now")]
    private partial void LogTold(int count);
}
