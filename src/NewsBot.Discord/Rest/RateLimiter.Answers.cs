namespace NewsBot.Discord.Rest;

internal sealed partial class RateLimiter
{
    private const double LongestJitter = 0.25;

    /// <summary>Takes in what came of a granted call. True when the invalid requests reached the number to warn at.</summary>
    /// <param name="answer">Null when no answer came.</param>
    /// <param name="neverLeft">The call is known not to have reached Discord.</param>
    public bool Complete(RateTicket ticket, RateAnswer? answer, bool neverLeft, TimeSpan now)
    {
        var bucket = ticket.Bucket ?? throw new InvalidOperationException("The call was never granted.");
        bucket.Release();
        if (answer is null)
        {
            if (!neverLeft)
            {
                bucket.CountLost(now);
            }

            return false;
        }

        if (answer.Window is { } window)
        {
            bucket = Remap(ticket.Route.Key, window.Hash);
            bucket.Learn(window, now);
        }
        else if (answer.IsUnlimited)
        {
            bucket.Unlimit();
        }

        if (answer.Refusal is { } refusal)
        {
            Refuse(bucket, refusal, now);
        }

        return answer.IsInvalid && Invalid.Add(now);
    }

    private void Refuse(RateBucket bucket, RateRefusal refusal, TimeSpan now)
    {
        var until = now + refusal.Wait + TimeSpan.FromSeconds(random.NextDouble() * LongestJitter);
        switch (refusal.Scope)
        {
            case RateScope.Global:
                _globalUntil = until > _globalUntil ? until : _globalUntil;
                break;
            case RateScope.Address:
                _allUntil = until > _allUntil ? until : _allUntil;
                break;
            case RateScope.User or RateScope.Shared:
                bucket.Hold(until);
                break;
            default:
                throw new InvalidOperationException($"No scope {refusal.Scope}.");
        }
    }

    private RateBucket BucketOf(RouteKey key) => BucketOf(_hashes.GetValueOrDefault(key.Operation) ?? key.Operation, key.Major);

    private RateBucket BucketOf(string hash, string major)
    {
        if (!_buckets.TryGetValue((hash, major), out var bucket))
        {
            _buckets[(hash, major)] = bucket = new RateBucket();
        }

        return bucket;
    }

    /// <summary>From now on the operation counts in this bucket; calls that are still out report to the one they left from.</summary>
    private RateBucket Remap(RouteKey key, string hash)
    {
        _hashes[key.Operation] = hash;
        return BucketOf(hash, key.Major);
    }

    private void Sweep(TimeSpan now)
    {
        if (now - _sweptAt < TimeSpan.FromMinutes(1))
        {
            return;
        }

        _sweptAt = now;
        foreach (var (key, bucket) in _buckets.Where(pair => pair.Value.InFlight == 0 && pair.Value.HeldUntil <= now && now - pair.Value.LastUsed > Forgotten).ToList())
        {
            _buckets.Remove(key);
        }
    }
}
