using System.Net.Sockets;
using System.Security.Authentication;
using NewsBot.Core.Feeds;

namespace NewsBot.Feeds.Http;

/// <summary>Turns every exception that a foreign server can cause into a failure with a sentence for people. Refused, unknown, closed and silent hosts get one sentence, so that nobody can explore a network through the bot.</summary>
internal static class FetchFailures
{
    public const string Unreachable = "No answer could be had from this address.";

    public static readonly GuardedResult.Failed TimedOut = new(FetchFailure.TimedOut, Unreachable);

    public static readonly GuardedResult.Failed Broken = new(FetchFailure.BrokenAnswer, "The server's answer was broken off or damaged.");

    public static bool IsExpected(Exception e) =>
        e is HttpRequestException or IOException or InvalidDataException or SocketException or UriFormatException or AuthenticationException
            or BodyLimitException or InvalidOperationException or NotSupportedException or FormatException or OverflowException;

    public static GuardedResult.Failed Classify(Exception e)
    {
        for (var inner = e; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case RefusedAddressException:
                    return new(FetchFailure.Refused, Unreachable);
                case BodyLimitException:
                    return new(FetchFailure.TooLarge, "The answer is too large.");
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain }:
                    return new(FetchFailure.NameNotResolved, Unreachable);
                case AuthenticationException:
                    return new(FetchFailure.TlsFailed, "The server's certificate is not valid.");
            }
        }

        return e is HttpRequestException request ? Classify(request.HttpRequestError) : Broken;
    }

    private static GuardedResult.Failed Classify(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => new(FetchFailure.NameNotResolved, Unreachable),
        HttpRequestError.SecureConnectionError => new(FetchFailure.TlsFailed, "No secure connection to the server."),
        HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError => new(FetchFailure.ConnectionFailed, Unreachable),
        HttpRequestError.ConfigurationLimitExceeded => new(FetchFailure.TooLarge, "The answer is too large."),
        _ => Broken,
    };
}
