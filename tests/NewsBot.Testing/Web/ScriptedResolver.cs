using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace NewsBot.Testing.Web;

/// <summary>Name look-ups by script: answers in order, of which the last repeats.</summary>
public sealed class ScriptedResolver
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<IReadOnlyList<IPAddress>>> _answers = new(StringComparer.OrdinalIgnoreCase);

    public int Lookups { get; private set; }

    /// <summary>The answer for names without a script; null when they do not exist.</summary>
    public IPAddress? Otherwise { get; set; }

    /// <summary>One text an answer, several addresses separated by spaces; an empty text never answers.</summary>
    public void Set(string name, params IReadOnlyList<string> answers) =>
        _answers[name] = new(answers.Select(answer => (IReadOnlyList<IPAddress>)[.. answer.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(IPAddress.Parse)]));

    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        Lookups++;
        if (!_answers.TryGetValue(host, out var answers) || !answers.TryPeek(out var answer))
        {
            return Otherwise is { } other ? [other] : throw new SocketException((int)SocketError.HostNotFound);
        }

        if (answers.Count > 1)
        {
            answers.TryDequeue(out _);
        }

        if (answer.Count == 0)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        return answer;
    }
}
