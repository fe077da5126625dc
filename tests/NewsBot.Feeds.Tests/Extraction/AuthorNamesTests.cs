using NewsBot.Feeds.Extraction;

namespace NewsBot.Feeds.Tests.Extraction;

public sealed class AuthorNamesTests
{
    [Theory]
    [InlineData("By Ledo Vance", "Ledo Vance")]
    [InlineData("Von Karla Siel und Jost Ulm", "Karla Siel|Jost Ulm")]
    [InlineData("Por Rui Salgado e Marta Vinha", "Rui Salgado|Marta Vinha")]
    [InlineData("Written by: Ila Brann, Senior Reporter", "Ila Brann")]
    [InlineData("Ledo Vance & Ila Brann; Mira Oswin", "Ledo Vance|Ila Brann|Mira Oswin")]
    [InlineData("Ledo Vance (Sarn)", "Ledo Vance")]
    [InlineData("Ledo Vance ledo@news.example @ledov", "Ledo Vance")]
    [InlineData("Ledo Vance Published March 3, 2026", "Ledo Vance")]
    [InlineData("https://news.example/authors/ledo", "")]
    [InlineData("admin", "")]
    [InlineData("3 min read", "")]
    [InlineData("記者 佐藤花子", "佐藤花子")]
    [InlineData("김하늘 기자", "김하늘")]
    [InlineData("Vance, Ledo", "Ledo Vance")]
    [InlineData("Artikel von: Ledo Vance", "Ledo Vance")]
    [InlineData("Alle Beiträge von Ledo Vance", "Ledo Vance")]
    [InlineData("Posted on 3 March 2026 by Ledo Vance", "Ledo Vance")]
    [InlineData("POST-Expertin Ila Brann", "Ila Brann")]
    [InlineData("Ledo Vance Thursday", "Ledo Vance")]
    [InlineData("Ledo Vance And Ila Brann", "Ledo Vance|Ila Brann")]
    [InlineData("Sarn Post Staff", "Sarn Post Staff")]
    [InlineData("Ila Brann, Staff Writer", "Ila Brann")]
    [InlineData("Ministry of Fish and Ferries", "Ministry of Fish and Ferries")]
    [InlineData("AuthorLedo Vance", "Ledo Vance")]
    [InlineData("Erstellt von Ledo Vance", "Ledo Vance")]
    [InlineData("Ledo Vance Quelle: Sarn Post", "Ledo Vance")]
    [InlineData("Ledo Vance Twitter", "Ledo Vance")]
    [InlineData("Ledo Vance, Ila Brann, and Mira Oswin", "Ledo Vance|Ila Brann|Mira Oswin")]
    [InlineData("Foto: Ledo Vance", "")]
    public void Names_come_without_words_for_by_roles_dates_and_addresses(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', AuthorNames.Split(text, fromByline: false)));

    [Theory]
    [InlineData("the whole town was on its feet", "")]
    [InlineData("Sarn", "")]
    [InlineData("Another kind of Bridge", "")]
    [InlineData("Mira van der Oswin", "Mira van der Oswin")]
    public void A_byline_counts_only_when_it_looks_like_a_name(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', AuthorNames.Split(text, fromByline: true)));
}
