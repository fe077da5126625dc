namespace NewsBot.Testing.Telegram.Text;

/// <summary>What Telegram makes of an HTML text: a formatted text, or the reason it refuses it, in Telegram's words.</summary>
public abstract record HtmlParse
{
    private HtmlParse()
    {
    }

    public sealed record Parsed(FormattedText Text) : HtmlParse;

    public sealed record Refused(string Reason) : HtmlParse;
}
