using System.Text.Json.Nodes;

namespace NewsBot.Testing.Discord;

/// <summary>A file of a person, kept by Discord until the bot fetches it.</summary>
public sealed record FakeUpload(ulong Id, string Name, ReadOnlyMemory<byte> Bytes, Uri Folder)
{
    public Uri Url => new($"{Folder.AbsoluteUri}/{Id}/{Uri.EscapeDataString(Name)}");

    internal JsonObject ToJson() => new()
    {
        ["id"] = FakeWorld.Text(Id),
        ["filename"] = Name,
        ["size"] = Bytes.Length,
        ["url"] = Url.AbsoluteUri,
        ["proxy_url"] = Url.AbsoluteUri,
        ["content_type"] = "application/octet-stream",
    };
}
