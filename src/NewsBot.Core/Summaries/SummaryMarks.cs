using System.Text.RegularExpressions;

namespace NewsBot.Core.Summaries;

/// <summary>Signs that a text is no summary: links and mentions of its own, words to the reader; and that an article speaks to a model instead of to people.</summary>
internal static partial class SummaryMarks
{
    /// <summary>True for a link, a mention, a tag or a domain that the source does not hold.</summary>
    public static bool HasForeignLink(string text, string source) =>
        Link().Matches(text).Any(match => !source.Contains(match.Value.TrimEnd('.', ',', ')'), StringComparison.OrdinalIgnoreCase));

    /// <summary>True for "Here is a summary", "As an AI", markup and the like.</summary>
    public static bool SpeaksToReader(string text) => Address().IsMatch(text);

    /// <summary>True when the text holds orders to whoever summarizes it. Such an article is never shown to a model.</summary>
    public static bool OrdersModel(string text) => Order().IsMatch(text);

    [GeneratedRegex(@"https?:|www\.|[\w.-]+@[\w.-]+|@\w{2,}|\bt\.me/|\]\(|\b[a-z0-9-]{2,}\.(?:com|net|org|io|info|biz|me|xyz|top|ru|de|uk|fr|tv|co|app|dev|news|site|online|example|test)\b\S*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\bas an? (?:ai|assistant|language model)\b|\blanguage model\b|^\W*(?:sure|certainly|of course|here(?:'s| is| are)|summary\s*:|zusammenfassung\s*:|résumé\s*:|resumen\s*:|tl;?dr)|\bI(?:'m| am) (?:sorry|unable)|\bI (?:cannot|can't|can not)\b|\bthe (?:article|text|author) (?:says|states|instructs|asks you)|<[^>]{1,80}>|```|\*\*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(?:ignore|disregard|forget|override|bypass)\b[^.!?]{0,40}\b(?:instructions?|prompts?|rules|guidelines|everything above|the above|previous text)\b|\bsystem prompt\b|\b(?:you are|act as|pretend to be)\b[^.!?]{0,30}\b(?:assistant|chatbot|language model|AI|GPT)\b|\b(?:respond|reply|answer|output|write|say|print)\b[^.!?]{0,20}\b(?:only|exactly|instead|verbatim)\b|\b(?:AI|assistant|model|summari[sz]er|chatbot)s?\s*[:,]\s*(?:please |you )?(?:write|say|output|respond|reply|ignore|include|add|summari[sz]e)\b|\b(?:when|if) (?:you )?summari[sz](?:e|ing)\b|\b(?:ignorier\w*|vergiss|missachte)\b[^.!?]{0,40}\b(?:anweisung\w*|befehl\w*|vorgaben)\b|\b(?:ignore[zs]?|oublie[zs]?)\b[^.!?]{0,40}\b(?:instructions|consignes)\b|\b(?:ignora|ignore|olvida)\b[^.!?]{0,40}\b(?:instrucciones|instruções|istruzioni)\b|(?:игнорируй\w*|забудь\w*)[^.!?]{0,40}(?:инструкци|указани)|\b(?:talimatları|komutları)\b[^.!?]{0,30}\b(?:yok say|unut|görmezden)|bỏ qua[^.!?]{0,40}(?:hướng dẫn|chỉ dẫn|lệnh)|忽略[^。！？]{0,20}(?:指令|指示|提示)|(?:指示|命令)を無視|\[/?INST\]|<\|[a-z_]+\|>|###\s*(?:instruction|system)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Order();
}
