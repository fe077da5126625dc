using System.Collections.Frozen;

namespace NewsBot.Feeds.Html;

/// <summary>The names of HTML that the readers treat alike.</summary>
internal static class HtmlNames
{
    /// <summary>Elements without content, and those that a tree builder closes by itself when the next one opens: they cannot make a tree deep.</summary>
    public static readonly FrozenSet<string> Shallow = Set("area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option tbody thead tfoot html head body");

    /// <summary>Elements whose content is text up to their own end tag.</summary>
    public static readonly FrozenSet<string> Raw = Set("script style textarea title xmp iframe noembed noframes");

    /// <summary>Raw elements and drawings that hold nothing to read.</summary>
    public static readonly FrozenSet<string> Dropped = Set("script style xmp iframe noembed noframes svg math template object select canvas");

    /// <summary>Elements that a tree builder opens again in each following block while they stay open.</summary>
    public static readonly FrozenSet<string> Formatting = Set("a b big code em font i nobr s small strike strong tt u");

    /// <summary>Elements that end a line of text.</summary>
    public static readonly FrozenSet<string> Block = Set("address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul");

    /// <summary>Elements that show nothing of their own, or only what is no text of a page.</summary>
    public static readonly FrozenSet<string> Unseen = Set("script style template noscript iframe object svg math head title select option textarea input datalist video audio canvas map embed noembed noframes rt rp");

    public static readonly FrozenSet<string> Attributes = Set(
        "id class href src content value property name itemprop itemtype itemscope datetime rel type lang xml:lang style hidden aria-hidden role title charset width height data-src srcset data-srcset pubdate http-equiv data-testid data-component data-type data-timestamp data-qa data-role data-test data-tb-region data-module aria-label");

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
