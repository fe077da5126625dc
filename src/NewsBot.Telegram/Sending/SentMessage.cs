using System.Globalization;

namespace NewsBot.Telegram.Sending;

/// <summary>A message that was sent, as the outbox keeps it: "12", with "p" before the id of a photo and "r" before that of a rich message, which change by other calls.</summary>
internal readonly record struct SentMessage(int Id, SentForm Form = SentForm.Text)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Id}");

    private string Prefix => Form switch
    {
        SentForm.Photo => "p",
        SentForm.Rich => "r",
        _ => "",
    };

    /// <summary>The messages of a post, in order; those that cannot be read are left out.</summary>
    public static IReadOnlyList<SentMessage> ParseAll(string? text) =>
        text is null ? [] : [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(TryParse).OfType<SentMessage>()];

    public static string Join(IEnumerable<SentMessage> messages) => string.Join(' ', messages);

    private static SentMessage? TryParse(string text)
    {
        var form = text[0] switch
        {
            'p' => SentForm.Photo,
            'r' => SentForm.Rich,
            _ => SentForm.Text,
        };
        return int.TryParse(form == SentForm.Text ? text : text[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new SentMessage(id, form) : null;
    }
}

/// <summary>How a message was sent.</summary>
internal enum SentForm
{
    Text,
    Photo,
    Rich,
}
