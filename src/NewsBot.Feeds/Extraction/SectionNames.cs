using System.Collections.Frozen;
using AngleSharp.Dom;

namespace NewsBot.Feeds.Extraction;

/// <summary>What tag, class and id of an element say of its part in the page.</summary>
internal static class SectionNames
{
    private static readonly FrozenSet<string> Junk = Set(
        "related relateds relatedcontent share sharing shares sharebar social socials sociallinks sns newsletter newsletters subscribe subscription subscriptions signup nav navbar navigation navi menu breadcrumb breadcrumbs "
        + "footer comment comments commentlist disqus respond replies cookie cookies consent gdpr banner promo promos promotion promobox sponsor sponsored advert advertisement advertising ads adsense adslot adbox taboola outbrain "
        + "recommended recommendation recommendations recirc recirculation mostread mostpopular popular trending sidebar widget widgets teaser teasers teaserlist tags taglist tagcloud toolbar tools popup modal overlay paywall "
        + "pagination pager prevnext skip rating ratings login register donate donation carousel slideshow ticker toc upsell cta feedback print printonly noprint "
        + "weiterlesen anzeige werbung verwandt verwandte kommentar kommentare relacionadas relacionados relacionado publicidad compartir comentarios publicite partager commentaires correlati pubblicita condividi disclaimer copyright "
        + "authorbio authorbox authorinfo aboutauthor bio biography boilerplate jp-relatedposts sharedaddy addtoany addthis ssba printfriendly livefyre zergnet readmore morenews morestories screenreader visuallyhidden "
        + "infobox factbox faktaruta marginalia onward most-viewed inline-promo recommends podcast playlist player audioplayer video-player mw-editsection editsection navbox toctitle catlinks reflist references siteSub jump-to-nav");

    private static readonly FrozenSet<string> Looks = Set("ads ad label-hidden hidden-label no-ads with-ads has-ads sidebar with-sidebar widget carousel social share promo subscription");

    private static readonly FrozenSet<string> WeakJunk = Set("widget tools tags meta info box links list more read also see header head top bottom aside extra extras block module ad");

    private static readonly FrozenSet<string> Beside = Set(
        "caption captions credit credits byline bylines dateline wp-caption-text figcaption imagecaption photocredit mediacaption bildunterschrift bildtext legende dateandauthor postmeta entry-meta articlemeta timestamp pubdate publishdate copyrightline kicker");

    private static readonly FrozenSet<string> BodyWords = Set("articlebody storybody storycontent articlecontent articletext postcontent postbody entrycontent newscontent newstext newsbody bodytext maintext fulltext storytext contentbody bodycontent detailtext detailcontent articulo cuerpo corps contenu inhalt artikeltext textcontent");

    public static string Of(IElement element)
    {
        var names = "";
        foreach (var attribute in element.Attributes)
        {
            if (attribute.LocalName is "class" or "id" or "role" or "itemprop" or "data-testid" or "data-component" or "data-type" or "data-qa" or "data-module" && attribute.Value.Length is > 0 and < 300)
            {
                names = names.Length == 0 ? attribute.Value : names + " " + attribute.Value;
            }
        }

        return names.Length > 400 ? names[..400] : names;
    }

    public static bool IsHidden(IElement element)
    {
        if (element.Attributes.Length == 0)
        {
            return false;
        }

        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true")
        {
            return true;
        }

        return element.GetAttribute("style") is { } style
            && style.Replace(" ", "", StringComparison.Ordinal) is var folded
            && (folded.Contains("display:none", StringComparison.OrdinalIgnoreCase) || folded.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Inline elements whose name may take them out of the text.</summary>
    public static bool IsNamedInline(IElement element) =>
        element.LocalName is "span" or "time" or "cite" or "small" or "button" or "label" && (element.HasAttribute("class") || element.LocalName is "button");

    public static SectionRole RoleOf(string tag, string names)
    {
        switch (tag)
        {
            case "aside" or "nav" or "footer" or "form" or "dialog" or "menu" or "button" or "label":
                return SectionRole.Junk;
            case "figcaption":
                return SectionRole.Beside;
            case "html" or "body":
                return SectionRole.Plain;
        }

        var role = names.Length == 0 || (tag == "p" && names.Contains("paywall", StringComparison.Ordinal)) ? SectionRole.Plain : RoleOfNames(names);
        return role == SectionRole.Plain && tag is "article" or "main" ? SectionRole.Article : role;
    }

    private static SectionRole RoleOfNames(string names)
    {
        var role = SectionRole.Plain;
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (name is "hidden" or "is-hidden" or "visually-hidden" or "sr-only" or "screen-reader-text")
            {
                role = SectionRole.Junk;
                continue;
            }

            // "block--modifier" of BEM tells of a look, not of what stands in it.
            var words = NameWords.Split(WithoutLook(name));
            var joined = string.Concat(words);
            if (IsBody(joined, words))
            {
                return SectionRole.Body;
            }

            if (Junk.Contains(joined) || Junk.Contains(name) || words.Any(Junk.Contains))
            {
                role = words.Any(word => word is "has" or "with" or "no" or "without" or "is" or "grid" or "layout" or "wrap") ? role : SectionRole.Junk;
            }
            else if (role == SectionRole.Plain && (Beside.Contains(joined) || words.Any(Beside.Contains)))
            {
                role = SectionRole.Beside;
            }
        }

        return role;
    }

    private static string WithoutLook(string name)
    {
        var at = name.LastIndexOf("--", StringComparison.Ordinal);
        return at > 0 && Looks.Contains(name[(at + 2)..]) ? name[..at] : name;
    }

    private static bool IsBody(string joined, IReadOnlyList<string> words)
    {
        if (BodyWords.Contains(joined))
        {
            return true;
        }

        var subject = words.Any(word => word is "article" or "story" or "post" or "entry" or "news" or "artikel" or "articulo" or "blog" or "detail");
        return subject && words.Count <= 4 && words[^1] is "body" or "content" or "text" or "copy" or "contents" && !words.Any(Junk.Contains);
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for names that only say "junk" where links or few words agree.</summary>
    public static bool IsWeak(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(NameWords.Split).Any(WeakJunk.Contains);
}
