using System.Collections.Concurrent;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Core.Articles;
using NewsBot.Core.Subscriptions;
using NewsBot.Core.Summaries;
using NewsBot.Core.Text;

namespace NewsBot.Ai;

/// <summary>
/// Asks a language model for a summary and shows it only when <see cref="SummaryCheck"/> passes it. Any failure, cap or doubt gives the extract and is counted by its reason. Thread-safe.
/// </summary>
public sealed partial class ModelSummaryWriter(IChatClient client, IOptions<AiOptions> options, TimeProvider time, ILogger<ModelSummaryWriter> logger) : ISummaryWriter, IDisposable
{
    private const int Parallel = 2;
    private const int TokensOfWord = 4;

    private readonly AiOptions _options = options.Value;
    private readonly string _key = AiRegistration.KeyOf(options.Value);
    private readonly DailyCaps _caps = new(options.Value, time);
    private readonly CircuitBreaker _breaker = new(time);
    private readonly SummaryCache _cache = new();
    private readonly SemaphoreSlim _turns = new(Parallel, Parallel);
    private readonly ConcurrentDictionary<string, int> _reasons = new(StringComparer.Ordinal);

    /// <summary>How often the extract was shown, by reason.</summary>
    public IReadOnlyDictionary<string, int> Reasons => _reasons;

    public async Task<WrittenSummary> WriteAsync(Article article, IReadOnlyList<string> extract, PlaceId place, CancellationToken cancellationToken)
    {
        var key = SummaryCache.KeyOf(article, _options);
        var written = _cache.Find(key) is { } known ? new Answer(known, null) : await AskAsync(article, extract, place, cancellationToken);
        if (written.Text is { } text)
        {
            _cache.Put(key, text);
            return new WrittenSummary(SentenceSplitter.Split(text, article.Language), _options.Model);
        }

        _reasons.AddOrUpdate(written.Reason!, 1, (_, times) => times + 1);
        LogExtract(article.Id, written.Reason!);
        return new WrittenSummary(extract, null);
    }

    public void Dispose() => _turns.Dispose();

    private async Task<Answer> AskAsync(Article article, IReadOnlyList<string> extract, PlaceId place, CancellationToken cancellationToken)
    {
        if (article.Paragraphs.Count == 0 || extract.Count == 0)
        {
            return Answer.None("no text");
        }

        if (SummaryCheck.OrdersModel(article.Title + "\n" + article.Body))
        {
            return Answer.None("orders to a model in the article");
        }

        if (_breaker.IsOpen)
        {
            return Answer.None("the model rests after failures");
        }

        var question = SummaryPrompt.For(article, _options.Words, _options.PromptTokens);
        if (!_caps.TryTake(place, SummaryPrompt.TokensOf(question)))
        {
            return Answer.None("daily cap");
        }

        var answer = await SendAsync(question, cancellationToken);
        return answer.Text is { } text ? Checked(text, article, extract) : answer;
    }

    private async Task<Answer> SendAsync(IReadOnlyList<ChatMessage> question, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(_options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await _turns.WaitAsync(either.Token);
            try
            {
                // A client that does not honour the token must not hold the answer up.
                var response = await client.GetResponseAsync(question, new ChatOptions { MaxOutputTokens = _options.Words * TokensOfWord, Temperature = 0 }, either.Token).WaitAsync(_options.Timeout, time, either.Token);
                _caps.Add(response.Usage?.OutputTokenCount ?? response.Text.Length / TokensOfWord);
                _breaker.Record(isFailure: false);
                return new Answer(response.Text.Trim(), null);
            }
            finally
            {
                _turns.Release();
            }
        }
        catch (Exception e) when (e is TimeoutException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            _breaker.Record(isFailure: true);
            return Answer.None("time-out");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            _breaker.Record(isFailure: true);
            LogFailure(e.GetType().Name, Redacted(e.Message));
            return Answer.None("failure");
        }
    }

    /// <summary>Providers repeat the key in their refusals, which is why the exception itself is not logged.</summary>
    private string Redacted(string words) => _key.Length == 0 ? words : words.Replace(_key, "***", StringComparison.Ordinal);

    private Answer Checked(string text, Article article, IReadOnlyList<string> extract)
    {
        var request = new SummaryRequest { Title = article.Title, Paragraphs = article.Paragraphs, Language = article.Language };
        return SummaryCheck.FaultOf(text, request, extract, _options.Words) is { } fault ? Answer.None("check: " + fault) : new Answer(text, null);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Article {Article} keeps its extract: {Reason}")]
    private partial void LogExtract(ArticleId article, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The language model failed ({Kind}): {Words}")]
    private partial void LogFailure(string kind, string words);

    /// <summary>The text, or why there is none.</summary>
    private readonly record struct Answer(string? Text, string? Reason)
    {
        public static Answer None(string reason) => new(null, reason);
    }
}
