using System.Globalization;
using NewsBot.Core.Articles;

namespace NewsBot.Discord.Rendering;

/// <summary>What a button or an option of a menu carries. Whoever presses it may have made it up, so that rights and sight are checked at each press.</summary>
internal static class ButtonId
{
    /// <summary>Of a menu; its options carry what they do.</summary>
    public const string Menu = "pick";

    /// <summary>Shows a private answer to everyone.</summary>
    public const string Share = "share";

    /// <summary>Shows an article to everyone: as much of it as everyone may see.</summary>
    public static string ShareArticle(ArticleId article) => string.Create(CultureInfo.InvariantCulture, $"s:{article.Value}:0");

    public static string Choice(string dialog, int index) => string.Create(CultureInfo.InvariantCulture, $"c:{dialog}:{index}");

    /// <param name="page">Counted from 0.</param>
    public static string ListPage(string list, int page) => string.Create(CultureInfo.InvariantCulture, $"m:{list}:{page}");

    public static string Read(ArticleId article) => string.Create(CultureInfo.InvariantCulture, $"r:{article.Value}:0");

    /// <summary>Turns to another page of an article that is read.</summary>
    /// <param name="page">Counted from 0.</param>
    public static string TurnPage(ArticleId article, int page) => string.Create(CultureInfo.InvariantCulture, $"p:{article.Value}:{page}");

    /// <summary>Opens the field for what a command lacks, and names what was filled in.</summary>
    public static string Fill(string dialog) => $"f:{dialog}";

    public static string Save(ArticleId article) => string.Create(CultureInfo.InvariantCulture, $"a:{article.Value}:s");

    public static string Sources(ArticleId article) => string.Create(CultureInfo.InvariantCulture, $"a:{article.Value}:o");
}
