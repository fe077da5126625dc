namespace NewsBot.Search;

/// <summary>Cuts the particle off a Korean noun: one particle, and never below two syllables.</summary>
internal static class KoreanStemmer
{
    private const int ShortestStem = 2;

    private static readonly string[] Particles =
        ["에서는", "으로는", "에게서", "이라는", "에서도", "에서", "에게", "으로", "까지", "부터", "보다", "처럼", "이나", "에는", "에도", "와의", "과의", "은", "는", "이", "가", "을", "를", "의", "에", "로", "와", "과", "도", "만"];

    public static string Stem(string word)
    {
        foreach (var particle in Particles)
        {
            if (word.Length - particle.Length >= ShortestStem && word.EndsWith(particle, StringComparison.Ordinal))
            {
                return word[..^particle.Length];
            }
        }

        return word;
    }
}
