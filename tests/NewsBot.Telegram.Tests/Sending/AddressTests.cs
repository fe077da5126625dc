using NewsBot.Core.Subscriptions;
using NewsBot.Telegram.Sending;

namespace NewsBot.Telegram.Tests.Sending;

/// <summary>Chats and messages as the store names them.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("telegram:42", 42, null)]
    [InlineData("telegram:-1001234567890", -1001234567890, null)]
    [InlineData("telegram:-1001234567890/17", -1001234567890, 17)]
    public void A_chat_is_read_and_written(string place, long chat, int? topic)
    {
        Assert.Equal(new ChatAddress(chat, topic), ChatAddress.TryParse(new PlaceId(place)));
        Assert.Equal(new PlaceId(place), new ChatAddress(chat, topic).Place);
    }

    [Fact]
    public void The_topic_General_has_no_number() => Assert.Equal(new ChatAddress(-100), ChatAddress.TryParse(new PlaceId("telegram:-100/1")));

    [Theory]
    [InlineData("discord:42")]
    [InlineData("telegram:")]
    [InlineData("telegram:x")]
    [InlineData("telegram:1/2/3")]
    [InlineData("telegram:1/x")]
    [InlineData("")]
    public void What_is_no_chat_is_not_read(string place) => Assert.Null(ChatAddress.TryParse(new PlaceId(place)));

    [Fact]
    public void Sent_messages_are_written_and_read()
    {
        SentMessage[] all = [new(12), new(13, SentForm.Photo), new(14, SentForm.Rich)];

        Assert.Equal("12 p13 r14", SentMessage.Join(all));
        Assert.Equal(all, SentMessage.ParseAll("12 p13 r14"));
        Assert.Empty(SentMessage.ParseAll(null));
        Assert.Empty(SentMessage.ParseAll("x p r-1"));
    }
}
