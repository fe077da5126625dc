namespace NewsBot.Core.Text.Languages;

/// <summary>How many letters a text has, and in which script most of them are.</summary>
internal readonly record struct ScriptCounts(int Letters, Script Main)
{
    /// <summary>Where the scripts begin that are written in one block each, up to the start of the next; <see cref="Script.Other"/> fills the gaps.</summary>
    private static readonly (char From, Script Script)[] Blocks =
    [
        ('\0', Script.Latin), ('\u0250', Script.Other), ('\u0370', Script.Greek), ('\u0400', Script.Cyrillic), ('\u0530', Script.Armenian), ('\u0590', Script.Hebrew),
        ('\u0600', Script.Arabic), ('\u0780', Script.Other), ('\u0900', Script.Devanagari), ('\u0980', Script.Bengali), ('\u0a00', Script.Gurmukhi), ('\u0a80', Script.Gujarati),
        ('\u0b00', Script.Other), ('\u0b80', Script.Tamil), ('\u0c00', Script.Telugu), ('\u0c80', Script.Kannada), ('\u0d00', Script.Malayalam), ('\u0d80', Script.Sinhala),
        ('\u0e00', Script.Thai), ('\u0e80', Script.Lao), ('\u0f00', Script.Other), ('\u1000', Script.Burmese), ('\u10a0', Script.Georgian), ('\u1100', Script.Hangul),
        ('\u1200', Script.Ethiopic), ('\u13a0', Script.Other), ('\u1780', Script.Khmer), ('\u1800', Script.Other), ('\u1e00', Script.Latin), ('\u1f00', Script.Greek), ('\u2000', Script.Other),
        ('\u3040', Script.Kana), ('\u3100', Script.Other), ('\u3130', Script.Hangul), ('\u3190', Script.Other), ('\u3400', Script.Han), ('\ua000', Script.Other), ('\uac00', Script.Hangul),
        ('\ud7b0', Script.Other), ('\uf900', Script.Han), ('\ufb00', Script.Latin), ('\ufb10', Script.Other), ('\ufb50', Script.Arabic), ('\ufe00', Script.Other), ('\ufe70', Script.Arabic),
        ('\uff00', Script.Other), ('\uff21', Script.Latin), ('\uff5b', Script.Other), ('\uff66', Script.Kana), ('\uffa0', Script.Other),
    ];

    private static readonly char[] Starts = Array.ConvertAll(Blocks, static block => block.From);

    public static ScriptCounts Of(ReadOnlySpan<char> text)
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

        // Han and Hangul say in one sign what takes Latin three letters; a foreign name in between does not decide.
        counts[(int)Script.Latin] = (counts[(int)Script.Latin] + 2) / (counts[(int)Script.Han] + counts[(int)Script.Kana] + counts[(int)Script.Hangul] > 0 ? 3 : 1);
        var main = 0;
        for (var script = 1; script < counts.Length; script++)
        {
            main = counts[script] > counts[main] ? script : main;
        }

        return new ScriptCounts(letters, (Script)main);
    }

    private static Script ScriptOf(char unit)
    {
        if (unit < '\u0250')
        {
            return Script.Latin;
        }

        var at = Array.BinarySearch(Starts, unit);
        return Blocks[at >= 0 ? at : ~at - 1].Script;
    }
}
