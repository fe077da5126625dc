using Telegram.Bot.Types;

namespace NewsBot.Telegram.Chats;

/// <summary>Who the bot is on Telegram. Known once the server has told; until then nothing is received that would need it.</summary>
internal sealed class OwnAccount(long id)
{
    private volatile User? _me;

    public long Id => id;

    /// <summary>Where the rows of this bot lie in the inbox.</summary>
    public string Source => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"telegram:{id}");

    /// <summary>Without "@"; empty until known.</summary>
    public string Username => _me?.Username ?? "";

    public bool IsKnown => _me is not null;

    public void Learn(User me) => _me = me;

    /// <summary>A link that opens the private chat and carries a payload.</summary>
    public string StartLink(string payload) => $"https://t.me/{Username}?start={payload}";
}
