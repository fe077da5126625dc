using System.Text.Json.Nodes;

namespace NewsBot.Testing.Telegram;

/// <summary>Somebody with an account: a person of a test, or the bot.</summary>
public sealed class VirtualUser
{
    private readonly World _world;

    internal VirtualUser(World world, long id, string firstName, bool isBot)
    {
        _world = world;
        Id = id;
        FirstName = firstName;
        IsBot = isBot;
    }

    public long Id { get; }

    public string FirstName { get; }

    public bool IsBot { get; }

    public string? LastName { get; init; }

    public string? Username { get; init; }

    /// <summary>Of the person's app; two letters.</summary>
    public string? LanguageCode { get; init; } = "en";

    public bool IsDeactivated { get; internal set; }

    /// <summary>The person's private chat with the bot.</summary>
    public ChatView Chat => new(_world, _world.PrivateChatOf(this), this, null);

    /// <summary>Deletes the account.</summary>
    public void Deactivate() => _world.Change(() => IsDeactivated = true);

    public override string ToString() => FirstName;

    internal JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = Id, ["is_bot"] = IsBot, ["first_name"] = FirstName };
        if (LastName is { } last)
        {
            json["last_name"] = last;
        }

        if (Username is { } username)
        {
            json["username"] = username;
        }

        if (!IsBot && LanguageCode is { } language)
        {
            json["language_code"] = language;
        }

        return json;
    }
}
