using Microsoft.Extensions.AI;

namespace NewsBot.Ai.Tests;

/// <summary>A model that answers as the test says, and counts.</summary>
internal sealed class StubModel(Func<CancellationToken, Task<string>> answer) : IChatClient
{
    public StubModel(string answer)
        : this(_ => Task.FromResult(answer))
    {
    }

    public int Calls { get; private set; }

    public string LastQuestion { get; private set; } = "";

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Calls++;
        LastQuestion = string.Join('\n', messages.Select(message => message.Text));
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, await answer(cancellationToken)));
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
