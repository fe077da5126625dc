namespace NewsBot.Feeds.Discovery;

/// <summary>YouTube: feeds exist for channels by id and for playlists; handles, names and videos give the id in their pages.</summary>
internal static class VideoRules
{
    private const string Channel = "https://www.youtube.com/feeds/videos.xml?channel_id={0}";
    private const string Playlist = "https://www.youtube.com/feeds/videos.xml?playlist_id={0}";

    private static readonly string[] Marks = ["\"channelId\":\"", "\"externalId\":\"", "itemprop=\"identifier\" content=\"", "itemprop=\"channelId\" content=\"", "/feeds/videos.xml?channel_id="];

    public static SiteAnswer? YouTube(SiteAddress address)
    {
        if (address.Query("list") is { Length: > 0 } list && IsId(list) && !list.StartsWith("RD", StringComparison.Ordinal))
        {
            return SiteAddress.Candidates(Filled(Playlist, list));
        }

        if (address.Host == "youtu.be")
        {
            return IsId(address.First) ? InPage("https://www.youtube.com/watch?v=" + address.First) : null;
        }

        return address.First switch
        {
            "feeds" => SiteAddress.Candidates(address.Url.AbsoluteUri),
            "channel" when IsChannel(address.Second) => SiteAddress.Candidates(Filled(Channel, address.Second), Filled(Playlist, "UULF" + address.Second[2..])),
            "user" when IsId(address.Second) => SiteAddress.Candidates($"https://www.youtube.com/feeds/videos.xml?user={address.Second}"),
            "watch" when address.Query("v") is { } video && IsId(video) => InPage("https://www.youtube.com/watch?v=" + video),
            "shorts" or "live" or "embed" when IsId(address.Second) => InPage("https://www.youtube.com/watch?v=" + address.Second),
            "c" when address.Second.Length > 0 => InPage("https://www.youtube.com/c/" + address.Second),
            ['@', ..] handle => InPage("https://www.youtube.com/" + handle),
            _ => null,
        };
    }

    private static SiteAnswer.InPage InPage(string page) => new(page, Marks, Channel);

    private static bool IsChannel(string id) => id.Length == 24 && id.StartsWith("UC", StringComparison.Ordinal) && IsId(id);

    private static bool IsId(string id) => id.Length is > 0 and < 100 && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    private static string Filled(string template, string id) => template.Replace("{0}", id, StringComparison.Ordinal);
}
