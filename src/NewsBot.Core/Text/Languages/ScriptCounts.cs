namespace NewsBot.Core.Text.Languages;

/// <summary>How many letters of which script a text has.</summary>
internal readonly record struct ScriptCounts(int Letters, Script Main)
{
    public static ScriptCounts Of(string text)
    {
        Span<int> counts = stackalloc int[(int)Script.Hangul + 1];
        var letters = 0;
        foreach (var unit in text)
        {
            if (char.IsLetter(unit))
            {
                letters++;
                counts[(int)ScriptOf(unit)]++;
            }
        }

        // Japanese mixes kana and Han; a fifth of kana is enough to tell.
        if (counts[(int)Script.Kana] * 5 > counts[(int)Script.Han] && counts[(int)Script.Kana] > 0)
        {
            counts[(int)Script.Kana] += counts[(int)Script.Han];
        }

        var main = 0;
        for (var script = 1; script < counts.Length; script++)
        {
            main = counts[script] > counts[main] ? script : main;
        }

        return new ScriptCounts(letters, (Script)main);
    }

    private static Script ScriptOf(char unit) => unit switch
    {
        < '\u0250' => Script.Latin,
        >= '\u1e00' and < '\u1f00' => Script.Latin,
        >= '\u0370' and < '\u0400' => Script.Greek,
        >= '\u0400' and < '\u0530' => Script.Cyrillic,
        >= '\u0590' and < '\u0600' => Script.Hebrew,
        >= '\u0600' and < '\u0780' => Script.Arabic,
        >= '\u0900' and < '\u0980' => Script.Devanagari,
        >= '\u0e00' and < '\u0e80' => Script.Thai,
        >= '\u3040' and < '\u3100' => Script.Kana,
        >= '\u3400' and < '\ua000' => Script.Han,
        >= '\uac00' and < '\ud7b0' => Script.Hangul,
        _ => Script.Other,
    };
}
