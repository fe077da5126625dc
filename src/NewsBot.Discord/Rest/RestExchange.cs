namespace NewsBot.Discord.Rest;

/// <summary>What one attempt brought.</summary>
internal abstract record RestExchange
{
    private protected RestExchange()
    {
    }

    /// <param name="NeverLeft">The call is known not to have reached Discord.</param>
    internal sealed record Lost(string Reason, bool NeverLeft) : RestExchange;
}

/// <summary>An answer, whatever its status, with a bounded body.</summary>
internal sealed record RestAnswer(int Status, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body) : RestExchange
{
    public bool IsSuccess => Status is >= 200 and < 300;

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
