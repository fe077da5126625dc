using System.Collections.Frozen;
using System.Globalization;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Bg;
using Lucene.Net.Analysis.Ckb;
using Lucene.Net.Analysis.Cz;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.El;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fa;
using Lucene.Net.Analysis.Fi;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Gl;
using Lucene.Net.Analysis.Hi;
using Lucene.Net.Analysis.Hu;
using Lucene.Net.Analysis.Id;
using Lucene.Net.Analysis.In;
using Lucene.Net.Analysis.Lv;
using Lucene.Net.Analysis.No;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace NewsBot.Search;

/// <summary>Which stemmer serves which language: the light one where there is a choice, since an alert that comes for the wrong word annoys more than one inflection missed.</summary>
internal static class Stemmers
{
    private const int Growth = 8;

    /// <summary>Makers of functions from a lower-case word to its stem; the functions keep state and serve one caller at a time.</summary>
    private static readonly FrozenDictionary<string, Func<Func<string, string>>> Makers = new Dictionary<string, Func<Func<string, string>>>(StringComparer.Ordinal)
    {
        ["ar"] = () => Chain(new ArabicNormalizer().Normalize, new ArabicStemmer().Stem),
        ["bg"] = () => Chain(new BulgarianStemmer().Stem),
        ["ca"] = () => Snowball(new CatalanStemmer()),
        ["ckb"] = () => Chain(new SoraniNormalizer().Normalize, new SoraniStemmer().Stem),
        ["cs"] = () => Chain(new CzechStemmer().Stem),
        ["da"] = () => Snowball(new DanishStemmer()),
        ["de"] = () => Chain(new GermanLightStemmer().Stem),
        ["el"] = () => Greek(new GreekStemmer()),
        ["en"] = () => new FilteredWord(word => new KStemFilter(word)).Apply,
        ["es"] = () => Chain(ShortPlural, new SpanishLightStemmer().Stem),
        ["eu"] = () => Snowball(new BasqueStemmer()),
        ["fa"] = () => Chain(new PersianNormalizer().Normalize),
        ["fi"] = () => Chain(new FinnishLightStemmer().Stem),
        ["fr"] = () => Chain(new FrenchLightStemmer().Stem),
        ["ga"] = () => Snowball(new IrishStemmer()),
        ["gl"] = () => Chain(new GalicianMinimalStemmer().Stem),
        ["hi"] = () => Chain(new IndicNormalizer().Normalize, new HindiNormalizer().Normalize, new HindiStemmer().Stem),
        ["hu"] = () => Chain(new HungarianLightStemmer().Stem),
        ["hy"] = () => Snowball(new ArmenianStemmer()),
        ["id"] = () => Chain((word, length) => new IndonesianStemmer().Stem(word, length, true)),
        ["it"] = () => Snowball(new ItalianStemmer()),
        ["ko"] = () => KoreanStemmer.Stem,
        ["lv"] = () => Chain(new LatvianStemmer().Stem),
        ["nl"] = () => Snowball(new Lucene.Net.Tartarus.Snowball.Ext.DutchStemmer()),
        ["no"] = () => Chain(new NorwegianLightStemmer(NorwegianStandard.BOKMAAL).Stem),
        ["pt"] = () => Chain(ShortPlural, new PortugueseLightStemmer().Stem),
        ["ro"] = () => Snowball(new RomanianStemmer()),
        ["ru"] = () => Chain(new RussianLightStemmer().Stem),
        ["sv"] = () => Snowball(new SwedishStemmer()),
        ["tr"] = () => Snowball(new TurkishStemmer()),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, byte> Numbers = Makers.Keys.Order(StringComparer.Ordinal).Select((key, at) => (key, (byte)(at + 1))).ToFrozenDictionary(pair => pair.key, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>The language whose stemmer serves this one, or "" where there is none.</summary>
    public static string KeyOf(string? language)
    {
        var hyphen = language?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        var primary = hyphen < 0 ? language ?? "" : language![..hyphen];
        return primary switch
        {
            "nb" or "nn" => "no",
            _ => Makers.ContainsKey(primary) ? primary : "",
        };
    }

    /// <summary>The stemmer's number in the index; 0 where there is none.</summary>
    public static byte NumberOf(string key) => Numbers.GetValueOrDefault(key);

    /// <summary>A function from a lower-case word with its marks to its stem, for one caller at a time; null where there is no stemmer.</summary>
    public static Func<string, string>? For(string key) => Makers.TryGetValue(key, out var make) ? make() : null;

    /// <summary>Lower case as the language has it: Turkish has two letters i.</summary>
    public static string ToLower(string word, string key) =>
        key == "tr" ? word.Replace('I', 'ı').Replace('İ', 'i').ToLower(CultureInfo.InvariantCulture) : word.ToLowerInvariant();

    private static Func<string, string> Chain(params Func<char[], int, int>[] steps) => word =>
    {
        var buffer = new char[word.Length + Growth];
        word.CopyTo(0, buffer, 0, word.Length);
        var length = word.Length;
        foreach (var step in steps)
        {
            length = step(buffer, length);
        }

        return new string(buffer, 0, length);
    };

    /// <summary>The light stemmers of Spanish and Portuguese leave short words alone, plurals too.</summary>
    private static int ShortPlural(char[] word, int length) => length is 4 or 5 && word[length - 1] == 's' && word[length - 2] is ('a' or 'e' or 'o') ? length - 1 : length;

    private static Func<string, string> Snowball(SnowballProgram program) => word =>
    {
        program.SetCurrent(word);
        program.Stem();
        return program.Current;
    };

    /// <summary>The stemmer expects words without accents and without the final form of sigma.</summary>
    private static Func<string, string> Greek(GreekStemmer stemmer)
    {
        var stem = Chain(stemmer.Stem);
        return word => stem(NewsBot.Core.Text.TermSpans.Fold(word).Replace('ς', 'σ'));
    }
}
