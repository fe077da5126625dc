using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsBot.Feeds.Extraction;

/// <summary>
/// Finds the version of a picture that the page shows to readers: JSON-LD often gives the original of any size, or a cut that nobody sees.
/// Two addresses mean the same picture when they share the longest word with a digit in it, which is its number or hash.
/// </summary>
internal static partial class ShownPicture
{
    private const int Least = 300;
    private const int Largest = 2000;
    private const int ShortMark = 6;

    public static string? Of(string told, PageFacts facts)
    {
        if (Mark(told) is not { } mark)
        {
            return null;
        }

        foreach (var image in facts.Images.Where(image => Holds(image, mark) && !TreeWalk.IsAside(image, facts.Roles)))
        {
            if (Versions(image).Where(version => version.Width is 0 or (>= Least and <= Largest) && version.Address.Contains(mark, StringComparison.OrdinalIgnoreCase)).OrderByDescending(version => version.Width).FirstOrDefault() is { Address.Length: > 0 } best)
            {
                return best.Address;
            }
        }

        return null;
    }

    /// <summary>What tells the picture from others: no size and no day.</summary>
    private static string? Mark(string address) =>
        Words().Matches(address.Split('?')[0]).Select(match => match.Value).Where(word => word.Length >= ShortMark && word.Any(char.IsDigit) && !SizeOrDay().IsMatch(word)).Reverse().MaxBy(word => word.Length);

    private static bool Holds(IElement image, string mark) =>
        image.Attributes.Any(attribute => attribute.LocalName is "src" or "srcset" or "data-src" or "data-srcset" && attribute.Value.Contains(mark, StringComparison.OrdinalIgnoreCase));

    /// <summary>The sizes of https://html.spec.whatwg.org/multipage/images.html#srcset-attributes, then the one address where there are none.</summary>
    private static IEnumerable<(string Address, int Width)> Versions(IElement image)
    {
        foreach (Match version in Sizes().Matches(image.GetAttribute("srcset") + ", " + image.GetAttribute("data-srcset")))
        {
            yield return (version.Groups["address"].Value, int.Parse(version.Groups["width"].Value, NumberStyles.None, CultureInfo.InvariantCulture));
        }

        if ((image.GetAttribute("data-src") ?? image.GetAttribute("src")) is { } source)
        {
            yield return (source, 0);
        }
    }

    [GeneratedRegex(@"[A-Za-z0-9]+", RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Words();

    [GeneratedRegex(@"^(?:\p{L}?\d{2,4}x\d{2,4}.*|(?:19|20)\d{6})$", RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex SizeOrDay();

    [GeneratedRegex(@"(?<=^|\s|w,)(?<address>[^\s,]\S+)\s+(?<width>\d{2,5})w(?:\s*,|\s*$)", RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Sizes();
}
