using System.Security.Cryptography;
using System.Text;
using NewsBot.Core.Notices;
using NewsBot.Core.Storage;
using NewsBot.Core.Subscriptions;

namespace NewsBot.Core.Commands;

/// <summary>Makes the first operator on a chat platform: whoever sends the code that this process made and the terminal shows. It works once for the instance.</summary>
public sealed class OperatorClaim(INewsStore store) : IDisposable
{
    // 40 bits, and one try a command: guessing takes longer than the process lives.
    private static readonly PersonId Instance = new("instance:operator");
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Differs from start to start.</summary>
    public string Code { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(5));

    /// <summary>Whether the code still makes an operator.</summary>
    public async Task<bool> IsOpenAsync(CancellationToken cancellationToken) => !(await store.GetPersonAsync(Instance, cancellationToken)).IsOperator;

    /// <param name="request">The terminal is the operator's already: there the code is shown.</param>
    public async Task<Reply> ClaimAsync(Request request, Command.Claim command, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (!await IsOpenAsync(cancellationToken))
            {
                return new Reply.Refusal(request.Texts.ClaimedAlready);
            }

            if (request.Caller.Role == Role.Operator && command.Code.Length == 0)
            {
                return new Reply.Message(request.Texts.ClaimCode(Code));
            }

            if (!request.Caller.IsPrivate || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(command.Code.Trim().ToUpperInvariant()), Encoding.UTF8.GetBytes(Code)))
            {
                return new Reply.Refusal(request.Texts.WrongClaim);
            }

            var person = await store.GetPersonAsync(request.Caller.Person, cancellationToken);
            await store.SavePersonAsync(person with { IsOperator = true }, cancellationToken);
            await store.SavePersonAsync(new Person { Id = Instance, IsOperator = true }, cancellationToken);
            await store.SaveStateAsync(OperatorPlaces.ClaimedBy, person.Id.Value, cancellationToken);
            return new Reply.Message(request.Texts.Claimed);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
