namespace NewsBot.Core.Storage;

/// <summary>Small values that an adapter keeps between two starts, such as what it told its platform last.</summary>
public interface IStateStore
{
    /// <summary>Null when nothing is kept under the key.</summary>
    Task<string?> FindStateAsync(string key, CancellationToken cancellationToken);

    /// <param name="value">Null forgets the key.</param>
    Task SaveStateAsync(string key, string? value, CancellationToken cancellationToken);
}
