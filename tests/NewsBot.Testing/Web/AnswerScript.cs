using System.Security.Cryptography;

namespace NewsBot.Testing.Web;

/// <summary>Answers per address: a list, of which the last repeats, or a function of the request. Unscripted addresses answer 404. Thread-safe.</summary>
public sealed class AnswerScript
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Func<RecordedRequest, ServerAnswer>> _answers = new(StringComparer.Ordinal);

    public void Set(string address, Func<RecordedRequest, ServerAnswer> answer)
    {
        lock (_lock)
        {
            _answers[address] = answer;
        }
    }

    public void Set(string address, IReadOnlyList<ServerAnswer> answers)
    {
        var next = 0;
        Set(address, _ => answers[Math.Min(Interlocked.Increment(ref next) - 1, answers.Count - 1)]);
    }

    /// <summary>A document with a strong ETag of its bytes; a matching If-None-Match gets 304.</summary>
    public void Serve(string address, string document)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(document);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"";
        Set(address, request => request.Header("If-None-Match") == tag
            ? ServerAnswer.NotModified().With("ETag", tag)
            : ServerAnswer.Ok(bytes).With("ETag", tag));
    }

    public ServerAnswer Answer(string address, RecordedRequest request)
    {
        Func<RecordedRequest, ServerAnswer>? answer;
        lock (_lock)
        {
            answer = _answers.GetValueOrDefault(address);
        }

        return answer?.Invoke(request) ?? ServerAnswer.Of(404);
    }
}
