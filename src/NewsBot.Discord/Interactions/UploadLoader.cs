using NewsBot.Core.Commands;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Interactions;

/// <summary>Fetches a file that came with a command, from Discord's own servers only.</summary>
internal sealed class UploadLoader(DiscordAccount account, HttpMessageInvoker http, TimeProvider time)
{
    public const int MostBytes = 2 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly string[] Hosts = ["cdn.discordapp.com", "media.discordapp.net"];

    /// <summary>Null when it is too large, lies elsewhere, or cannot be had now.</summary>
    public async Task<Attachment?> LoadAsync(UploadedFile file, CancellationToken cancellationToken)
    {
        if (file.Size > MostBytes || !Uri.TryCreate(file.Url, UriKind.Absolute, out var address) || !IsDiscords(address))
        {
            return null;
        }

        using var expiry = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(expiry.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            using var response = await http.SendAsync(request, both.Token);
            if (!response.IsSuccessStatusCode)
            {
                return null;
            }

            await using var stream = await response.Content.ReadAsStreamAsync(both.Token);
            var bytes = new byte[MostBytes + 1];
            var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, both.Token);
            return length > MostBytes ? null : new Attachment(file.Filename, bytes.AsMemory(0, length));
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    private bool IsDiscords(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttps && Hosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase))
        || (address.Scheme == account.Api.Scheme && address.Authority == account.Api.Authority);
}
