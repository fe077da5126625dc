namespace NewsBot.Feeds.Tests.Extraction;

public sealed class TitleTests
{
    [Fact]
    public void A_heading_in_the_path_to_the_page_is_the_title_when_the_page_says_the_same_to_machines() => Assert.Equal("Northern bridge opens again in May", Title(
        "<meta property=og:title content='A bridge, a ferry and a long wait'><title>Northern bridge opens again in May | Sarn Post</title>",
        "<nav class=breadcrumb><h1>Northern bridge opens again in May</h1></nav>"));

    [Fact]
    public void A_shown_heading_comes_before_one_in_the_path_to_the_page() => Assert.Equal("A bridge, a ferry and a long wait", Title(
        "<meta property=og:title content='A bridge, a ferry and a long wait'><title>Northern bridge opens again in May | Sarn Post</title>",
        "<nav class=breadcrumb><h1>Northern bridge opens again in May</h1></nav><h2>A bridge, a ferry and a long wait</h2>"));

    [Fact]
    public void The_only_heading_is_the_title_though_the_page_tells_machines_another() => Assert.Equal("Nobody spoke against the bridge", Title(
        "<meta property=og:title content='Traffic in Sarn: all you must know'><title>Traffic in Sarn: all you must know</title>",
        "<h1>Nobody spoke against the bridge</h1>"));

    [Fact]
    public void What_all_metadata_agree_on_is_the_title_though_the_heading_words_it_otherwise() => Assert.Equal("Sarn council votes to open the northern bridge", Title(
        "<meta property=og:title content='Sarn council votes to open the northern bridge'><meta name=twitter:title content='Sarn council votes to open the northern bridge'><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Sarn council votes to open the northern bridge\"}</script>",
        "<h1>Council votes to open the northern bridge at last</h1>"));

    [Fact]
    public void A_label_in_an_element_of_its_own_is_no_part_of_the_title() => Assert.Equal("Council opens the bridge again", Title(
        "<title>Sarn: Council opens the bridge again | Sarn Post</title>",
        "<h1><span>On the river</span> <span>Council opens the bridge again</span></h1>"));

    [Fact]
    public void A_label_that_the_page_gives_with_the_title_elsewhere_stays() => Assert.Equal("On the river: Council opens the bridge again", Title(
        "<meta property=og:title content='On the river: Council opens the bridge again - Sarn Post'>",
        "<h1>On the river: Council opens the bridge again</h1>"));

    [Fact]
    public void A_heading_that_leads_to_the_front_page_is_the_name_of_the_site() => Assert.Equal("Council opens the bridge again", Title(
        "<title>Voices from the river - Council opens the bridge again</title>",
        "<h1><a href='/'>Voices from the river</a></h1><h2>Council opens the bridge again</h2>"));

    [Fact]
    public void A_short_title_goes_without_the_long_name_of_its_site() => Assert.Equal("Bridge opens", Title(
        "<title>Bridge opens – All the news from the two banks of the river</title>",
        "<h1>Bridge opens</h1>"));

    [Fact]
    public void Readings_above_characters_are_no_part_of_the_title() => Assert.Equal("橋が開く", Title(
        "<title>橋が開く</title>", "<h1><ruby>橋<rt>はし</rt></ruby>が<ruby>開<rp>(</rp><rt>ひら</rt><rp>)</rp></ruby>く</h1>"));

    private static string? Title(string head, string heading) => SmallPage.Read(head, $"<article>{heading}{SmallPage.Body}</article>").Title;
}
