namespace NewsBot.Core.Stories;

/// <summary>The terms of one article, ordered by their numbers.</summary>
internal sealed class TermVector(TermEntry[] entries)
{
    public static readonly TermVector Empty = new([]);

    public TermEntry[] Entries { get; } = entries;

    /// <summary>Kept by the index for one of its versions.</summary>
    public float CurrentNorm { get; set; }

    /// <inheritdoc cref="CurrentNorm"/>
    public long Version { get; set; }

    /// <summary>Length when it was added.</summary>
    public float Norm { get; set; } = 1;
}

/// <summary>One term of one article; the weight is that of its counts alone, rarity comes at comparison.</summary>
internal readonly record struct TermEntry(IndexedTerm Term, float Weight);
