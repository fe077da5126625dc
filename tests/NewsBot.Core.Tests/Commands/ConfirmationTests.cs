using NewsBot.Core.Commands;

namespace NewsBot.Core.Tests.Commands;

/// <summary>A question that deletes much is answered by its button, or by a word.</summary>
public sealed class ConfirmationTests
{
    private readonly CommandDesk _desk = new();

    [Fact]
    public async Task A_no_leaves_everything_and_ends_the_question()
    {
        await AskToDeleteAsync();

        Assert.Equal("Nothing is changed.", await _desk.TellAsync("No."));

        await _desk.TellAsync("a");
        Assert.Single(_desk.Followed());
    }

    [Fact]
    public async Task A_yes_confirms()
    {
        await AskToDeleteAsync();

        await _desk.TellAsync("yes");

        Assert.Empty(_desk.Followed());
    }

    [Fact]
    public async Task Without_a_question_both_are_words_to_look_for()
    {
        await _desk.TellAsync("/subscribe harbour");

        Assert.NotEqual("Nothing is changed.", await _desk.TellAsync("no"));
        await _desk.TellAsync("yes");

        Assert.Single(_desk.Followed());
    }

    private async Task AskToDeleteAsync()
    {
        await _desk.TellAsync("/subscribe harbour");
        Assert.IsType<Reply.Document>(await _desk.AskAsync("/reset"));
        Assert.Single(_desk.Followed());
    }
}
