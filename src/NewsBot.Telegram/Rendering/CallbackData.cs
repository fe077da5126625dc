using System.Globalization;
using NewsBot.Core.Articles;

namespace NewsBot.Telegram.Rendering;

/// <summary>What a button carries: at most 64 bytes of ASCII. Whoever presses it may have made it up, so that rights and sight are checked at each press.</summary>
internal abstract record CallbackData
{
    private CallbackData()
    {
    }

    /// <summary>A choice of a kept dialog, "c:token:index".</summary>
    public sealed record Choice(string Dialog, int Index) : CallbackData
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"c:{Dialog}:{Index}");
    }

    /// <summary>Turns the message to a page of a kept list, "m:token:page"; the first page is 0.</summary>
    public sealed record ListPage(string List, int Page) : CallbackData
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"m:{List}:{Page}");
    }

    /// <summary>Turns the message to a page of the article that is read in it, "r:article:page"; the first page is 0.</summary>
    public sealed record ReadPage(ArticleId Article, int Page) : CallbackData
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"r:{Article.Value}:{Page}");
    }

    /// <summary>Answers about one article in a new message, "a:article:verb".</summary>
    public sealed record OfArticle(ArticleId Article, ArticleVerb Verb) : CallbackData
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"a:{Article.Value}:{(char)Verb}");
    }

    /// <summary>Null for what no button of ours carries.</summary>
    public static CallbackData? TryParse(string? data)
    {
        if (data is null || data.Length > 64 || data.Split(':') is not [var verb, var first, var second])
        {
            return null;
        }

        var number = int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : (int?)null;
        var article = long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new ArticleId(id) : (ArticleId?)null;
        return (verb, number, article) switch
        {
            ("c", { } index, _) when first.Length > 0 => new Choice(first, index),
            ("m", { } page, _) when first.Length > 0 => new ListPage(first, page),
            ("r", { } page, { } read) => new ReadPage(read, page),
            ("a", _, { } of) when second is [var letter] && Enum.IsDefined((ArticleVerb)letter) => new OfArticle(of, (ArticleVerb)letter),
            _ => null,
        };
    }
}

/// <summary>What the buttons below a message about one article do; the letters are in buttons that were sent and never change.</summary>
internal enum ArticleVerb
{
    Read = 'r',
    Save = 's',

    /// <summary>The story with all its sources.</summary>
    Sources = 'o',

    /// <summary>Says that something about it is wrong.</summary>
    Wrong = 'w',
    Summary = 'u',

    /// <summary>Asks what to hide of what it is like.</summary>
    Less = 'l',
}
