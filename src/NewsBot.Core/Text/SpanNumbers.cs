using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace NewsBot.Core.Text;

/// <summary>Numbers distinct runs of characters from 0 on, in the order they come, without making strings of them. Not thread-safe.</summary>
internal sealed class SpanNumbers(int expected = 64)
{
    private const int UsualLength = 8;

    /// <summary>Chance, new in each process, so that no text can be made to collide.</summary>
    private static readonly ulong Seed = ((ulong)(uint)HashCode.Combine(1) << 32) | (uint)HashCode.Combine(2);

    private char[] _letters = new char[expected * UsualLength];
    private Run[] _runs = new Run[expected];

    /// <summary>Number and one, at the place its hash gives or behind it; at least half of the places are 0.</summary>
    private int[] _places = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)expected * 2)];

    public int Count { get; private set; }

    public ReadOnlySpan<char> this[int number] => Letters(_runs[number]);

    /// <summary>A run that is not known yet gets the next number.</summary>
    public int Of(ReadOnlySpan<char> run, out bool isNew)
    {
        var hash = HashOf(run);
        var mask = _places.Length - 1;
        var place = hash & mask;
        for (; _places[place] > 0; place = (place + 1) & mask)
        {
            var known = _runs[_places[place] - 1];
            if (known.Hash == hash && Letters(known).SequenceEqual(run))
            {
                isNew = false;
                return _places[place] - 1;
            }
        }

        isNew = true;
        _places[place] = Count + 1;
        return Add(run, hash);
    }

    private int Add(ReadOnlySpan<char> run, int hash)
    {
        var start = Count == 0 ? 0 : _runs[Count - 1].Start + _runs[Count - 1].Length;
        if (start + run.Length > _letters.Length)
        {
            Array.Resize(ref _letters, Math.Max(_letters.Length * 2, start + run.Length));
        }

        if (Count == _runs.Length)
        {
            Array.Resize(ref _runs, Count * 2);
        }

        run.CopyTo(_letters.AsSpan(start));
        _runs[Count++] = new Run(hash, start, run.Length);
        if (Count * 2 > _places.Length)
        {
            Spread();
        }

        return Count - 1;
    }

    private void Spread()
    {
        _places = new int[_places.Length * 2];
        var mask = _places.Length - 1;
        for (var number = 0; number < Count; number++)
        {
            var place = _runs[number].Hash & mask;
            while (_places[place] > 0)
            {
                place = (place + 1) & mask;
            }

            _places[place] = number + 1;
        }
    }

    /// <summary>Four letters at a step.</summary>
    private static int HashOf(ReadOnlySpan<char> run)
    {
        var hash = Seed ^ (uint)run.Length;
        var left = MemoryMarshal.AsBytes(run);
        for (; left.Length >= sizeof(ulong); left = left[sizeof(ulong)..])
        {
            hash = Mixed(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(left));
        }

        for (; !left.IsEmpty; left = left[sizeof(char)..])
        {
            hash = Mixed(hash ^ BinaryPrimitives.ReadUInt16LittleEndian(left));
        }

        return (int)(hash ^ (hash >> 32));
    }

    private static ulong Mixed(ulong value) => Math.BigMul(value, 0x9e37_79b9_7f4a_7c15, out var low) ^ low;

    private ReadOnlySpan<char> Letters(Run run) => _letters.AsSpan(run.Start, run.Length);

    private readonly record struct Run(int Hash, int Start, int Length);
}
