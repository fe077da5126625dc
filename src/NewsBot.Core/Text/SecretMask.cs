using System.Text.RegularExpressions;

namespace NewsBot.Core.Text;

/// <summary>Hides user names and passwords of addresses in a text before it is shown or kept. Pure.</summary>
public static partial class SecretMask
{
    public static string Of(string text) => UserInfo().Replace(text, "${scheme}***@");

    public static bool HoldsSecret(string text) => UserInfo().IsMatch(text);

    [GeneratedRegex(@"(?<scheme>[a-z][a-z0-9+.-]{0,20}://)[^/?#\s]*@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5_000)]
    private static partial Regex UserInfo();
}
