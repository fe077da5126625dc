using System.Globalization;
using System.Text;
using NewsBot.Core.Text;

namespace NewsBot.Telegram.Rendering;

/// <summary>Puts a message together from words of the bot and words of strangers. What strangers wrote is cleaned and cannot notify anybody or offer a command.</summary>
internal sealed class TextBuilder
{
    private readonly StringBuilder _text = new();
    private readonly List<TextEntity> _entities = [];
    private readonly List<int> _items = [];

    public int Length => _text.Length;

    /// <summary>Words of the bot: commands in them can be pressed.</summary>
    public TextBuilder Add(string own)
    {
        _text.Append(VisibleText.Clean(own));
        return this;
    }

    /// <summary>Words of a stranger.</summary>
    public TextBuilder AddForeign(string text)
    {
        _text.Append(VisibleText.Disarm(VisibleText.Clean(text)));
        return this;
    }

    /// <summary>Text of a stranger with its marks; links that Telegram would not take are text.</summary>
    public TextBuilder AddForeign(RichText text)
    {
        var cleaned = new int[text.Text.Length + 1];
        var clean = VisibleText.Clean(text.Text, cleaned);
        var safe = new int[clean.Length + 1];
        var shown = VisibleText.Disarm(clean, safe);
        foreach (var mark in text.Marks)
        {
            var (start, end) = (safe[cleaned[mark.Start]], safe[cleaned[mark.Start + mark.Length]]);
            var url = mark.Kind == MarkKind.Link ? LinkRule.Accept(mark.Url) : null;
            if (mark.Kind != MarkKind.Link || url is not null)
            {
                _entities.Add(new TextEntity(KindOf(mark.Kind), _text.Length + start, end - start, url));
            }
        }

        _text.Append(shown);
        return this;
    }

    /// <summary>A stranger's title that leads to an address; plain where Telegram would not take the address.</summary>
    public TextBuilder AddLink(string title, string? address)
    {
        if (LinkRule.Accept(address) is not { } url)
        {
            return AddForeign(title);
        }

        // Inside a link nothing else is recognised, so that the title stays as it is.
        var clean = VisibleText.Clean(title);
        return Mark(EntityKind.Link, _ => _text.Append(VisibleText.IsBlank(clean) ? VisibleText.Clean(url) : clean), url);
    }

    /// <summary>A moment, told by the reader's device in its own zone.</summary>
    /// <param name="form">What the device shows: "t" the time, "dt" date and time, "r" how long ago (https://core.telegram.org/bots/api#date-time-entity-formatting).</param>
    /// <param name="shown">What apps show that do not know dates.</param>
    public TextBuilder AddTime(DateTimeOffset moment, string form, string shown) =>
        Mark(EntityKind.Time, text => text.Add(shown), string.Create(CultureInfo.InvariantCulture, $"{moment.ToUnixTimeSeconds()} {form}"));

    /// <summary>Gives a form to what is added inside.</summary>
    public TextBuilder Mark(EntityKind kind, Action<TextBuilder> add, string? value = null)
    {
        var start = _text.Length;
        add(this);
        _entities.Add(new TextEntity(kind, start, _text.Length - start, value));
        return this;
    }

    public TextBuilder AddBold(string own) => Mark(EntityKind.Bold, text => text.Add(own));

    /// <summary>Begins a line, unless one has just begun.</summary>
    public TextBuilder Line()
    {
        if (_text.Length > 0 && _text[^1] != '\n')
        {
            _text.Append('\n');
        }

        return this;
    }

    /// <summary>Leaves a line free, unless one is free already.</summary>
    public TextBuilder Gap()
    {
        Line();
        if (_text.Length > 1 && _text[^2] != '\n')
        {
            _text.Append('\n');
        }

        return this;
    }

    /// <summary>What follows belongs together as far as it fits.</summary>
    public TextBuilder Item()
    {
        _items.Add(_text.Length);
        return this;
    }

    /// <summary>White space around it is cut: Telegram does the same, and the entities stay right.</summary>
    public TelegramText Build()
    {
        var text = _text.ToString();
        return TextCutter.Cut(new TelegramText(text, EntityNesting.Order(_entities)) { Items = [.. _items.Where(item => item > 0).Distinct()] }, 0, text.Length);
    }

    private static EntityKind KindOf(MarkKind kind) => kind switch
    {
        MarkKind.Bold or MarkKind.Hit => EntityKind.Bold,
        MarkKind.Italic => EntityKind.Italic,
        MarkKind.Code => EntityKind.Code,
        MarkKind.Strike => EntityKind.Strike,
        MarkKind.Link => EntityKind.Link,
        _ => throw new InvalidOperationException($"Unknown mark {kind}."),
    };
}
