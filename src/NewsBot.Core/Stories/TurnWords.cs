using System.Collections.Frozen;

namespace NewsBot.Core.Stories;

/// <summary>Words that say which way something went, folded. Titles that differ in the way tell of two days of a market, two games, two decisions, two regions.</summary>
internal static class TurnWords
{
    private static readonly FrozenDictionary<string, int> Ways = new (string Up, string Down)[]
    {
        ("rise rises rose rising gain gains gained higher climb climbs climbed jump jumps jumped surge surges surged rally rallies rallied recover recovers recovered advance advances advanced soar soars soared rebound rebounds rebounded",
            "fall falls fell falling drop drops dropped lower decline declines declined slip slips slipped slump slumps slumped slide slides slid sink sinks sank tumble tumbles tumbled plunge plunges plunged dip dips dipped retreat retreats"),
        ("win wins won beat beats", "lose loses lost"),
        ("warmer hotter sunny sunshine dry", "colder cooler rain rainy snow wet storm storms"),
        ("morning", "evening"),
        ("steigt steigen stieg stiegen erholt erholen gewinne gewinnt legt fester hoher klettert klettern", "fallt fallen fiel fielen verluste verliert verlieren sinkt sinken sank sanken schwacher tiefer niedriger"),
        ("sonnig sonne trocken warmer", "regen regnerisch schnee nass kalter gewitter"),
        ("morgen fruh", "abend"),
        ("hausse monte montent grimpe grimpent progresse progressent gagne bondit rebondit", "baisse baissent recule reculent chute chutent perd plonge tombe"),
        ("soleil ensoleille", "pluie pluies orages neige"),
        ("matin", "soir"),
        ("sube suben sube subio subieron alza gana ganan avanza avanzan repunta repuntan", "baja bajan bajo bajaron cae caen cayo cayeron pierde pierden retrocede retroceden"),
        ("sol soleado", "lluvia lluvias nieve tormenta tormentas"),
        ("sale salgono rialzo guadagna guadagnano", "scende scendono ribasso perde perdono cala calano"),
        ("sobe sobem alta ganha", "cai caem queda perde recua"),
        ("stijgt stijgen hoger winst", "daalt dalen lager verlies"),
        ("stiger okar upp uppgang", "faller sjunker ned nedgang"),
        ("растет растут вырос выросли выросла рост подорожал", "падает падают упал упали упала снизился снизились падение подешевел"),
        ("rosna wzrost wzrosty", "spadaja spadek spadki"),
        ("yukseldi yukseliyor artti", "dustu dusuyor geriledi"),
        ("north northern norden nord nordlich nordliche nordlichen norte norra noord septentrional settentrionale северный северной северных север севере polnoc polnocy polnocnej kuzey kuzeyi kuzeyinde 北部",
            "south southern suden sud sudlich sudliche sudlichen sur sul sodra zuid meridional meridionale южный южной южных юг юге poludnie poludniu poludniowej guney guneyi guneyinde 南部"),
        ("east eastern osten ost ostlich ostliche ostlichen oriental orientale восточный восточной восток востоке wschod wschodzie wschodniej dogu dogusunda 东部 東部",
            "west western westen westlich westliche westlichen occidental occidentale западный западной запад западе zachod zachodzie zachodniej bati batisinda 西部"),
        ("cup pokal coupe coppa copa puchar кубок кубка", "league liga ligue championnat campionato чемпионат чемпионата лига лиги"),
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
