using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace NewsBot.Telegram.Hosting;

/// <summary>Whether and how the bot is on Telegram. Off without a token.</summary>
public sealed class TelegramOptions
{
    public const string Section = "Telegram";

    [Description("The bot's token as @BotFather gives it, 123456:ABC...; empty: no Telegram. Better kept in a file that NEWSBOT_TELEGRAM__TOKEN_FILE names.")]
    [PasswordPropertyText(true)]
    [RegularExpression(@"^([0-9]{1,20}:[A-Za-z0-9_\-]{3,200})?$", ErrorMessage = "it is no token of a bot: @BotFather shows one as 123456:ABC...")]
    public string Token { get; set; } = "";

    [Description("Address of a Bot API server of your own, such as http://localhost:8081; empty for Telegram's.")]
    [RegularExpression(@"^(https?://[^\s/?#]+(/[^\s?#]*)?)?$", ErrorMessage = "it must be http:// or https:// with host and port, and a path where the server is below one")]
    public string ApiUrl { get; set; } = "";

    [Description("Numbers of the users who run this instance; /id tells yours.")]
    public IList<string> Operators { get; set; } = [];

    [Description("Numbers of the users and chats that are answered; empty answers everybody. Operators always are.")]
    public IList<string> AllowedChats { get; set; } = [];

    [Description("How old a command may be when it is answered after a pause of the bot or of the network.")]
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan CommandAge { get; set; } = TimeSpan.FromMinutes(10);

    [Description("How long one question for updates waits at the server.")]
    [Range(typeof(TimeSpan), "00:00:01", "00:00:50")]
    public TimeSpan PollWait { get; set; } = TimeSpan.FromSeconds(50);

    [Description("Public https address at which Telegram delivers updates, such as https://news.example.org/telegram; empty: they are fetched.")]
    [RegularExpression(@"^(https://[^\s]+)?$", ErrorMessage = "Telegram delivers to https:// addresses only")]
    public string WebhookUrl { get; set; } = "";

    [Description("Where the program listens for what the web server in front of it passes on from WebhookUrl.")]
    [RegularExpression(@"^http://[^\s/]+/([^\s]*/)?$", ErrorMessage = "it must be http:// with host and port and end with /")]
    public string WebhookListen { get; set; } = "http://127.0.0.1:8443/";

    [Description("What Telegram sends along so that nobody else can deliver updates, 1 to 256 of A-Z a-z 0-9 _ -; empty: a new one at each start.")]
    [PasswordPropertyText(true)]
    [RegularExpression("^[A-Za-z0-9_-]{0,256}$", ErrorMessage = "it may hold only A-Z a-z 0-9 _ - and at most 256 of them")]
    public string WebhookSecret { get; set; } = "";

    public bool IsOn => Token.Length > 0;
}
