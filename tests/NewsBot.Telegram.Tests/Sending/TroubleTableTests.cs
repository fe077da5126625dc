using NewsBot.Telegram.Sending;

namespace NewsBot.Telegram.Tests.Sending;

/// <summary>Every refusal that Telegram is known for, in its own words.</summary>
public sealed class TroubleTableTests
{
    [Theory]
    [InlineData(400, "Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 0", "BadMarkup")]
    [InlineData(400, "Bad Request: ENTITY_BOUNDS_INVALID", "BadMarkup")]
    [InlineData(400, "Bad Request: message is too long", "TooLong")]
    [InlineData(400, "Bad Request: message caption is too long", "TooLong")]
    [InlineData(400, "Bad Request: MEDIA_CAPTION_TOO_LONG", "TooLong")]
    [InlineData(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message", "NotModified")]
    [InlineData(400, "Bad Request: message to edit not found", "MessageGone")]
    [InlineData(400, "Bad Request: message to delete not found", "MessageGone")]
    [InlineData(400, "Bad Request: message can't be edited", "MessageGone")]
    [InlineData(400, "Bad Request: query is too old and response timeout expired or query ID is invalid", "QueryTooOld")]
    [InlineData(400, "Bad Request: message thread not found", "TopicGone")]
    [InlineData(400, "Bad Request: TOPIC_CLOSED", "TopicGone")]
    [InlineData(400, "Bad Request: TOPIC_DELETED", "TopicGone")]
    [InlineData(400, "Bad Request: wrong HTTP URL specified: Unsupported URL protocol", "BadMedia")]
    [InlineData(400, "Bad Request: failed to get HTTP URL content", "BadMedia")]
    [InlineData(400, "Bad Request: wrong type of the web page content", "BadMedia")]
    [InlineData(400, "Bad Request: IMAGE_PROCESS_FAILED", "BadMedia")]
    [InlineData(400, "Bad Request: PHOTO_INVALID_DIMENSIONS", "BadMedia")]
    [InlineData(400, "Bad Request: MEDIA_GROUPED_INVALID", "BadMedia")]
    [InlineData(400, "Bad Request: can't upload file by URL", "BadMedia")]
    [InlineData(400, "Bad Request: not enough rights to send photos to the chat", "BadMedia")]
    [InlineData(400, "Bad Request: BUTTON_DATA_INVALID", "BadKeyboard")]
    [InlineData(400, "Bad Request: BUTTON_URL_INVALID", "BadKeyboard")]
    [InlineData(400, "Bad Request: reply markup is too long", "BadKeyboard")]
    [InlineData(400, "Bad Request: chat not found", "Unreachable")]
    [InlineData(400, "Bad Request: PEER_ID_INVALID", "Unreachable")]
    [InlineData(400, "Bad Request: need administrator rights in the channel chat", "Unreachable")]
    [InlineData(400, "Bad Request: not enough rights to send text messages to the chat", "Unreachable")]
    [InlineData(400, "Bad Request: CHAT_ADMIN_REQUIRED", "Unreachable")]
    [InlineData(400, "Bad Request: CHAT_RESTRICTED", "Unreachable")]
    [InlineData(403, "Forbidden: bot was blocked by the user", "Unreachable")]
    [InlineData(403, "Forbidden: CHAT_WRITE_FORBIDDEN", "Unreachable")]
    [InlineData(401, "Unauthorized", "BadToken")]
    [InlineData(404, "Not Found", "BadToken")]
    [InlineData(404, "Not Found: method not found", "Other")]
    [InlineData(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running", "Conflict")]
    [InlineData(413, "Request Entity Too Large", "BadMedia")]
    [InlineData(400, "Bad Request: something that nobody has seen yet", "Other")]
    public void A_refusal_is_read(int code, string description, string trouble) =>
        Assert.Equal(trouble, TroubleTable.Read(new ApiResult<bool>.Failed(code, description)).GetType().Name);

    [Theory]
    [InlineData("Forbidden: bot was blocked by the user", "the bot was blocked")]
    [InlineData("Forbidden: user is deactivated", "the account was deleted")]
    [InlineData("Forbidden: bot was kicked from the supergroup chat", "the bot was removed")]
    [InlineData("Forbidden: bot is not a member of the channel chat", "the bot was removed")]
    [InlineData("Forbidden: the group chat was deleted", "the group is gone")]
    [InlineData("Forbidden: bot can't initiate conversation with a user", "the bot was never started there")]
    [InlineData("Forbidden: not enough rights", "the bot may not write there")]
    public void A_closed_door_has_its_reason(string description, string reason) =>
        Assert.Equal(new Trouble.Unreachable(reason), TroubleTable.Read(new ApiResult<bool>.Failed(403, description)));

    [Fact]
    public void A_flood_waits_a_second_longer_than_asked() =>
        Assert.Equal(new Trouble.Flood(TimeSpan.FromSeconds(8)), TroubleTable.Read(new ApiResult<bool>.Failed(429, "Too Many Requests: retry after 7", TimeSpan.FromSeconds(7))));

    [Fact]
    public void A_group_that_moved_is_not_gone() =>
        Assert.Equal(new Trouble.Migrated(-1009), TroubleTable.Read(new ApiResult<bool>.Failed(400, "Bad Request: group chat was upgraded to a supergroup chat", null, -1009)));
}
