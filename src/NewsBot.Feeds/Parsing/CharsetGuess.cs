using System.Text;

namespace NewsBot.Feeds.Parsing;

/// <summary>Guesses the encoding of bytes that are no UTF-8 and that nothing names: Cyrillic and the two-byte encodings of East Asia by the letters they would give, else windows-1252.</summary>
internal static class CharsetGuess
{
    private const int SampleBytes = 64 * 1024;

    private static readonly int[] EastAsian = [932, 51932, 949, 54936, 950];
    private static readonly int[] Cyrillic = [1251, 20866, 28595, 866];

    /// <summary>The commonest Russian, Ukrainian and Bulgarian letters: a wrong code page turns them into rare or upper-case ones.</summary>
    private const string CommonCyrillic = "оеаинтсрвлкмдпуяыьгзбчй";

    /// <summary>Kana, the commonest Chinese characters of both scripts and the commonest Korean syllables.</summary>
    private const string CommonEastAsian = "のにはをたがでてとしれさいるすかっンスルトリアラ的一是不了在人有我他这個们中来上大為和国地到以說时要就出会可也你对生能而子那得于着下自之年過发后作里用道行所然家種事成方多经么去法学如都同現当沒动面起看定天分还进好小部其些主样理心她本前開但因只从想实日軍者意无力它與长把機十民第公此已工使情明性知全三又關點正業外将兩高間由問很最重并物手应戰向头文體政美相見被利什二等产或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運이다는에의을를한고하가지은로도어기사그시아나리서들인대자있";

    public static Encoding Guess(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        var high = HighBytes(sample);
        if (high.Length < 8 || AreIsolated(sample))
        {
            return Charset.Windows1252;
        }

        if (Best(EastAsian, high, CommonEastAsian, 0.25) is { } eastAsian)
        {
            return eastAsian;
        }

        return Best(Cyrillic, high, CommonCyrillic, 0.6) ?? Charset.Windows1252;
    }

    /// <summary>In Western European texts letters beyond ASCII stand alone among others.</summary>
    private static bool AreIsolated(ReadOnlySpan<byte> bytes)
    {
        var isolated = 0;
        var all = 0;
        for (var i = 1; i < bytes.Length - 1; i++)
        {
            if (bytes[i] > 127)
            {
                all++;
                isolated += bytes[i - 1] <= 127 && bytes[i + 1] <= 127 ? 1 : 0;
            }
        }

        return isolated * 2 > all;
    }

    /// <summary>The parts of the sample around bytes beyond ASCII, each with the byte behind it, as the second byte of a pair may be ASCII.</summary>
    private static byte[] HighBytes(ReadOnlySpan<byte> bytes)
    {
        var high = new List<byte>();
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] > 127)
            {
                high.Add(bytes[i]);
            }
            else if (high.Count > 0 && high[^1] > 127)
            {
                high.Add(bytes[i]);
                high.Add((byte)' ');
            }
        }

        return [.. high];
    }

    private static Encoding? Best(int[] pages, byte[] bytes, string common, double least)
    {
        var best = pages.Select(page => Encoding.GetEncoding(page)).Select(encoding => (Encoding: encoding, Share: Share(encoding.GetString(bytes), common))).MaxBy(guess => guess.Share);
        return best.Share >= least ? best.Encoding : null;
    }

    private static double Share(string text, string common)
    {
        var letters = text.Where(character => character > 127).ToList();
        return letters.Count == 0 ? 0 : (double)letters.Count(letter => common.Contains(letter)) / letters.Count;
    }
}
