using NewsBot.Discord.Rest.Models;
using NewsBot.Discord.Sending;

namespace NewsBot.Discord.Tests.Sending;

/// <summary>The rules of docs.discord.com/developers/topics/permissions, each with an example of its own.</summary>
public sealed class ServerRightsTests
{
    private const int OfRole = 0;
    private const int OfMember = 1;
    private const Permissions Read = Permissions.ViewChannel;
    private const Permissions Write = Permissions.SendMessages;
    private static readonly Snowflake Server = new(1);
    private static readonly Snowflake Bot = new(2);
    private static readonly Snowflake Reporter = new(3);
    private static readonly Snowflake Muted = new(4);

    [Fact]
    public void Rights_of_everybody_and_of_the_own_roles_add_up_and_those_of_other_roles_do_not_count()
    {
        Assert.Equal(Read, With([], []).In(Channel()));
        Assert.Equal(Read | Write, With([new Role(Reporter, Write)], [Reporter]).In(Channel()));
        Assert.Equal(Read, With([new Role(Reporter, Write)], []).In(Channel()));
    }

    [Fact]
    public void A_channel_takes_rights_from_everybody_and_gives_them_back_to_a_role_or_to_the_member()
    {
        var closed = new PermissionOverwrite(Server, OfRole, Permissions.None, Read);

        Assert.Equal(Permissions.None, With([], []).In(Channel(closed)));
        Assert.Equal(Read, With([new Role(Reporter, Permissions.None)], [Reporter]).In(Channel(new PermissionOverwrite(Reporter, OfRole, Read, Permissions.None), closed)));
        Assert.Equal(Read | Write, With([], []).In(Channel(new PermissionOverwrite(Bot, OfMember, Read | Write, Permissions.None), closed)));
    }

    [Fact]
    public void What_one_role_allows_outweighs_what_another_denies_and_the_member_outweighs_both()
    {
        var rights = With([new Role(Reporter, Permissions.None), new Role(Muted, Permissions.None)], [Reporter, Muted]);
        PermissionOverwrite[] roles = [new(Reporter, OfRole, Write, Permissions.None), new(Muted, OfRole, Permissions.None, Write)];

        Assert.Equal(Read | Write, rights.In(Channel(roles)));
        Assert.Equal(Read, rights.In(Channel([.. roles, new PermissionOverwrite(Bot, OfMember, Permissions.None, Write)])));
    }

    [Fact]
    public void An_administrator_may_everything_whatever_a_channel_says()
    {
        var rights = With([new Role(Reporter, Permissions.Administrator)], [Reporter]);

        Assert.Empty(ServerRights.Missing(rights.In(Channel(new PermissionOverwrite(Bot, OfMember, Permissions.None, Read | Write))), isThread: false));
    }

    [Fact]
    public void What_is_missing_is_named_as_Discord_names_it_and_threads_ask_for_a_right_of_their_own()
    {
        Assert.Equal(["Send Messages", "Embed Links"], ServerRights.Missing(Read, isThread: false));
        Assert.Equal(["Send Messages in Threads"], ServerRights.Missing(Read | Write | Permissions.EmbedLinks, isThread: true));
        Assert.Empty(ServerRights.Missing(Read | Write | Permissions.EmbedLinks, isThread: false));
    }

    private static ServerRights With(IReadOnlyList<Role> roles, IReadOnlyList<Snowflake> own) => new(Server, Bot, [new Role(Server, Read), .. roles], own);

    private static Channel Channel(params IReadOnlyList<PermissionOverwrite> overwrites) => new(new Snowflake(9), ChannelType.Text) { PermissionOverwrites = overwrites };
}
