using NewsBot.Core.Text.Queries;

namespace NewsBot.Core.Tests;

public sealed class TypedQueryTests
{
    [Theory]
    [InlineData("party art", "art", "party")]
    [InlineData("art party", "art", "party")]
    [InlineData("title:art, party", "party", "title:art,")]
    [InlineData("\"old harbour\" brige", "\"old harbour\"", "brige")]
    [InlineData("partly", "art", "partly")]
    public void A_piece_is_left_out_only_where_it_stands_by_itself(string query, string piece, string rest) => Assert.Equal(rest, TypedQuery.Without(query, piece));

    [Fact]
    public void A_piece_is_replaced_whatever_its_case() => Assert.Equal("harbour bridge -title:Bridge", TypedQuery.Replace("harbour BRIGE -title:Bridge", "brige", "bridge"));

    [Fact]
    public void Bounds_of_time_are_found() => Assert.Equal(["since:7d", "BEFORE:2026-01-31"], TypedQuery.Times("ferry since:7d BEFORE:2026-01-31"));
}
