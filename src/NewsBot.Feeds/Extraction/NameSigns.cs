namespace NewsBot.Feeds.Extraction;

/// <summary>Names of classes that tell of authors and dates.</summary>
internal static class NameSigns
{
    public static bool OfAuthor(string names) =>
        Has(names, "author") || Has(names, "byline") || Has(names, "auteur") || Has(names, "autor") || Has(names, "writer") || Has(names, "journalist") || Has(names, "contributor") || Has(names, "username");

    public static bool OfDate(string names) =>
        Has(names, "date") || Has(names, "time") || Has(names, "publish") || Has(names, "fecha") || Has(names, "datum") || Has(names, "posted") || Has(names, "meta") || Has(names, "byline") || Has(names, "submitted") || Has(names, "info");

    private static bool Has(string names, string sign) => names.Contains(sign, StringComparison.OrdinalIgnoreCase);
}
