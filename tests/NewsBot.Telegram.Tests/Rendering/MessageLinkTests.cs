using NewsBot.Telegram.Rendering;
using NewsBot.Telegram.Sending;

namespace NewsBot.Telegram.Tests.Rendering;

public sealed class MessageLinkTests
{
    [Theory]
    [InlineData(-1001234567890, "12", "https://t.me/c/1234567890/12")]
    [InlineData(-1001234567890, "p12 13", "https://t.me/c/1234567890/12")]
    [InlineData(-1001234567890, null, null)]
    [InlineData(-4200, "12", null)]
    [InlineData(42, "12", null)]
    public void Messages_of_supergroups_and_channels_have_an_address(long chat, string? sent, string? address) =>
        Assert.Equal(address, MessageLink.To(new ChatAddress(chat), sent));

    [Fact]
    public void A_place_whose_messages_may_be_of_another_chat_has_none() => Assert.Null(MessageLink.To(null, "12"));
}
