using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Discord.Gateway;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Rest.Models;
using NewsBot.Testing.Discord;

namespace NewsBot.Discord.Tests;

/// <summary>The bot that <see cref="DiscordSteps"/> leads through its steps, on our client.</summary>
internal sealed class ReferenceBot : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;
    private readonly Task _handling;
    private int _nonces;

    public ReferenceBot(FakeDiscord discord, IGatewayStore? store = null)
    {
        Client = new DiscordClient(
            new DiscordAccount(discord.Token) { Api = discord.Api },
            DiscordClient.DirectHandler(),
            store ?? new MemoryGatewayStore(),
            new DiscordClientOptions(TimeProvider.System, new Random(7)),
            NullLoggerFactory.Instance);
        _running = Client.Gateway.RunAsync(_stop.Token);
        _handling = HandleAllAsync();
    }

    public DiscordClient Client { get; }

    public List<GatewayEvent> Told { get; } = [];

    /// <summary>As before a restart: the session stays, and what was begun is finished.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running;
        await _handling;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Client.Dispose();
    }

    private async Task HandleAllAsync()
    {
        var answers = new List<Task>();
        await foreach (var told in Client.Events.Reader.ReadAllAsync(CancellationToken.None))
        {
            lock (Told)
            {
                Told.Add(told);
            }

            answers.Add(HandleAsync(told));
        }

        await Task.WhenAll(answers);
    }

    private Task HandleAsync(GatewayEvent told) => told switch
    {
        GatewayEvent.Ready ready => RegisterAsync(ready.Application.Id),
        GatewayEvent.InteractionCreated { Interaction: { Data.Name: "ping" } ping } => AnswerAsync(ping, InteractionCallback.Message(new MessageBody { Content = "pong" })),
        GatewayEvent.InteractionCreated { Interaction: { Type: InteractionType.Autocomplete } typed } => AnswerAsync(typed, InteractionCallback.Complete([CommandChoice.Of("harbour", "harbour"), CommandChoice.Of("hail", "hail")])),
        GatewayEvent.InteractionCreated { Interaction: { Data.Name: "find" } find } => AnswerAsync(find, InteractionCallback.Message(new MessageBody { Content = $"found {Text(find)}" })),
        GatewayEvent.InteractionCreated { Interaction: { Data.Name: "report" } report } => ReportAsync(report),
        GatewayEvent.InteractionCreated { Interaction: { Data.Name: "post" } post } => PostAsync(post),
        _ => Task.CompletedTask,
    };

    private async Task RegisterAsync(Snowflake application)
    {
        ApplicationCommand[] commands =
        [
            new("ping") { Description = "Answers pong", Contexts = [0], IntegrationTypes = [0] },
            new("find") { Description = "Finds a topic", Options = [new(CommandOptionType.String, "topic", "What to find") { Required = true, Autocomplete = true }] },
            new("report") { Description = "Reports with a file", DefaultMemberPermissions = Permissions.ManageServer },
            new("post") { Description = "Posts a text", Options = [new(CommandOptionType.String, "text", "What to post") { Required = true }] },
        ];
        Expect(await Client.Api.PutCommandsAsync(application, commands, CancellationToken.None));
    }

    private async Task AnswerAsync(Interaction interaction, InteractionCallback callback) => Expect(await Client.Interactions.AnswerAsync(interaction, callback, CancellationToken.None));

    private async Task ReportAsync(Interaction interaction)
    {
        await AnswerAsync(interaction, InteractionCallback.Defer(isPrivate: true));
        Expect(await Client.Interactions.EditOriginalAsync(interaction, new MessageBody { Content = "report ready" }, CancellationToken.None));
        var file = new MessageFile("report.txt", "text/plain", Encoding.UTF8.GetBytes("Two ferries, one lighthouse."));
        Expect(await Client.Interactions.FollowUpAsync(interaction, new MessageBody { Content = "attached", Files = [file] }, CancellationToken.None));
    }

    private async Task PostAsync(Interaction interaction)
    {
        await AnswerAsync(interaction, InteractionCallback.Defer(isPrivate: true));
        var channel = interaction.ChannelId!.Value;
        var body = new MessageBody { Content = Text(interaction), Embeds = [new Embed { Title = "Ferries", Url = "https://harbour.example/1", Fields = [new("Boats", "2")] }] };
        var sent = await Client.Api.CreateMessageAsync(channel, body, $"n{Interlocked.Increment(ref _nonces)}", SendPriority.Alert, CancellationToken.None);
        Expect(sent);
        Expect(await Client.Api.EditMessageAsync(channel, sent.ValueOrDefault!.Id, new MessageBody { Content = $"{Text(interaction)} (edited)" }, SendPriority.Alert, CancellationToken.None));
        Expect(await Client.Interactions.EditOriginalAsync(interaction, new MessageBody { Content = "posted" }, CancellationToken.None));
    }

    private static string Text(Interaction interaction) => interaction.Data!.Options[0].Value?.GetString()!;

    private static void Expect<T>(RestResult<T> result) => Assert.Null(result.FailureOrNull);
}
