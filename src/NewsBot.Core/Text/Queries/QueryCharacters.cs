namespace NewsBot.Core.Text.Queries;

/// <summary>Typographic signs as keyboards and phones put them in, mapped to the sign the grammar means. One unit stays one unit, so offsets hold.</summary>
internal static class QueryCharacters
{
    public static string Plain(string text) => string.Create(text.Length, text, static (plain, typed) =>
    {
        for (var at = 0; at < typed.Length; at++)
        {
            plain[at] = Plain(typed[at]);
        }
    });

    private static char Plain(char unit) => unit switch
    {
        < '\u0080' => char.IsWhiteSpace(unit) ? ' ' : unit,
        '“' or '”' or '„' or '‟' or '«' or '»' or '″' or '〝' or '〞' or '〟' or '「' or '」' or '『' or '』' or '＂' => '"',
        '‘' or '’' or '‛' or 'ʼ' or '′' or '＇' => '\'',
        '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '﹘' or '﹣' => '-',
        '，' or '、' or '،' or '﹐' or '﹑' or '､' or '؍' => ',',
        '∗' or '٭' or '﹡' => '*',
        >= '！' and <= '～' => (char)(unit - '！' + '!'),
        _ => char.IsWhiteSpace(unit) ? ' ' : unit,
    };
}
