namespace NewsBot.Feeds.Tests.Extraction;

public sealed class AuthorTests
{
    [Fact]
    public void A_person_in_the_byline_comes_before_an_organization_told_to_machines() => Assert.Equal(["Ila Brann"], Authors(
        "<meta name=author content='Sarn Media Ltd'>", "<p class=byline>By Ila Brann</p>"));

    [Fact]
    public void The_publisher_counts_where_its_metadata_name_nobody_else() => Assert.Equal(["Sarn Post"], Authors(
        "<meta property=og:site_name content='Sarn Post'><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Organization\",\"name\":\"Sarn Post\"}}</script>", ""));

    [Fact]
    public void The_place_of_the_publisher_is_nobody() => Assert.Empty(Authors("<meta name=author content='Sarn Post, Sarn, Marland'><meta property=og:site_name content='Sarn Post'>", ""));

    [Fact]
    public void A_name_that_holds_the_name_of_the_host_is_no_person() => Assert.Empty(Authors("<meta name=author content='Friends of the Sarnpost'>", ""));

    [Fact]
    public void A_role_that_another_place_leaves_out_goes() => Assert.Equal(["Ledo Vance"], Authors(
        "<meta name=author content='Engineer Ledo Vance'>", "<p class=byline>By Ledo Vance</p>"));

    [Fact]
    public void A_longer_list_that_two_places_give_is_believed() => Assert.Equal(["Ledo Vance", "Ila Brann"], Authors(
        "<meta name=author content='Ledo Vance'>", "<p class=byline>By Ledo Vance and Ila Brann</p><p>By Ledo Vance and Ila Brann</p>"));

    [Fact]
    public void Names_in_elements_of_their_own_are_several() => Assert.Equal(["Ledo Vance", "Ila Brann"], Authors("", "<div class=authors><span>Ledo Vance</span><span>Ila Brann</span></div>"));

    [Fact]
    public void A_link_to_the_page_of_an_author_names_them() => Assert.Equal(["Ila Brann", "Ledo Vance"], Authors(
        "", "<div><a href='/people/ila'>Ila Brann</a> and <a href='/people/ledo'>Ledo Vance</a></div>"));

    [Fact]
    public void A_link_to_the_page_of_an_author_that_is_no_name_says_nothing() => Assert.Empty(Authors("", "<div><a href='/author/7'>Another kind of bridge</a></div>"));

    [Theory]
    [InlineData("<span class='author vcard'><a class=url rel=author>river_7</a></span>")]
    [InlineData("<div>Saved by <span class=username>river_7</span></div>")]
    public void A_name_that_somebody_writes_under_need_not_look_like_one_where_it_is_marked(string byline) => Assert.Equal(["river_7"], Authors("", byline));

    [Fact]
    public void A_label_inside_a_line_names_the_author() => Assert.Equal(["Ila Brann"], Authors("", "<p>Date: 3 March 2026 Author: Ila Brann</p>"));

    [Fact]
    public void Who_stands_in_a_meta_tag_alone_may_have_set_up_the_site_and_is_left_out() => Assert.Empty(Authors("<meta name=author content='Ledo Vance'>", ""));

    [Fact]
    public void A_meta_tag_is_believed_where_the_page_shows_the_name_at_its_article() => Assert.Equal(["Ledo Vance"], Authors("<meta name=author content='Ledo Vance'>", "<p>Ledo Vance, 3 March</p>"));

    [Fact]
    public void One_of_several_people_in_the_bylines_of_a_page_is_a_guess() => Assert.Empty(Authors(
        "", "<p class=author-name>Ledo Vance</p><p class=author-name>Ila Brann</p>"));

    [Fact]
    public void One_of_several_people_in_the_bylines_of_a_page_counts_with_a_second_witness() => Assert.Equal(["Ledo Vance"], Authors(
        "", "<p class=author-name>Ledo Vance</p><p>By Ledo Vance</p><p class=author-name>Ila Brann</p>"));

    [Fact]
    public void A_marked_name_far_from_the_article_is_of_another_article() => Assert.Empty(
        SmallPage.Read("", $"<div><a rel=author>Ledo Vance</a></div>{Lines}<article><h1>Council opens the bridge again</h1>{SmallPage.Body}</article>").Authors);

    [Fact]
    public void A_name_at_the_article_comes_before_marked_ones_far_from_it() => Assert.Equal(["Ila Brann"], SmallPage.Read(
        "", $"<div><a rel=author itemprop=author>Ledo Vance</a></div>{Lines}<article><h1>Council opens the bridge again</h1><p>By Ila Brann</p>{SmallPage.Body}</article>").Authors);

    [Fact]
    public void Who_made_a_picture_did_not_write_the_article() => Assert.Equal(["Ila Brann"], Authors(
        "", "<div itemscope itemtype='https://schema.org/ImageObject'><span itemprop=author>Ledo Vance</span></div><p itemprop=author>Ila Brann</p>"));

    [Fact]
    public void A_link_to_somebody_in_a_sentence_tells_of_them() => Assert.Empty(Authors(
        "", "<p>Nobody in the council of Sarn had expected that <a href='/people/ledo-vance'>Ledo Vance</a>, who once drew the plans of the northern bridge, would come to the vote.</p>"));

    [Theory]
    [InlineData("View more articles")]
    [InlineData("Alle Beiträge")]
    [InlineData("Social Links")]
    [InlineData("Creative Commons License")]
    public void What_stands_on_a_link_beside_authors_is_nobody(string text) => Assert.Equal(["Ila Brann"], Authors("", $"<div><a href='/author/ila'>Ila Brann</a> <a href='/author/ila'>{text}</a></div>"));

    [Fact]
    public void Those_who_write_as_one_may_be_reporters_of_the_staff() => Assert.Equal(["Sarn staff reporter"], Authors(
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":\"Sarn staff reporter\"}</script>", ""));

    private static string Lines => "<ul>" + string.Concat(Enumerable.Range(1, 20).Select(number => $"<li><a href='/{number}'>Notice {number}</a></li>")) + "</ul>";

    private static IReadOnlyList<string> Authors(string head, string byline) => SmallPage.Read(head, $"<article><h1>Council opens the bridge again</h1>{byline}{SmallPage.Body}</article>").Authors;
}
