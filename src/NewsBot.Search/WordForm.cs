using System.Text;

namespace NewsBot.Search;

/// <summary>What a word is in one language, and how it is written in the index.</summary>
/// <param name="written">As it stood in a text.</param>
/// <param name="folded">Folded.</param>
/// <param name="stem">Folded too; the same object as <paramref name="folded"/> when equal.</param>
/// <param name="stemmer">The stemmer's language.</param>
internal sealed class WordForm(string written, string folded, string stem, string stemmer)
{
    private byte[]? _wordTerm;
    private byte[]? _stemTerm;

    public string Written => written;

    public string Folded => folded;

    public string Stem => stem;

    public bool IsItsStem => ReferenceEquals(stem, folded);

    public byte[] WordTerm => _wordTerm ??= Encoding.UTF8.GetBytes(folded);

    public byte[] StemTerm => _stemTerm ??= Encoding.UTF8.GetBytes(IndexFields.StemTerm(stemmer, stem));
}
