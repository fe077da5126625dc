using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NewsBot.Testing.Telegram.Http;

namespace NewsBot.Testing.Telegram.Methods;

/// <summary>Methods that turn the webhook on and off. Like Telegram's local server it takes http addresses too.</summary>
internal sealed partial class WebhookMethods(World world)
{
    private DateTimeOffset _nextSet;

    public JsonNode Set(ApiCall call)
    {
        if (call.Text("url") is not { } url)
        {
            return Delete(call);
        }

        if (world.Now < _nextSet)
        {
            throw RefusedCall.TooMany(1);
        }

        _nextSet = world.Now.AddSeconds(1);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw RefusedCall.Bad("invalid webhook URL specified");
        }

        var secret = call.Text("secret_token") ?? "";
        if (!Secret().IsMatch(secret))
        {
            throw RefusedCall.Bad(secret.Length > 256 ? "secret token is too long" : "secret token contains unallowed characters");
        }

        world.Updates.Allow(call.Json("allowed_updates", "allowed updates"));
        Drop(call);
        world.Updates.AbortPoll("terminated by setWebhook request");
        world.Webhook = new Webhook(address, secret, (int)Math.Clamp(call.Number("max_connections") ?? 40, 1, 100));
        return true;
    }

    public JsonNode Delete(ApiCall call)
    {
        Drop(call);
        world.Webhook = null;
        return true;
    }

    public JsonNode Info()
    {
        var json = new JsonObject { ["url"] = world.Webhook?.Url.ToString() ?? "", ["has_custom_certificate"] = false, ["pending_update_count"] = world.Updates.Count };
        if (world.Webhook is { } webhook)
        {
            json["max_connections"] = webhook.MaxConnections;
            json["ip_address"] = "127.0.0.1";
        }

        if (world.Updates.Allowed is { } allowed)
        {
            json["allowed_updates"] = new JsonArray([.. allowed.Select(kind => JsonValue.Create(kind))]);
        }

        if (world.Webhook?.LastError is { } error)
        {
            json["last_error_date"] = error.At.ToUnixTimeSeconds();
            json["last_error_message"] = error.Message;
        }

        return json;
    }

    private void Drop(ApiCall call)
    {
        if (call.Flag("drop_pending_updates"))
        {
            world.Updates.Clear();
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{0,256}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Secret();
}
