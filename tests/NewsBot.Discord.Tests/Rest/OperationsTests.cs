using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Rest.Models;
using NewsBot.Testing.Discord;

namespace NewsBot.Discord.Tests.Rest;

/// <summary>Each of the 25 operations, as it arrives. tests/peers/discord has what is said here judged by Discord's schemas.</summary>
public sealed class OperationsTests : IAsyncDisposable
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly Snowflake App = new(100_000_000_000_000_001);
    private readonly FakeDiscord _discord = FakeDiscord.Start(new FakeDiscordOptions { MessagesPerWindow = 100 });
    private readonly DiscordClient _client;
    private readonly FakeServer _server;

    public OperationsTests()
    {
        _server = _discord.World.AddServer("Harbour");
        _client = new DiscordClient(
            new DiscordAccount(_discord.Token) { Api = _discord.Api },
            DiscordClient.DirectHandler(),
            new MemoryGatewayStore(),
            new DiscordClientOptions(TimeProvider.System, new Random(1)),
            NullLoggerFactory.Instance);
    }

    private DiscordApi Api => _client.Api;

    [Fact]
    public async Task What_the_bot_asks_about_itself_and_its_servers_is_read()
    {
        var channel = Id(_server.AddChannel("news"));
        _server.AddChannel("talk", FakeChannelType.Forum);
        var server = new Snowflake(_server.Id);

        var gateway = Value(await Api.GetGatewayAsync(Stop));
        Assert.Equal((1, 1000, 1), (gateway.Shards, gateway.SessionStartLimit.Remaining, gateway.SessionStartLimit.MaxConcurrency));
        Assert.Equal("newsbot", Value(await Api.GetSelfAsync(Stop)).Username);
        Assert.Equal(App, Value(await Api.GetApplicationAsync(Stop)).Id);
        Assert.Equal("Harbour", Value(await Api.GetGuildAsync(server, Stop)).Name);
        Assert.Equal(App, Value(await Api.GetMemberAsync(server, App, Stop)).User!.Id);
        Assert.True(Assert.Single(Value(await Api.GetRolesAsync(server, Stop))).Permissions.HasFlag(Permissions.SendMessages));
        Assert.Equal([ChannelType.Text, ChannelType.Forum], Value(await Api.GetChannelsAsync(server, Stop)).Select(each => each.Type));
        Assert.Equal("news", Value(await Api.GetChannelAsync(channel, Stop)).Name);
        FakeRecord.AppendIfAsked(_discord);
    }

    [Fact]
    public async Task Messages_are_sent_changed_published_and_deleted()
    {
        var channel = _server.AddChannel("news", FakeChannelType.Announcement);
        var role = new Snowflake(_server.AddRole("readers"));
        var first = Value(await Api.CreateMessageAsync(Id(channel), Rich() with { AllowedMentions = AllowedMentions.Only(role) }, "n1", SendPriority.Alert, Stop));
        var again = Value(await Api.CreateMessageAsync(Id(channel), Rich(), "n1", SendPriority.Alert, Stop));
        Assert.Equal(first.Id, again.Id);
        Assert.Equal([role.ToString()], channel.Messages[0].AllowedMentions!["roles"]!.AsArray().Select(each => (string)each!));

        var blocks = new MessageBody { Flags = MessageFlags.ComponentsV2 | MessageFlags.SuppressNotifications, Components = Blocks() };
        Value(await Api.CreateMessageAsync(Id(channel), blocks, "n2", SendPriority.Digest, Stop));
        Value(await Api.CreateMessageAsync(Id(channel), new MessageBody { Content = "More", MessageReference = new MessageReference(first.Id) }, "n3", SendPriority.Alert, Stop));
        Value(await Api.EditMessageAsync(Id(channel), first.Id, new MessageBody { Content = "Later", Embeds = [], Components = [] }, SendPriority.Alert, Stop));
        Value(await Api.CrosspostAsync(Id(channel), first.Id, Stop));
        Value(await Api.DeleteMessageAsync(Id(channel), again.Id, Stop));

        Assert.Equal(2, channel.Messages.Count);
        Assert.Empty(channel.Messages[0].AllowedMentions!["parse"]!.AsArray());
        Assert.Equal(first.Id.Value, channel.Messages[1].RepliesTo);
        FakeRecord.AppendIfAsked(_discord);
    }

    [Fact]
    public async Task Files_go_along_and_are_named_in_the_body()
    {
        var channel = _server.AddChannel("news");
        var picture = new MessageFile("boats.png", "image/png", new byte[] { 0x89, 0x50, 13, 10, 13, 10, 45, 45, 0 });
        var body = new MessageBody { Embeds = [new Embed { Title = "Boats", Image = new EmbedImage("attachment://boats.png") }], Files = [picture, new MessageFile("list.txt", "text/plain", Encoding.UTF8.GetBytes("a\r\n--b"))] };
        _discord.Faults.Next("POST /channels/{channel}/messages", FakeFault.BadGateway());

        var message = Value(await Api.CreateMessageAsync(Id(channel), body, "n1", SendPriority.Alert, Stop));
        Assert.Equal(picture.Bytes.ToArray(), channel.Messages[0].Files["boats.png"]);
        Value(await Api.EditMessageAsync(Id(channel), message.Id, new MessageBody { Content = "x", Files = [new MessageFile("new.txt", "text/plain", new byte[] { 1 })] }, SendPriority.Alert, Stop));

        Assert.Equal("new.txt", Assert.Single(channel.Messages[0].Files).Key);
        FakeRecord.AppendIfAsked(_discord);
    }

    [Fact]
    public async Task Threads_posts_and_private_conversations_are_opened()
    {
        var channel = _server.AddChannel("news");
        var forum = _server.AddChannel("talk", FakeChannelType.Forum);
        var tag = new Snowflake(forum.AddTag("ferries"));
        forum.RequiresTag = true;
        var message = Value(await Api.CreateMessageAsync(Id(channel), new MessageBody { Content = "Start" }, "n1", SendPriority.Alert, Stop));

        var below = Value(await Api.CreateThreadAsync(Id(channel), message.Id, new MessageThread("On boats") { AutoArchiveDuration = 1440 }, Stop));
        Value(await Api.CreateThreadAsync(Id(channel), new ChannelThread("Alone"), Stop));
        var post = Value(await Api.CreateForumPostAsync(Id(forum), new ForumPost("Ferries", Rich()) { AppliedTags = [tag] }, SendPriority.Alert, Stop));
        Assert.Equal(message.Id, below.Id);
        Assert.Equal([tag.ToString()], Assert.Single(forum.Threads).AppliedTags);
        Assert.Equal(post.Id.Value, Assert.Single(forum.Threads[0].Messages).Id);

        forum.Threads[0].Archive();
        var archived = await Api.EditMessageAsync(post.Id, post.Id, new MessageBody { Content = "x" }, SendPriority.Alert, Stop);
        Assert.IsType<DiscordFailure.ThreadArchived>(archived.FailureOrNull);
        Assert.False(Value(await Api.UnarchiveAsync(post.Id, Stop)).ThreadMetadata!.Archived);

        var mara = _discord.AddUser("mara");
        var conversation = Value(await Api.CreateDirectMessageAsync(new Snowflake(mara.Id), Stop));
        Assert.Equal((ChannelType.DirectMessage, mara.Conversation.Id), (conversation.Type, conversation.Id.Value));
        FakeRecord.AppendIfAsked(_discord);
    }

    [Fact]
    public async Task Commands_are_registered_and_read_back_as_they_were()
    {
        var option = new CommandOption(CommandOptionType.String, "topic", "What to find") { Autocomplete = true, MaxLength = 100, DescriptionLocalizations = new Dictionary<string, string> { ["de"] = "Was" } };
        var choice = new CommandOption(CommandOptionType.String, "style", "How") { Choices = [CommandChoice.Of("Short", "short")] };
        var place = new CommandOption(CommandOptionType.Channel, "where", "Where to") { ChannelTypes = [ChannelType.Text, ChannelType.Forum] };
        ApplicationCommand[] commands =
        [
            new("find") { Description = "Finds", Options = [option, choice, place], Contexts = [0, 1], IntegrationTypes = [0], DefaultMemberPermissions = Permissions.ManageServer },
            new("feed") { Description = "Feeds", NameLocalizations = new Dictionary<string, string> { ["de"] = "quelle" }, Options = [new(CommandOptionType.SubCommand, "add", "Adds one") { Options = [option] }] },
            new("Summarize link") { Type = 3 },
        ];

        Value(await Api.PutCommandsAsync(App, commands, Stop));
        var read = Value(await Api.GetCommandsAsync(App, Stop));
        Value(await Api.PutGuildCommandsAsync(App, new Snowflake(_server.Id), commands, Stop));

        Assert.Equal(["find", "feed", "Summarize link"], read.Select(command => command.Name));
        Assert.Equal(Permissions.ManageServer, read[0].DefaultMemberPermissions);
        Assert.Equal("short", read[0].Options![1].Choices![0].Value.GetString());
        FakeRecord.AppendIfAsked(_discord);
    }

    [Fact]
    public async Task Interactions_are_answered_in_every_way()
    {
        var channel = _server.AddChannel("news");
        _discord.World.Register("ping", "find");
        var mara = _discord.AddUser("mara");
        var interactions = _client.Interactions;

        var slash = mara.Slash(channel, "ping");
        Value(await interactions.AnswerAsync(Received(slash), InteractionCallback.Message(Rich() with { Flags = MessageFlags.Ephemeral }), Stop));
        var twice = await interactions.AnswerAsync(Received(slash), InteractionCallback.Defer(isPrivate: true), Stop);
        Assert.IsType<DiscordFailure.AlreadyAcknowledged>(twice.FailureOrNull);
        Value(await interactions.GetOriginalAsync(Received(slash), Stop));
        Value(await interactions.EditOriginalAsync(Received(slash), new MessageBody { Content = "Edited" }, Stop));
        var more = Value(await interactions.FollowUpAsync(Received(slash), Rich() with { Files = [new MessageFile("a.txt", "text/plain", new byte[] { 1 })] }, Stop));
        Value(await interactions.EditFollowUpAsync(Received(slash), more.Id, new MessageBody { Content = "More" }, Stop));

        var buttons = mara.Slash(channel, "ping");
        Value(await interactions.AnswerAsync(Received(buttons), InteractionCallback.Message(Rich()), Stop));
        Value(await interactions.AnswerAsync(Received(mara.Press(buttons.Original!, "page:2")), InteractionCallback.Update(new MessageBody { Content = "Page 2" }), Stop));
        Value(await interactions.AnswerAsync(Received(mara.Choose(buttons.Original!, "pick", "a")), InteractionCallback.DeferUpdate(), Stop));
        var dialog = mara.Press(buttons.Original!, "page:2");
        var input = new Component(ComponentType.TextInput) { CustomId = "words", Label = "Words", Style = 1, Required = true };
        Value(await interactions.AnswerAsync(Received(dialog), InteractionCallback.Dialog("filter", "Filter", [new Component(ComponentType.ActionRow) { Components = [input] }]), Stop));
        Value(await interactions.AnswerAsync(Received(mara.Submit(dialog, ("words", "ferry"))), InteractionCallback.Defer(isPrivate: true), Stop));
        Value(await interactions.DeleteOriginalAsync(Received(slash), Stop));

        Assert.Equal("Page 2", buttons.Original!.Content);
        Assert.True(slash.Original!.IsDeleted);
        FakeRecord.AppendIfAsked(_discord);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _discord.DisposeAsync();
    }

    private static MessageBody Rich() => new()
    {
        Content = "Two ferries",
        Embeds =
        [
            new Embed
            {
                Title = "Ferries", Description = "They sail.", Url = "https://harbour.example/1", Color = 0x336699, Timestamp = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero),
                Footer = new EmbedFooter("Harbour Post"), Author = new EmbedAuthor("Post"), Fields = [new EmbedField("Boats", "2") { Inline = true }], Thumbnail = new EmbedImage("https://harbour.example/1.png"),
            },
        ],
        Components =
        [
            new Component(ComponentType.ActionRow)
            {
                Components =
                [
                    new Component(ComponentType.Button) { CustomId = "page:2", Label = "Next", Style = (int)ButtonStyle.Secondary },
                    new Component(ComponentType.Button) { Url = "https://harbour.example/1", Label = "Open", Style = (int)ButtonStyle.Link },
                ],
            },
            new Component(ComponentType.ActionRow)
            {
                Components = [new Component(ComponentType.StringSelect) { CustomId = "pick", Placeholder = "Pick", Options = [new SelectOption("A", "a"), new SelectOption("B", "b") { Description = "Second" }] }],
            },
        ],
    };

    private static IReadOnlyList<Component> Blocks() =>
    [
        new Component(ComponentType.Container)
        {
            AccentColor = 0x336699,
            Components =
            [
                new Component(ComponentType.Section)
                {
                    Components = [new Component(ComponentType.TextDisplay) { Content = "**Ferries**" }],
                    Accessory = new Component(ComponentType.Thumbnail) { Media = new Media("https://harbour.example/1.png"), Description = "A boat" },
                },
                new Component(ComponentType.Separator) { Divider = true, Spacing = 1 },
                new Component(ComponentType.MediaGallery) { Items = [new GalleryItem(new Media("https://harbour.example/2.png"))] },
            ],
        },
    ];

    private static Snowflake Id(FakeChannel channel) => new(channel.Id);

    private static T Value<T>(RestResult<T> result)
    {
        Assert.Null(result.FailureOrNull);
        return result.ValueOrDefault!;
    }

    private Interaction Received(FakeInteraction interaction) => new(new Snowflake(interaction.Id), App, InteractionType.Command, interaction.Token) { ReceivedAt = _client.Clock.Now };
}
