namespace NewsBot.Core.Subscriptions;

/// <summary>Feed addresses in CSV and plain text. Pure.</summary>
internal static class AddressLines
{
    private static readonly string[] UrlColumns = ["url", "xmlurl", "feed", "feed url", "feed_url", "link", "address"];
    private static readonly string[] TitleColumns = ["title", "name", "text"];
    private static readonly string[] FolderColumns = ["folder", "category", "group", "tag"];

    /// <summary>With a header line the named columns, else the first address of each line. Entries without an address are left out.</summary>
    public static IEnumerable<SubscriptionEntry> Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var header = lines.Length > 0 ? Fields(lines[0]).Select(field => field.ToLowerInvariant()).ToList() : [];
        var url = header.FindIndex(UrlColumns.Contains);
        return url >= 0 ? lines.Skip(1).Select(line => FromRow(Fields(line), header, url)).OfType<SubscriptionEntry>() : lines.Select(FromLine).OfType<SubscriptionEntry>();
    }

    private static SubscriptionEntry? FromRow(List<string> fields, List<string> header, int url)
    {
        if (url >= fields.Count || fields[url].Length == 0)
        {
            return null;
        }

        string? Field(string[] names) => header.FindIndex(names.Contains) is >= 0 and var at && at < fields.Count && fields[at].Length > 0 ? fields[at] : null;
        return new SubscriptionEntry(SubscriptionKind.Feed, Field(TitleColumns) ?? fields[url], fields[url]) { Folder = Field(FolderColumns), Filter = Field(["filter"]) };
    }

    private static SubscriptionEntry? FromLine(string line)
    {
        var words = line.Split([' ', '\t', ',', ';', '<', '>', '"', '|'], StringSplitOptions.RemoveEmptyEntries);
        var address = words.FirstOrDefault(word => word.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || word.StartsWith("https://", StringComparison.OrdinalIgnoreCase));
        return address is null ? null : new SubscriptionEntry(SubscriptionKind.Feed, address, address);
    }

    /// <summary>RFC 4180: fields may be quoted, a quote inside is doubled; tabs and semicolons separate too.</summary>
    private static List<string> Fields(string line)
    {
        var separator = line.Contains('\t', StringComparison.Ordinal) ? '\t' : line.Contains(',', StringComparison.Ordinal) ? ',' : ';';
        var fields = new List<string>();
        var field = new System.Text.StringBuilder();
        var quoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            var unit = line[at];
            if (unit == '"' && quoted && at + 1 < line.Length && line[at + 1] == '"')
            {
                field.Append(unit);
                at++;
            }
            else if (unit == '"')
            {
                quoted = !quoted;
            }
            else if (unit == separator && !quoted)
            {
                fields.Add(field.ToString().Trim());
                field.Clear();
            }
            else
            {
                field.Append(unit);
            }
        }

        fields.Add(field.ToString().Trim());
        return fields;
    }
}
