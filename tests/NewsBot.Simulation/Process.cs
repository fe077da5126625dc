using NewsBot.Testing;

namespace NewsBot.Simulation;

/// <summary>One life of the program: may die at any step, and then nothing of it goes on.</summary>
internal sealed class Process(World world) : IStoreGate, IDisposable
{
    private static readonly Task Never = new TaskCompletionSource().Task;
    private readonly TaskCompletionSource _died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();

    public bool IsDead { get; private set; }

    public Task Died => _died.Task;

    public CancellationToken Stop => _stop.Token;

    public async ValueTask EnterAsync()
    {
        if (!IsDead && world.CrashesNow())
        {
            Kill();
        }

        if (IsDead)
        {
            await Never;
        }
    }

    /// <summary>Ends it without a word.</summary>
    public void Kill()
    {
        IsDead = true;
        world.CountInFlight();
        _stop.Cancel();
        _died.TrySetResult();
    }

    public void Dispose() => _stop.Dispose();
}
