using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsBot.Feeds.Extraction;

/// <summary>
/// The picture a page shows first with its article: that of its JSON-LD in the size the page shows, since meta tags often hold a cut with the paper's name in it for social networks; else that of its meta tags, unless it is a logo, a placeholder or small; else the first large picture of its text.
/// </summary>
internal static partial class LeadImage
{
    private const int Least = 200;

    public static string? Of(PageFacts facts)
    {
        if (facts.Linked.Image is { Length: > 0 } linked && !IsPlaceholder(linked) && Absolute(linked, facts.Url) is { } image)
        {
            return ShownPicture.Of(image, facts) is { } shown && Absolute(shown, facts.Url) is { } address ? address : image;
        }

        var width = facts.Meta("og:image:width").Select(Pixels).FirstOrDefault();
        var told = facts.Meta("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src", "sailthru.image.full", "parsely-image-url", "itemprop:image", "thumbnail")
            .FirstOrDefault(text => text.Length > 0 && !IsPlaceholder(text));
        if (told is not null && width is 0 or >= Least && Absolute(told, facts.Url) is { } preview)
        {
            return preview;
        }

        return facts.Images.Where(element => IsLarge(element, facts)).Select(Source).OfType<string>().Where(source => !IsPlaceholder(source)).Select(source => Absolute(source, facts.Url)).FirstOrDefault(source => source is not null);
    }

    private static bool IsLarge(IElement image, PageFacts facts)
    {
        if (TreeWalk.IsAside(image, facts.Roles))
        {
            return false;
        }

        var width = Pixels(image.GetAttribute("width") ?? "");
        return width >= Least || (width == 0 && image.ParentElement?.LocalName is "figure" or "picture");
    }

    private static string? Source(IElement image) => image.GetAttribute("data-src") ?? image.GetAttribute("src");

    private static int Pixels(string text) => int.TryParse(text.Replace("px", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) ? pixels : 0;

    private static string? Absolute(string text, Uri? url)
    {
        var address = System.Net.WebUtility.HtmlDecode(text.Trim());
        var made = Uri.TryCreate(address, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https" ? whole : url is not null && Uri.TryCreate(url, address, out var joined) ? joined : null;
        return made is { Scheme: "http" or "https" } && made.OriginalString.Length < 2_000 ? made.AbsoluteUri : null;
    }

    private static bool IsPlaceholder(string address) => Placeholder().IsMatch(address);

    [GeneratedRegex(@"(?:^|[/_.-])(?:logo|logos|placeholder|default[-_]?(?:image|img|share|og)|spacer|blank|pixel|1x1|favicon|sprite|avatar|no-?image)(?:[/_.-]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Placeholder();
}
