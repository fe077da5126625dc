using NewsBot.Core.Articles;

namespace NewsBot.Search.Tests;

public sealed class IndexRecoveryTests
{
    [Fact]
    public async Task Edited_and_deleted_articles_are_followed()
    {
        await using var fixture = new IndexFixture();
        fixture.Store.Put(Some.Article(1, "Ferry"), Some.Article(2, "Ferry"), Some.Article(3, "Ferry"));
        Assert.Equal(3, (await fixture.FindAsync("ferry")).Total);

        fixture.Store.Put(Some.Article(1, "Zeppelin"));
        fixture.Store.Remove(2);
        fixture.Index.Changed([new ArticleId(1), new ArticleId(2)]);

        Assert.Equal([3], await fixture.IdsAsync("ferry"));
        Assert.Equal([1], await fixture.IdsAsync("zeppelin"));
    }

    [Fact]
    public async Task A_change_that_comes_while_the_index_is_closed_is_followed_after_the_restart()
    {
        await using var fixture = new IndexFixture();
        fixture.Store.Put(Some.Article(1, "Ferry"));
        await fixture.FindAsync("ferry");
        await fixture.ReopenAsync();

        fixture.Store.Put(Some.Article(1, "Zeppelin"));
        fixture.Index.Changed([new ArticleId(1)]);
        await fixture.ReopenAsync();

        Assert.Equal([1], await fixture.IdsAsync("zeppelin"));
        Assert.Empty(await fixture.IdsAsync("ferry"));
    }

    [Fact]
    public async Task What_was_indexed_is_not_read_again_after_a_restart()
    {
        await using var fixture = new IndexFixture();
        fixture.Store.Put(Some.Article(1, "Ferry"));
        await fixture.FindAsync("ferry");
        await fixture.CloseAsync();
        fixture.Store.Put(Some.Article(1, "Zeppelin"));

        await fixture.ReopenAsync();

        Assert.Equal([1], await fixture.IdsAsync("ferry"));
    }

    [Theory]
    [InlineData("segments*")]
    [InlineData("*.cfs")]
    [InlineData("*.si")]
    public async Task Broken_files_are_replaced_from_the_store(string pattern)
    {
        await using var fixture = new IndexFixture();
        fixture.Store.Put(Some.Article(1, "Ferry"));
        await fixture.FindAsync("ferry");
        await fixture.CloseAsync();
        var files = Directory.GetFiles(fixture.Folder, pattern);
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            await File.WriteAllBytesAsync(file, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16], TestContext.Current.CancellationToken);
        }

        await fixture.ReopenAsync();
        var ids = await fixture.IdsAsync("ferry");

        Assert.Equal([1], ids.Count == 0 ? await fixture.IdsAsync("ferry") : ids);
    }

    [Fact]
    public async Task A_missing_folder_is_built_again()
    {
        await using var fixture = new IndexFixture();
        fixture.Store.Put(Some.Article(1, "Ferry"));
        await fixture.FindAsync("ferry");
        await fixture.CloseAsync();
        Directory.Delete(fixture.Folder, recursive: true);

        await fixture.ReopenAsync();

        Assert.Equal([1], await fixture.IdsAsync("ferry"));
    }

    [Fact]
    public async Task What_the_store_no_longer_has_is_forgotten_at_the_next_start()
    {
        await using var fixture = new IndexFixture();
        fixture.Store.Put(Enumerable.Range(1, 10).Select(id => Some.Article(id, "Ferry")));
        await fixture.FindAsync("ferry");
        await fixture.CloseAsync();
        foreach (var id in new[] { 1, 2, 9, 10 })
        {
            fixture.Store.Remove(id);
        }

        await fixture.ReopenAsync();
        Assert.Equal(6, (await fixture.FindAsync("ferry")).Total);

        fixture.Store.Put(Some.Article(9, "Another ferry"));
        fixture.Index.Wake();
        Assert.Equal(7, (await fixture.FindAsync("ferry")).Total);
    }

    [Fact]
    public async Task Work_goes_on_in_the_background_and_is_committed()
    {
        await using var fixture = new IndexFixture();
        fixture.Store.Put(Enumerable.Range(1, 3_000).Select(id => Some.Article(id, "Ferry")));
        await fixture.FindAsync("ferry");

        for (var look = 0; look < 500 && (await fixture.FindAsync("ferry")).Total < 3_000; look++)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.Equal(3_000, (await fixture.FindAsync("ferry")).Total);
    }
}
