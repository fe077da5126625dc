using NewsBot.Discord.Rest;
using NewsBot.Discord.Rest.Models;
using NewsBot.Testing.Discord;
using NewsBot.Testing.Time;

namespace NewsBot.Discord.Tests.Rest;

/// <summary>A client and a Discord in memory, with one channel, one person and a log.</summary>
internal sealed class RestScene : IDisposable
{
    private readonly FakeUser _mara;

    public RestScene(VirtualTime time, HttpMessageHandler? handler)
    {
        Time = time;
        Discord = FakeDiscord.InMemory(new FakeDiscordOptions { Time = time });
        Server = Discord.World.AddServer("Harbour");
        Channel = Server.AddChannel("news");
        Discord.World.Register("ping");
        _mara = Discord.AddUser("mara");
        Client = new DiscordClient(
            new DiscordAccount(Discord.Token) { Api = Discord.Api },
            handler ?? Discord.CreateHandler(TimeSpan.FromSeconds(0.04)),
            new MemoryGatewayStore(),
            new DiscordClientOptions(time, new Random(5)),
            new ListLoggers(Log));
    }

    public VirtualTime Time { get; }

    public FakeDiscord Discord { get; }

    public FakeServer Server { get; }

    public FakeChannel Channel { get; }

    public DiscordClient Client { get; }

    public List<string> Log { get; } = [];

    public Task<RestResult<Message>> SendAsync(string nonce) =>
        Client.Api.CreateMessageAsync(new Snowflake(Channel.Id), new MessageBody { Content = "Ferries" }, nonce, SendPriority.Alert, CancellationToken.None);

    public Interaction Slash()
    {
        var slash = _mara.Slash(Channel, "ping");
        return new Interaction(new Snowflake(slash.Id), new Snowflake(1), InteractionType.Command, slash.Token) { ReceivedAt = Client.Clock.Now };
    }

    public void Dispose() => Client.Dispose();
}
