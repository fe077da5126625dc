namespace NewsBot.Core.Commands;

/// <summary>Fills settings that are open with the words of a file, and keeps a line about each.</summary>
internal sealed class SettingFilling(Texts texts)
{
    public Texts Texts => texts;

    public List<string> Lines { get; } = [];

    /// <param name="read">Null for words that mean nothing.</param>
    public T? Fill<T>(string name, T? held, string? words, Func<string, T?> read, Func<T, string> show)
        where T : class
    {
        if (words is null)
        {
            return held;
        }

        if (read(words) is not { } told)
        {
            Lines.Add(texts.NotUnderstood(name, words));
            return held;
        }

        if (held is null && words.Length > 0)
        {
            Lines.Add($"{name}: {words}");
        }
        else if (held is not null && show(held) != show(told))
        {
            Lines.Add(texts.StaysAsItIs(name, show(held)));
        }

        return held ?? told;
    }
}
