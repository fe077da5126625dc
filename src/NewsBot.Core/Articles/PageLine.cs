using NewsBot.Core.Text;

namespace NewsBot.Core.Articles;

/// <summary>One line of a page with what its shape and words say of it. Made by <see cref="PageLines"/>.</summary>
internal sealed class PageLine(string text)
{
    /// <summary>Lines as long as this may hold a few words of the page's furniture by chance.</summary>
    public const double FurnitureSpread = 18;

    /// <summary>Fewer topic words stand elsewhere by chance.</summary>
    private const double SureTerms = 4;

    public string Text { get; } = text;

    public string Folded { get; } = TextFolding.Fold(text);

    /// <summary>Letters and digits in lower case: two lines that print the same are equal.</summary>
    public string Key => field ??= ArticleCleaner.KeyOf(Folded);

    public int Words { get; } = Core.Text.Words.Count(text);

    public bool EndsLikeSentence { get; } = BoilerplateLines.EndsLikeSentence(text) || BoilerplateLines.EndsWithAgency(text);

    /// <summary>Speech addresses people without being furniture.</summary>
    public bool IsQuoted { get; } = SpokenText.IsIn(text);

    public LineRole Role { get; set; }

    /// <summary>Distinct topic words, furniture left out.</summary>
    public int[] Terms { get; set; } = [];

    /// <summary>Distinct words of the page's furniture and their weights.</summary>
    public (int Term, double Weight)[] Furniture { get; set; } = [];

    /// <summary>Weight of signs that body text lacks: addresses, handles, arrows, bars.</summary>
    public double Signs { get; set; }

    /// <summary>Which part of its topic words stands elsewhere in the article, 0 to 1.</summary>
    public double Share { get; set; }

    /// <summary>Weight of the furniture words that are not what the article is about.</summary>
    public double Points { get; set; }

    /// <summary>0 is body beyond doubt; from about 1 on the line is furniture rather than body.</summary>
    public double Doubt => Points / Math.Max(1, Words / FurnitureSpread) * (1 - (0.8 * Math.Min(1, 2 * Share) * Math.Min(1, Terms.Length / SureTerms)));

    /// <summary>True for a line that says nothing of the page, as a title does.</summary>
    public bool IsFreeOfFurniture()
    {
        var found = FurnitureFound();
        return BoilerplateLines.Signs(Text) == 0 && found.All(word => word.Weight < FurnitureLexicon.StrongWeight) && found.Count * 2 < Math.Max(2, Words);
    }

    /// <summary>Weight of the page's furniture in the line by itself, whatever the article is about.</summary>
    public static double FurniturePoints(string text)
    {
        var folded = TextFolding.Fold(text);
        var isQuoted = SpokenText.IsIn(text);
        var found = FurnitureFound(text, folded, isQuoted);
        var words = found.Count < 2 ? found.Sum(word => word.Weight) : found.DistinctBy(word => folded.Substring(word.Span.Start, word.Span.Length)).Sum(word => word.Weight);
        return words + BoilerplateLines.Signs(text) + Address(text, isQuoted);
    }

    /// <summary>The furniture words of the line; in speech, those that address people are left out.</summary>
    public List<(TextSpan Span, double Weight)> FurnitureFound() => FurnitureFound(Text, Folded, IsQuoted);

    /// <summary>Weight of the grammar by which a page asks something of its reader.</summary>
    public double RequestPoints => Address(Text, IsQuoted);

    private static List<(TextSpan Span, double Weight)> FurnitureFound(string text, string folded, bool isQuoted)
    {
        var found = new List<(TextSpan Span, double Weight)>();
        FurnitureLexicon.Find(folded, found);
        FurnitureSpelling.Check(text, folded, found);
        if (isQuoted)
        {
            found.RemoveAll(word => word.Weight is FurnitureLexicon.AddressWeight or FurnitureLexicon.HouseWeight);
        }

        return found;
    }

    private static double Address(string text, bool isQuoted) => !isQuoted && ReaderAddress.IsIn(text) ? FurnitureLexicon.AddressWeight : 0;
}
