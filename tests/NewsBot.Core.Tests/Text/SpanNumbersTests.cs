using System.Globalization;
using NewsBot.Core.Text;

namespace NewsBot.Core.Tests.Text;

public sealed class SpanNumbersTests
{
    [Fact]
    public void Runs_are_numbered_in_the_order_they_come_and_keep_their_numbers_as_the_table_grows()
    {
        var numbers = new SpanNumbers(expected: 2);
        var runs = Enumerable.Range(0, 500).Select(at => "run" + at.ToString(CultureInfo.InvariantCulture)).ToList();

        Assert.All(runs, (run, at) => Assert.Equal(at, numbers.Of(run, out _)));

        Assert.All(runs, (run, at) =>
        {
            Assert.Equal(at, numbers.Of(run, out var isNew));
            Assert.False(isNew);
            Assert.Equal(run, numbers[at].ToString());
        });
        Assert.Equal(500, numbers.Count);
    }
}
