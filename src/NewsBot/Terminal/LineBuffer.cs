using System.Globalization;
using System.Text;
using NewsBot.Core.Commands;

namespace NewsBot.Terminal;

/// <summary>The line being typed: keys in, text and cursor out. Pure but for its own state.</summary>
internal sealed class LineBuffer
{
    private const int MostHistory = 200;
    private const int MostCharacters = 4_000;

    private readonly List<string> _history = [];
    private readonly StringBuilder _text = new();
    private int _cursor;
    private int _recalled;
    private bool _wasInterrupted;

    public string Text => _text.ToString();

    /// <summary>In UTF-16 units from the start.</summary>
    public int Cursor => _cursor;

    public LineOutcome Press(ConsoleKeyInfo key)
    {
        var isControl = key.Modifiers.HasFlag(ConsoleModifiers.Control);
        if (isControl && key.Key == ConsoleKey.C)
        {
            return Interrupt();
        }

        _wasInterrupted = false;
        switch (key.Key)
        {
            case ConsoleKey.Enter:
                return LineOutcome.Entered;
            case ConsoleKey.D when isControl && _text.Length == 0:
                return LineOutcome.Left;
            case ConsoleKey.U when isControl:
                Remove(0, _cursor);
                break;
            case ConsoleKey.W when isControl:
                Remove(WordStart(), _cursor);
                break;
            case ConsoleKey.A when isControl:
            case ConsoleKey.Home:
                _cursor = 0;
                break;
            case ConsoleKey.E when isControl:
            case ConsoleKey.End:
                _cursor = _text.Length;
                break;
            default:
                Edit(key);
                break;
        }

        return LineOutcome.Editing;
    }

    /// <summary>The entered line; it becomes part of the history and the buffer is empty again.</summary>
    public string Take()
    {
        var line = Text;
        if (line.Trim().Length > 0 && (_history.Count == 0 || _history[^1] != line))
        {
            _history.Add(line);
        }

        if (_history.Count > MostHistory)
        {
            _history.RemoveAt(0);
        }

        Replace("");
        _recalled = _history.Count;
        return line;
    }

    /// <summary>What fits into so many columns around the cursor, and the cursor's column in it.</summary>
    public (string Text, int Column) Visible(int columns)
    {
        var start = 0;
        while (Columns(_text.ToString(start, _cursor - start)) > columns)
        {
            start = After(start);
        }

        var end = _cursor;
        while (end < _text.Length && Columns(_text.ToString(start, After(end) - start)) <= columns)
        {
            end = After(end);
        }

        return (_text.ToString(start, end - start), Columns(_text.ToString(start, _cursor - start)));
    }

    private LineOutcome Interrupt()
    {
        if (_text.Length == 0 && _wasInterrupted)
        {
            return LineOutcome.Left;
        }

        _wasInterrupted = true;
        Replace("");
        return LineOutcome.Editing;
    }

    private void Edit(ConsoleKeyInfo key)
    {
        switch (key.Key)
        {
            case ConsoleKey.Backspace:
                Remove(Before(_cursor), _cursor);
                break;
            case ConsoleKey.Delete:
                Remove(_cursor, After(_cursor));
                break;
            case ConsoleKey.LeftArrow:
                _cursor = Before(_cursor);
                break;
            case ConsoleKey.RightArrow:
                _cursor = After(_cursor);
                break;
            case ConsoleKey.UpArrow:
                Recall(-1);
                break;
            case ConsoleKey.DownArrow:
                Recall(1);
                break;
            case ConsoleKey.Tab:
                Complete();
                break;
            default:
                Type(key.KeyChar);
                break;
        }
    }

    private void Type(char unit)
    {
        if (!char.IsControl(unit) && _text.Length < MostCharacters)
        {
            _text.Insert(_cursor, unit);
            _cursor++;
        }
    }

    private void Recall(int step)
    {
        var wanted = _recalled + step;
        if (wanted < 0 || wanted > _history.Count)
        {
            return;
        }

        _recalled = wanted;
        Replace(wanted == _history.Count ? "" : _history[wanted]);
    }

    /// <summary>Completes the name of a command as far as it is clear.</summary>
    private void Complete()
    {
        var typed = Text;
        if (typed.Contains(' ', StringComparison.Ordinal))
        {
            return;
        }

        var names = CommandCatalog.All.Where(spec => spec.IsListed && spec.Name.StartsWith(typed.TrimStart('/'), StringComparison.OrdinalIgnoreCase)).Select(spec => spec.Name).ToList();
        if (names.Count > 0)
        {
            var shared = names.Aggregate((left, right) => left[..left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count()]);
            Replace("/" + shared + (names.Count == 1 ? " " : ""));
        }
    }

    private void Remove(int from, int to)
    {
        _text.Remove(from, to - from);
        _cursor = from;
    }

    private void Replace(string text)
    {
        _text.Clear().Append(text);
        _cursor = text.Length;
    }

    private int WordStart()
    {
        var at = _cursor;
        while (at > 0 && _text[at - 1] == ' ')
        {
            at--;
        }

        while (at > 0 && _text[at - 1] != ' ')
        {
            at--;
        }

        return at;
    }

    private int Before(int at)
    {
        var starts = StringInfo.ParseCombiningCharacters(Text);
        return starts.LastOrDefault(start => start < at);
    }

    private int After(int at) => at >= _text.Length ? _text.Length : at + StringInfo.GetNextTextElementLength(Text, at);

    /// <summary>Columns on a screen: East Asian wide characters and emoji take two (Unicode UAX #11).</summary>
    private static int Columns(string text)
    {
        var columns = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            columns += Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
                _ => IsWide(rune.Value) ? 2 : 1,
            };
        }

        return columns;
    }

    private static bool IsWide(int rune) =>
        rune is (>= 0x1100 and <= 0x115f) or (>= 0x2e80 and <= 0xa4cf) or (>= 0xac00 and <= 0xd7a3) or (>= 0xf900 and <= 0xfaff) or (>= 0xfe30 and <= 0xfe6f) or (>= 0xff00 and <= 0xff60) or (>= 0x1f300 and <= 0x1faff) or (>= 0x20000 and <= 0x3fffd);
}

/// <summary>What a key came to.</summary>
internal enum LineOutcome
{
    Editing,
    Entered,

    /// <summary>The person wants to go.</summary>
    Left,
}
