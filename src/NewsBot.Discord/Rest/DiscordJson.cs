using System.Text.Json.Serialization;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Rest;

/// <summary>Reads and writes Discord's shapes without reflection: names in snake_case, nulls left out, unknown fields ignored. What is missing becomes null whatever a property begins with, so that lists give their empty value on reading.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GatewayBot))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Application))]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(Guild))]
[JsonSerializable(typeof(Channel))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(InteractionCallback))]
[JsonSerializable(typeof(MessageThread))]
[JsonSerializable(typeof(ForumPost))]
[JsonSerializable(typeof(ChannelThread))]
[JsonSerializable(typeof(ThreadChange))]
[JsonSerializable(typeof(DirectMessageTarget))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(RateLimitBody))]
[JsonSerializable(typeof(IReadOnlyList<ApplicationCommand>))]
[JsonSerializable(typeof(IReadOnlyList<Channel>))]
[JsonSerializable(typeof(IReadOnlyList<Role>))]
[JsonSerializable(typeof(string))]
internal sealed partial class DiscordJson : JsonSerializerContext;
