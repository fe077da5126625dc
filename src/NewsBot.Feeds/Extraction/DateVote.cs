using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsBot.Core.Articles;

namespace NewsBot.Feeds.Extraction;

/// <summary>
/// When an article was published: the most trusted witness speaks, a more precise one of the same day gives the time. Never the time of a change, never the future, nothing rather than a guess.
/// </summary>
internal sealed partial class DateVote(PageFacts facts, DateOrder order, DateTimeOffset now)
{
    private static readonly TimeSpan LargestOffset = TimeSpan.FromHours(14);
    private static readonly TimeSpan OffsetStep = TimeSpan.FromMinutes(30);
    private static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="headLines">Lines of text around the begin of the article.</param>
    public PageDate? Published(IReadOnlyList<string> headLines)
    {
        var said = Said().ToList();
        var best = said.Count > 0 ? said[0] : (PageDate?)null;
        best ??= FromAddress() ?? Sane(WrittenDates.Parse(facts.Linked.PagePublished, order)) ?? Shown() ?? headLines.Select(Line).FirstOrDefault(date => date is not null) ?? Line(facts.DocumentTitle ?? "");
        if (best is not { } day)
        {
            return null;
        }

        return day.Precision == PageDatePrecision.Instant
            ? AsShown(day, said.Append(Shown() ?? day).Concat(headLines.Select(Line).OfType<PageDate>()))
            : said.Append(Shown() ?? day).FirstOrDefault(other => other.Precision > day.Precision && other.Value.Date == day.Value.Date) is { Value.Year: > 1 } finer ? finer : best;
    }

    /// <summary>A moment given in universal time, in the offset in which the page shows it to its readers.</summary>
    private static PageDate AsShown(PageDate moment, IEnumerable<PageDate> others)
    {
        if (moment.Value.Offset != TimeSpan.Zero)
        {
            return moment;
        }

        foreach (var other in others.Where(other => other.Precision != PageDatePrecision.Day))
        {
            var offset = other.Precision == PageDatePrecision.Instant ? other.Value.Offset : TimeSpan.FromMinutes((int)Math.Round((other.Value.DateTime - moment.Value.DateTime).TotalMinutes));
            var same = other.Precision == PageDatePrecision.LocalTime || (other.Value - moment.Value).Duration() < TimeSpan.FromMinutes(1);
            if (same && offset != TimeSpan.Zero && offset.Duration() <= LargestOffset && offset.Ticks % OffsetStep.Ticks == 0)
            {
                return moment with { Value = moment.Value.ToOffset(offset) };
            }
        }

        return moment;
    }

    /// <summary>What the page says to machines, the most trusted first.</summary>
    private IEnumerable<PageDate> Said()
    {
        var texts = new List<string?> { facts.Linked.Published };
        texts.AddRange(facts.Meta(
            "article:published_time", "og:article:published_time", "article:published", "og:published_time", "bt:pubdate", "parsely-pub-date", "sailthru.date", "rnews:datePublished", "pubdate", "publish-date", "publish_date", "publishdate", "published-date",
            "article.published", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "dc:date", "dc.created", "citation_publication_date", "citation_online_date", "citation_date", "datePublished", "itemprop:datePublished", "date_published", "article_date_original",
            "originalpublicationdate", "ptime", "timestamp", "created", "creation_date", "datecreated", "displaydate", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "article-publish-date", "article:create", "article-create-date", "og:pubdate", "gentime", "itemprop:dateCreated", "date", "itemprop:uploadDate", "release_date", "article.created", "video:release_date"));
        texts.AddRange(facts.Properties.Where(element => element.GetAttribute("itemprop") is { } prop && prop.Contains("datePublished", StringComparison.OrdinalIgnoreCase) && !TreeWalk.IsAside(element, facts.Roles)).Select(Value));
        texts.AddRange(facts.Times.Where(element => (element.HasAttribute("pubdate") || Named(element, "publi") || Named(element, "entry-date")) && !IsChange(element) && !TreeWalk.IsAside(element, facts.Roles)).Select(Value));
        foreach (var text in texts)
        {
            if (Sane(WrittenDates.Parse(text, order)) is { } date)
            {
                yield return date;
            }
        }
    }

    /// <summary>What elements named as dates show, those with a machine-readable value first.</summary>
    private PageDate? Shown()
    {
        foreach (var element in facts.Times.Where(element => !IsChange(element) && !TreeWalk.IsAside(element, facts.Roles)))
        {
            if (Sane(WrittenDates.Parse(Value(element), order)) is { } date)
            {
                return date;
            }
        }

        foreach (var element in facts.Dated.Where(element => element.LocalName is not ("time" or "body" or "article" or "main") && !TreeWalk.IsAside(element, facts.Roles)))
        {
            var text = TreeWalk.Text(element, 200);
            if (text.Length < 150 && Line(text) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private PageDate? Line(string text)
    {
        if (text.Length > 160)
        {
            return Line(text[..40]);
        }

        var change = Change().Match(text);
        var told = change is { Success: true, Index: > 5 } ? text[..change.Index] : text;
        return change is { Success: true, Index: <= 5 } && !Publication().IsMatch(text) ? null : Sane(WrittenDates.Find(told, order));
    }

    private PageDate? FromAddress()
    {
        var path = facts.Url?.AbsolutePath ?? facts.Canonical ?? "";
        var match = AddressDay().Match(path);
        match = match.Success ? match : AddressDayFirst().Match(path);
        return match.Success ? Sane(WrittenDates.Parse($"{match.Groups["year"].Value}-{match.Groups["month"].Value}-{match.Groups["day"].Value}", order)) : null;
    }

    private static string? Value(IElement element) => element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? TreeWalk.Text(element, 120);

    private static bool Named(IElement element, string sign) => ((element.GetAttribute("class") ?? "") + " " + element.GetAttribute("itemprop")).Contains(sign, StringComparison.OrdinalIgnoreCase);

    private static bool IsChange(IElement element)
    {
        var names = element.GetAttribute("class") + " " + element.GetAttribute("itemprop") + " " + element.ParentElement?.GetAttribute("class");
        return names.Contains("modif", StringComparison.OrdinalIgnoreCase) || names.Contains("updat", StringComparison.OrdinalIgnoreCase);
    }

    private PageDate? Sane(PageDate? date) => date is { } found && found.Value >= Earliest && found.Value <= now.AddDays(1) ? found : null;

    [GeneratedRegex(@"[/_-](?<year>(?:19|20)\d{2})[/_-]?(?<month>0[1-9]|1[0-2]|(?<=[/_-])[1-9](?=[/_-]))[/_-]?(?<day>0[1-9]|[12]\d|3[01]|(?<=[/_-])[1-9](?=[/_-]))(?=\D|$)", RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex AddressDay();

    [GeneratedRegex(@"[/_-](?<day>0[1-9]|[12]\d|3[01])[_-](?<month>0[1-9]|1[0-2])[_-](?<year>(?:19|20)\d{2})(?=\D|$)", RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex AddressDayFirst();

    [GeneratedRegex(@"updated?\b|modified|last edit|aktualisiert|geändert|actualizado|actualizada|mis à jour|modifié|aggiornato|atualizado|обновлено|оновлено|aktualizováno|zaktualizowano|güncelle|bijgewerkt|uppdaterad|oppdatert|opdateret|päivitetty|修正|更新", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Change();

    [GeneratedRegex(@"publish|posted|veröffentlicht|erstellt|publicado|publié|pubblicato|опубликован|发布|公開", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Publication();
}
