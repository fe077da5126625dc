using NewsBot.Core.Commands;
using NewsBot.Discord.Rest.Models;
using ApplicationCommand = NewsBot.Discord.Rest.Models.ApplicationCommand;

namespace NewsBot.Discord.Interactions;

/// <summary>The commands as they are registered. Pure.</summary>
internal static class ApplicationCommands
{
    private const int Description = 100;
    private static readonly IReadOnlyList<int> Everywhere = [0, 1];
    private static readonly IReadOnlyList<int> OnServers = [0];
    private static readonly IReadOnlyList<ChannelType> TargetTypes = [ChannelType.Text, ChannelType.Announcement, ChannelType.AnnouncementThread, ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.Forum, ChannelType.Media];

    public static IReadOnlyList<ApplicationCommand> Of(Texts texts) =>
    [
        .. CommandForms.All.Where(form => form.Group is null).Select(form => new ApplicationCommand(form.Name) { Description = Short(texts.Summary(form.Core)), Options = OptionsOf(form, texts), Contexts = Everywhere, IntegrationTypes = OnServers }),
        GroupOf(CommandForms.Manage, texts.ManageHelp, texts) with { DefaultMemberPermissions = Permissions.ManageServer },
        GroupOf(CommandForms.Operate, texts.OperateHelp, texts) with { DefaultMemberPermissions = Permissions.Administrator },
        new ApplicationCommand(CommandForms.SummarizeLink) { Type = 3, Contexts = Everywhere, IntegrationTypes = OnServers },
    ];

    private static ApplicationCommand GroupOf(string group, string help, Texts texts) => new(group)
    {
        Description = Short(help),
        Options = [.. CommandForms.All.Where(form => form.Group == group).Select(form => new CommandOption(CommandOptionType.SubCommand, form.Name, Short(texts.Summary(form.Core))) { Options = OptionsOf(form, texts) })],
        Contexts = Everywhere,
        IntegrationTypes = OnServers,
    };

    private static IReadOnlyList<CommandOption> OptionsOf(CommandForm form, Texts texts) => [.. form.Options.Select(option => OptionOf(option, texts))];

    private static CommandOption OptionOf(OptionForm option, Texts texts) => new(TypeOf(option.Kind), option.Name, Short(texts.Option(option.Help)))
    {
        Required = option.IsRequired ? true : null,
        Autocomplete = option.Completion == Completion.None ? null : true,
        Choices = option.Choices.Count == 0 ? null : [.. option.Choices.Select(choice => CommandChoice.Of(choice, choice))],
        ChannelTypes = option.Kind == OptionKind.Channel ? TargetTypes : null,
        MinValue = option.Kind == OptionKind.Number ? option.Least : null,
        MaxValue = option.Kind == OptionKind.Number ? option.Most : null,
    };

    private static CommandOptionType TypeOf(OptionKind kind) => kind switch
    {
        OptionKind.Number => CommandOptionType.Integer,
        OptionKind.Truth => CommandOptionType.Boolean,
        OptionKind.Channel => CommandOptionType.Channel,
        OptionKind.Role => CommandOptionType.Role,
        OptionKind.File => CommandOptionType.Attachment,
        _ => CommandOptionType.String,
    };

    private static string Short(string text) => text.Length <= Description ? text : Core.Text.TextCut.At(text, Description - 1);
}
