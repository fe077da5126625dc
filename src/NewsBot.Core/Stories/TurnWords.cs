using System.Collections.Frozen;

namespace NewsBot.Core.Stories;

/// <summary>Words that say which way something went, folded. Titles that differ in the way tell of two days of a market, two games, two decisions.</summary>
internal static class TurnWords
{
    private static readonly FrozenDictionary<string, int> Ways = new (string Up, string Down)[]
    {
        ("rise rises rose rising gain gains gained higher climb climbs climbed jump jumps jumped surge surges surged rally rallies rallied advance advances advanced soar soars soared rebound rebounds rebounded",
            "fall falls fell falling drop drops dropped lower decline declines declined slip slips slipped slump slumps slumped slide slides slid sink sinks sank tumble tumbles tumbled plunge plunges plunged dip dips dipped retreat retreats"),
        ("win wins won beat beats", "lose loses lost"),
        ("warmer hotter sunny sunshine dry", "colder cooler rain rainy snow wet storm storms"),
        ("morning", "evening"),
        ("steigt steigen stieg stiegen gewinne gewinnt legt fester hoher klettert klettern", "fallt fallen fiel fielen verluste verliert verlieren sinkt sinken sank sanken schwacher tiefer niedriger"),
        ("sonnig sonne trocken warmer", "regen regnerisch schnee nass kalter gewitter"),
        ("morgen fruh", "abend"),
        ("hausse monte montent grimpe grimpent progresse progressent gagne bondit", "baisse baissent recule reculent chute chutent perd plonge tombe"),
        ("soleil ensoleille", "pluie pluies orages neige"),
        ("matin", "soir"),
        ("sube suben sube subio subieron alza gana ganan avanza avanzan", "baja bajan bajo bajaron cae caen cayo cayeron pierde pierden retrocede retroceden"),
        ("sol soleado", "lluvia lluvias nieve tormenta tormentas"),
        ("sale salgono rialzo guadagna guadagnano", "scende scendono ribasso perde perdono cala calano"),
        ("sobe sobem alta ganha", "cai caem queda perde recua"),
        ("stijgt stijgen hoger winst", "daalt dalen lager verlies"),
        ("stiger okar upp uppgang", "faller sjunker ned nedgang"),
        ("растет растут вырос выросли выросла рост подорожал", "падает падают упал упали упала снизился снизились падение подешевел"),
        ("rosna wzrost wzrosty", "spadaja spadek spadki"),
        ("yukseldi yukseliyor artti", "dustu dusuyor geriledi"),
    }.SelectMany(Both).DistinctBy(pair => pair.Word, StringComparer.Ordinal).ToFrozenDictionary(pair => pair.Word, pair => pair.Way, StringComparer.Ordinal);

    /// <summary>True when one title goes one way and the other the opposite way of the same kind.</summary>
    public static bool Opposed(Title title, Title other)
    {
        foreach (var token in title.Tokens)
        {
            if (Ways.TryGetValue(token.Folded, out var way) && Has(other, -way) && !Has(other, way) && !Has(title, -way))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(Title title, int way) => title.Tokens.Any(token => Ways.TryGetValue(token.Folded, out var other) && other == way);

    private static IEnumerable<(string Word, int Way)> Both((string Up, string Down) words, int kind) =>
        words.Up.Split(' ').Select(word => (word, kind + 1)).Concat(words.Down.Split(' ').Select(word => (word, -kind - 1)));
}
