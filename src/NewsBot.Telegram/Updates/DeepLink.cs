using System.Buffers.Text;
using System.Globalization;
using System.Text;
using NewsBot.Core.Articles;
using NewsBot.Core.Commands;

namespace NewsBot.Telegram.Updates;

/// <summary>What a link "t.me/bot?start=..." carries: up to 64 of A-Z a-z 0-9 _ -. Anybody can make one up, so it stands only for what its reader could type as well. Pure.</summary>
internal abstract record DeepLink
{
    private const string SubscribePrefix = "sub_";
    private const string ReadPrefix = "read_";
    private const string ManagePrefix = "manage_";
    private static readonly string[] Plain = ["help", "saved", "settings", "forgetme", "subscriptions", "headlines"];

    private DeepLink()
    {
    }

    /// <param name="Text">A command as it is typed.</param>
    public sealed record Typed(string Text) : DeepLink;

    /// <summary>Makes a chat the one that is managed, then carries out the command.</summary>
    /// <param name="Command">Without slash, or null for none.</param>
    public sealed record Manage(long Chat, string? Command) : DeepLink;

    public static string ForArticle(ArticleId article) => string.Create(CultureInfo.InvariantCulture, $"{ReadPrefix}{article.Value}");

    /// <param name="command">What is to be shown of the chat, or null.</param>
    public static string ForManaging(long chat, string? command = null) => string.Create(CultureInfo.InvariantCulture, $"{ManagePrefix}{chat}{(command is null ? "" : "_" + command)}");

    /// <summary>What we cannot read is a plain start.</summary>
    public static DeepLink Read(string payload)
    {
        if (payload.StartsWith(ReadPrefix, StringComparison.Ordinal) && long.TryParse(payload.AsSpan(ReadPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var article))
        {
            return new Typed($"/read {new Reference.Stored(new ArticleId(article))}");
        }

        if (payload.StartsWith(SubscribePrefix, StringComparison.Ordinal) && Decode(payload[SubscribePrefix.Length..]) is { Length: > 0 } what)
        {
            return new Typed($"/subscribe {what}");
        }

        if (payload.StartsWith(ManagePrefix, StringComparison.Ordinal) && payload[ManagePrefix.Length..].Split('_') is [var chat, .. var rest] && rest.Length <= 1
            && long.TryParse(chat, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id))
        {
            return new Manage(id, rest is [var command] && Plain.Contains(command, StringComparer.Ordinal) ? command : null);
        }

        return new Typed(Plain.Contains(payload, StringComparer.Ordinal) ? "/" + payload : "/start");
    }

    private static string? Decode(string text) =>
        Base64Url.IsValid(text) && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)) is var decoded && !decoded.Any(char.IsControl) ? decoded.Trim() : null;
}
