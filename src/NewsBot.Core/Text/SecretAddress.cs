using System.Text.RegularExpressions;

namespace NewsBot.Core.Text;

/// <summary>Tells addresses that open something to whoever knows them, as the private feeds of podcasts, code hosts and calendars do, and hides what opens it. A guess by the names and looks of their parts: where the two are in doubt a feed counts as open. Pure.</summary>
public static partial class SecretAddress
{
    private const string Hidden = "***";
    private const int ShortestKey = 20;
    private const int FewestTurns = 4;

    private static readonly HashSet<string> KeyNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "key", "sig", "signature", "pass", "pw", "pwd", "auth", "authorization", "jwt", "hash", "sid", "session", "sessionid", "credential", "credentials",
    };

    private static readonly string[] KeyWords = ["token", "secret", "passw", "apikey", "api_key", "api-key", "authkey", "auth_key", "accesskey", "access_key", "feedkey", "feed_key", "userkey", "user_key"];

    public static bool HoldsSecret(string address) => !string.Equals(Mask(address), address, StringComparison.Ordinal);

    /// <summary>The address without what opens it; any other text as it is.</summary>
    public static string Mask(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            return address;
        }

        var plain = SecretMask.Of(address);
        var query = plain.IndexOfAny(['?', '#']);
        var path = query < 0 ? plain : plain[..query];
        return MaskPath(path) + (query < 0 ? "" : Parameter().Replace(plain[query..], MaskParameter));
    }

    private static string MaskParameter(Match parameter) =>
        IsKeyName(parameter.Groups["name"].Value) || LooksRandom(parameter.Groups["name"].Value, parameter.Groups["value"].Value)
            ? $"{parameter.Groups["mark"].Value}{parameter.Groups["name"].Value}={Hidden}"
            : parameter.Value;

    private static bool IsKeyName(string name) => KeyNames.Contains(name) || KeyWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Ids of channels and lists look random too and open nothing.</summary>
    private static bool LooksRandom(string name, string value) => !name.EndsWith("id", StringComparison.OrdinalIgnoreCase) && !name.EndsWith("list", StringComparison.OrdinalIgnoreCase) && IsRandom(value);

    /// <summary>A key stands behind a part of the path that says so: random parts alone name public things as well.</summary>
    private static string MaskPath(string path)
    {
        var parts = path.Split('/');
        for (var at = 3; at < parts.Length; at++)
        {
            var own = PrivatePart().Match(parts[at]);
            if (own.Success && IsRandom(own.Groups["rest"].Value))
            {
                parts[at] = Hidden;
            }
            else if (IsRandom(parts[at]) && parts.Take(at).Skip(3).Any(part => PrivateWord().IsMatch(part)))
            {
                parts[at] = Hidden;
            }
        }

        return string.Join('/', parts);
    }

    /// <summary>Letters and digits take turns in it, as they do in no word and no date.</summary>
    private static bool IsRandom(string text)
    {
        var turns = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiLetterOrDigit(text[at]) && text[at] is not ('-' or '_' or '=' or '.' or '%' or '+'))
            {
                return false;
            }

            turns += at > 0 && ((char.IsAsciiDigit(text[at]) && char.IsAsciiLetter(text[at - 1])) || (char.IsAsciiLetter(text[at]) && char.IsAsciiDigit(text[at - 1]))) ? 1 : 0;
        }

        return text.Length >= ShortestKey && turns >= FewestTurns;
    }

    [GeneratedRegex("(?<mark>[?&;#])(?<name>[^=&;#?]{1,100})=(?<value>[^&;#]*)", RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex Parameter();

    [GeneratedRegex("^(?:private|secret|token|key)[-_.:](?<rest>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex PrivatePart();

    [GeneratedRegex("^(?:private|secret|tokens?|keys?|auth)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex PrivateWord();
}
