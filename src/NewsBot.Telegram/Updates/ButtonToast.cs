using NewsBot.Telegram.Sending;

namespace NewsBot.Telegram.Updates;

/// <summary>The answer that every press of a button needs, given exactly once: words that only the presser sees, or just the end of the waiting.</summary>
internal sealed class ButtonToast(TelegramBotApi api, string query)
{
    /// <summary>https://core.telegram.org/bots/api#answercallbackquery</summary>
    private const int Longest = 200;

    private int _isGiven;

    /// <summary>True when the words fit into the small window.</summary>
    public static bool Holds(string text) => text.Length <= Longest;

    /// <param name="text">Null only ends the waiting.</param>
    /// <param name="isAlert">True for words that the presser has to put away.</param>
    /// <returns>False when an answer was given before.</returns>
    public async Task<bool> GiveAsync(string? text, bool isAlert, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isGiven, 1) == 1)
        {
            return false;
        }

        // A query that is too old, or a dead network: the button stops waiting by itself.
        await api.AnswerCallbackQueryAsync(query, text, isAlert, null, cancellationToken);
        return true;
    }
}
