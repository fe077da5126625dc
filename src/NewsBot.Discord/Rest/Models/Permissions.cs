using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Discord.Rest.Models;

/// <summary>Rights in a channel or server (docs.discord.com/developers/topics/permissions), as far as a news bot asks for them.</summary>
[Flags]
[JsonConverter(typeof(PermissionsConverter))]
internal enum Permissions : ulong
{
    None = 0,
    Administrator = 1UL << 3,
    ManageServer = 1UL << 5,
    ViewChannel = 1UL << 10,
    SendMessages = 1UL << 11,
    ManageMessages = 1UL << 13,
    EmbedLinks = 1UL << 14,
    AttachFiles = 1UL << 15,
    MentionEveryone = 1UL << 17,
    ManageThreads = 1UL << 34,
    CreatePublicThreads = 1UL << 35,
    SendMessagesInThreads = 1UL << 38,
}

/// <summary>Reads strings and numbers, as answers hold strings; writes numbers, as the official schema asks for them in requests.</summary>
internal sealed class PermissionsConverter : JsonConverter<Permissions>
{
    public override Permissions Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType == JsonTokenType.Number
        ? (Permissions)reader.GetUInt64()
        : ulong.TryParse(reader.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var bits) ? (Permissions)bits : throw new JsonException("No permissions.");

    public override void Write(Utf8JsonWriter writer, Permissions value, JsonSerializerOptions options) => writer.WriteNumberValue((ulong)value);
}
