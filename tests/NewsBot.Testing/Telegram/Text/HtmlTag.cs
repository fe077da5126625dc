namespace NewsBot.Testing.Telegram.Text;

/// <summary>An open tag with the one argument that matters to its kind.</summary>
internal sealed record HtmlTag(string Name, int Offset)
{
    public static readonly IReadOnlySet<string> Known = new HashSet<string>(StringComparer.Ordinal)
    {
        "a", "b", "strong", "i", "em", "s", "strike", "del", "u", "ins", "tg-spoiler", "tg-emoji", "tg-time", "span", "pre", "code", "blockquote",
    };

    public string Argument { get; private set; } = "";

    public int Date { get; private set; }

    /// <summary>Keeps what its kind knows; all other attributes are ignored.</summary>
    /// <param name="value">Null for an attribute without a value.</param>
    public void Take(string attribute, string? value)
    {
        switch (Name, attribute)
        {
            case ("blockquote", "expandable"):
                Argument = "1";
                break;
            case ("a", "href") or ("tg-emoji", "emoji-id") or ("tg-time", "format") when value is not null:
                Argument = value;
                break;
            case ("code", "class") when value?.StartsWith("language-", StringComparison.Ordinal) == true:
                Argument = value[9..];
                break;
            case ("span", "class") when value?.StartsWith("tg-", StringComparison.Ordinal) == true:
                Argument = value[3..];
                break;
            case ("tg-time", "unix") when value is not null:
                Date = LeadingNumber(value);
                break;
        }
    }

    private static int LeadingNumber(string value)
    {
        var isNegative = value.StartsWith('-');
        long number = 0;
        foreach (var digit in value.Skip(isNegative ? 1 : 0).TakeWhile(char.IsAsciiDigit))
        {
            number = Math.Min((number * 10) + digit - '0', int.MaxValue);
        }

        return (int)(isNegative ? -number : number);
    }
}
