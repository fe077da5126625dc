using System.Security.Cryptography;
using System.Text;
using NewsBot.Core.Articles;

namespace NewsBot.Ai;

/// <summary>The last thousand checked summaries by all that shapes them: text, model, question, language, length. Thread-safe.</summary>
internal sealed class SummaryCache
{
    private const int Most = 1_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Queue<string> _oldest = new();

    public static string KeyOf(Article article, AiOptions options) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\u001f', article.Title, article.Body, options.Provider, options.Model, SummaryPrompt.Version, article.Language, options.Words))));

    public string? Find(string key)
    {
        lock (_lock)
        {
            return _texts.GetValueOrDefault(key);
        }
    }

    public void Put(string key, string text)
    {
        lock (_lock)
        {
            if (!_texts.TryAdd(key, text))
            {
                return;
            }

            _oldest.Enqueue(key);
            if (_oldest.Count > Most)
            {
                _texts.Remove(_oldest.Dequeue());
            }
        }
    }
}
