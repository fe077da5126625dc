using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NewsBot.Core.Inbox;
using NewsBot.Core.Platforms;
using NewsBot.Discord.Gateway;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Hosting;

/// <summary>The loops that keep the bot on Discord. Sending is the delivery lane's.</summary>
public sealed partial class DiscordService : IChatPlatform
{
    private const int Parallel = 16;

    /// <summary>A bot on thousands of servers is told all of them at once when it begins.</summary>
    private const int MostChanges = 10_000;
    private readonly DiscordClient _client;
    private readonly GuildLife _life;
    private readonly CommandRegistrar _commands;
    private readonly Func<Snowflake, InboxWorker> _inboxOf;
    private readonly Func<InboxWorker, InteractionIntake> _intakeOf;
    private readonly ILogger<DiscordService> _logger;
    private readonly Channel<GatewayEvent> _changes = System.Threading.Channels.Channel.CreateBounded<GatewayEvent>(new BoundedChannelOptions(MostChanges) { SingleReader = true });
    private readonly TaskCompletionSource<(InboxWorker Inbox, InteractionIntake Intake)> _known = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal DiscordService(
        DiscordClient client, GuildLife life, CommandRegistrar commands, Func<Snowflake, InboxWorker> inboxOf, Func<InboxWorker, InteractionIntake> intakeOf, ILogger<DiscordService> logger)
    {
        (_client, _life, _commands, _inboxOf, _intakeOf, _logger) = (client, life, commands, inboxOf, intakeOf, logger);
        Loops = [("Discord gateway", _client.Gateway.RunAsync), ("Discord events", ReadAsync), ("Discord servers", FollowAsync), ("Discord inbox", AnswerAsync)];
    }

    public string Name => "Discord";

    /// <summary>Discord's refusal is for good, so this stays until the next start.</summary>
    public string? Problem => _client.Gate.Reason;

    public IReadOnlyList<(string Name, Func<CancellationToken, Task> Run)> Loops { get; }

    public async Task<PlatformStart> StartAsync(CancellationToken cancellationToken) => await _client.Api.GetSelfAsync(cancellationToken) switch
    {
        RestResult<User>.Ok(var self) => new PlatformStart.Answering(self.Username),
        RestResult<User>.Failed { Failure: DiscordFailure.TokenRefused(var advice) } => new PlatformStart.Refused(advice),
        RestResult<User>.Failed(var failure) => new PlatformStart.Waiting(failure.ToString()),
        _ => throw new InvalidOperationException("No such result."),
    };

    private async Task AnswerAsync(CancellationToken cancellationToken)
    {
        var (inbox, _) = await _known.Task.WaitAsync(cancellationToken);
        await inbox.RunAsync(cancellationToken);
    }

    /// <summary>Interactions wait for nothing, as their 3 seconds run: neither for each other nor for the calls that other events ask for.</summary>
    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        using var room = new SemaphoreSlim(Parallel);
        await foreach (var told in _client.Events.Reader.ReadAllAsync(cancellationToken))
        {
            if (told is GatewayEvent.InteractionCreated(var interaction))
            {
                await room.WaitAsync(cancellationToken);
                _ = TakeAsync(interaction, room, cancellationToken);
            }
            else if (!_changes.Writer.TryWrite(told))
            {
                LogDropped(told.GetType().Name);
            }
        }
    }

    /// <summary>What happens to servers and channels, each in its turn.</summary>
    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        await foreach (var told in _changes.Reader.ReadAllAsync(cancellationToken))
        {
            try
            {
                await HandleAsync(told, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFailure(e, told.GetType().Name);
            }
        }
    }

    private async Task TakeAsync(Interaction interaction, SemaphoreSlim room, CancellationToken cancellationToken)
    {
        try
        {
            var (_, intake) = await KnowAsync(interaction.ApplicationId);
            await intake.TakeAsync(interaction, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailure(e, "interaction");
        }
        catch (OperationCanceledException)
        {
            // Stopped; what is in the inbox is answered after the next start.
        }
        finally
        {
            room.Release();
        }
    }

    private async Task HandleAsync(GatewayEvent told, CancellationToken cancellationToken)
    {
        switch (told)
        {
            case GatewayEvent.Ready(var self, var application):
                LogReady(self.Username);
                await KnowAsync(application.Id);
                await _commands.RegisterAsync(application.Id, cancellationToken);
                break;
            case GatewayEvent.GuildAvailable(var guild):
                await _life.AvailableAsync(guild, cancellationToken);
                break;
            case GatewayEvent.GuildLost(var guild, var isOutage):
                await _life.LostAsync(guild, isOutage, cancellationToken);
                break;
            case GatewayEvent.ChannelChanged(var channel):
                await _life.ChangedAsync(channel, cancellationToken);
                break;
            case GatewayEvent.RightsChanged(var guild):
                await _life.RightsChangedAsync(guild, cancellationToken);
                break;
            case GatewayEvent.ChannelDeleted(var channel, _):
                await _life.DeletedAsync(channel, cancellationToken);
                break;
        }
    }

    /// <summary>What depends on the application's id, which comes with the first event that names it.</summary>
    private Task<(InboxWorker Inbox, InteractionIntake Intake)> KnowAsync(Snowflake application)
    {
        if (!_known.Task.IsCompleted)
        {
            var inbox = _inboxOf(application);
            if (!_known.TrySetResult((inbox, _intakeOf(inbox))))
            {
                inbox.Dispose();
            }
        }

        return _known.Task;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "On Discord as {Name}")]
    private partial void LogReady(string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Too many changes of servers wait; one ({Kind}) is dropped")]
    private partial void LogDropped(string kind);

    [LoggerMessage(Level = LogLevel.Error, Message = "An event of Discord ({Kind}) could not be handled")]
    private partial void LogFailure(Exception e, string kind);
}
