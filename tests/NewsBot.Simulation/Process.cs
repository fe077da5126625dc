using NewsBot.Testing;

namespace NewsBot.Simulation;

/// <summary>One life of the program: may die at any step, and then nothing of it goes on.</summary>
internal sealed class Process(World world) : IStoreGate
{
    /// <summary>Its own, so that what waits for it goes with it.</summary>
    private readonly TaskCompletionSource _never = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ProcessTime _time = new(world.Time);

    public bool IsDead { get; private set; }

    /// <summary>Completes when it dies; fails when one of its loops does, which is a fault of the program.</summary>
    public Task Ended => _ended.Task;

    public TimeProvider Time => _time;

    public async ValueTask EnterAsync()
    {
        if (!IsDead && world.CrashesNow())
        {
            Kill();
        }

        if (IsDead)
        {
            await _never.Task;
        }
    }

    /// <summary>Runs one of its loops, which end only with it.</summary>
    public async Task KeepAsync(Func<CancellationToken, Task> loop)
    {
        try
        {
            await loop(CancellationToken.None);
            throw new InvalidOperationException("A loop of the program ended by itself.");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            IsDead = true;
            _time.Die();
            _ended.TrySetException(e);
        }
    }

    /// <summary>Ends it without a word.</summary>
    public void Kill()
    {
        if (IsDead)
        {
            return;
        }

        IsDead = true;
        world.CountInFlight();
        _time.Die();
        _ended.TrySetResult();
    }
}
