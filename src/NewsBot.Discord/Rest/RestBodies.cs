using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Rest;

/// <summary>Writes bodies once, for all attempts.</summary>
internal static class RestBodies
{
    public static RestBody Json<T>(T value, JsonTypeInfo<T> type) => new(Bytes(value, type), []);

    public static RestBody Message(MessageBody body) => new(Bytes(body.Attached(), DiscordJson.Default.MessageBody), body.Files);

    public static byte[] Bytes<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);
}
