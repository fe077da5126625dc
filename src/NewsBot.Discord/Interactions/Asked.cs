using NewsBot.Core.Articles;
using NewsBot.Discord.Rest.Models;

namespace NewsBot.Discord.Interactions;

/// <summary>What a person did, read from an interaction.</summary>
internal abstract record Asked
{
    private Asked()
    {
    }

    /// <summary>A command with what was filled in.</summary>
    /// <param name="Text">As it would be typed.</param>
    /// <param name="Target">The channel it is for, where one was named.</param>
    /// <param name="File">The file that came with it.</param>
    public sealed record Line(CommandForm Form, string Text, Channel? Target, UploadedFile? File) : Asked;

    /// <summary>The menu of a message: its first link is to be summarized; null where it holds none.</summary>
    public sealed record LinkOf(string? Url) : Asked;

    /// <summary>A choice of an earlier answer.</summary>
    public sealed record Choice(string Dialog, int Index) : Asked;

    /// <summary>Another page of a list, counted from 0.</summary>
    public sealed record ListPage(string List, int Page) : Asked;

    /// <summary>A page of an article, counted from 0.</summary>
    /// <param name="TurnsPage">True when it was asked for on another page of the same.</param>
    public sealed record ReadPage(ArticleId Article, int Page, bool TurnsPage) : Asked;

    /// <summary>A command about one article, as it is named in the catalogue.</summary>
    public sealed record OfArticle(ArticleId Article, string Command) : Asked;

    /// <summary>A private answer is to be shown to everyone.</summary>
    public sealed record Share : Asked;

    /// <summary>An article that was read in private is to be shown to everyone: as much of it as everyone may see.</summary>
    public sealed record ShareArticle(ArticleId Article) : Asked;

    /// <summary>The field for what a command still lacks is to be opened.</summary>
    public sealed record Fill(string Dialog) : Asked;

    /// <summary>The field was filled in.</summary>
    public sealed record Filled(string Dialog, string Text) : Asked;

    /// <summary>Something is being typed into an option.</summary>
    public sealed record Typing(CommandForm Form, OptionForm Option, string Text) : Asked;

    /// <summary>Nothing of ours, or of another version.</summary>
    public sealed record Unknown : Asked;
}
