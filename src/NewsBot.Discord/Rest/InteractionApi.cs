using System.Text.Json.Serialization.Metadata;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Rest;

/// <summary>Answers to interactions: outside the global limit, ahead of everything else, within 3 seconds for the first and 15 minutes for the rest.</summary>
internal sealed class InteractionApi(DiscordRest rest, ClientClock clock)
{
    /// <summary>Of Discord's 3 s, counted from the arrival here, as the two clocks may differ.</summary>
    public static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(2.5);

    private const string Original = "/messages/@original";
    private static readonly DiscordJson Json = DiscordJson.Default;

    /// <summary>The first answer. A lost one is sent again; if it had arrived, the second comes back as <see cref="DiscordFailure.AlreadyAcknowledged"/>, which is as good.</summary>
    public async Task<RestResult<Nothing>> AnswerAsync(Interaction interaction, InteractionCallback callback, CancellationToken cancellationToken)
    {
        var left = interaction.ReceivedAt + FirstAnswer - clock.Now;
        if (left <= TimeSpan.Zero)
        {
            return new RestResult<Nothing>.Failed(new DiscordFailure.InteractionExpired());
        }

        var request = new RestRequest(Route.OfCallback(interaction.Id, interaction.Token))
        {
            Body = new RestBody(RestBodies.Bytes(callback, Json.InteractionCallback), callback.Files),
            Priority = SendPriority.Interactive,
            IsRepeatable = true,
            Patience = left,
        };
        return await rest.SendAsync<Nothing>(request, null, cancellationToken);
    }

    public Task<RestResult<Message>> GetOriginalAsync(Interaction interaction, CancellationToken cancellationToken) =>
        SendAsync(interaction, HttpMethod.Get, Original, Original, null, Json.Message, cancellationToken);

    public Task<RestResult<Message>> EditOriginalAsync(Interaction interaction, MessageBody body, CancellationToken cancellationToken) =>
        SendAsync(interaction, HttpMethod.Patch, Original, Original, RestBodies.Message(body), Json.Message, cancellationToken);

    public Task<RestResult<Nothing>> DeleteOriginalAsync(Interaction interaction, CancellationToken cancellationToken) =>
        SendAsync<Nothing>(interaction, HttpMethod.Delete, Original, Original, null, null, cancellationToken);

    /// <summary>Discord knows no nonce here: a lost answer leaves the outcome unknown.</summary>
    public Task<RestResult<Message>> FollowUpAsync(Interaction interaction, MessageBody body, CancellationToken cancellationToken) =>
        SendAsync(interaction, HttpMethod.Post, "", "", RestBodies.Message(body), Json.Message, cancellationToken);

    public Task<RestResult<Message>> EditFollowUpAsync(Interaction interaction, Snowflake message, MessageBody body, CancellationToken cancellationToken) =>
        SendAsync(interaction, HttpMethod.Patch, "/messages/{message}", $"/messages/{message}", RestBodies.Message(body), Json.Message, cancellationToken);

    private Task<RestResult<T>> SendAsync<T>(
        Interaction interaction, HttpMethod method, string template, string path, RestBody? body, JsonTypeInfo<T>? type, CancellationToken cancellationToken)
    {
        var route = Route.OfFollowUp(method, interaction.ApplicationId, interaction.Token, template, path);
        return rest.SendAsync(new RestRequest(route) { Body = body, Priority = SendPriority.Interactive }, type, cancellationToken);
    }
}
