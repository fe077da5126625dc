namespace NewsBot.Core.Text.Languages;

/// <summary>What betrays a language besides its trigrams: the letters it has beyond a to z, words that its neighbours write in another way, and endings.</summary>
internal static class TellingSigns
{
    /// <summary>Letters outside a to z, or the whole alphabet of a language in Cyrillic script. A letter that is not here speaks against the language.</summary>
    public static readonly IReadOnlyDictionary<string, string> Letters = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["en"] = "",
        ["de"] = "äöüß",
        ["fr"] = "àâæçéèêëîïôœùûüÿ",
        ["es"] = "áéíñóúü",
        ["it"] = "àèéìíîòóùú",
        ["pt"] = "áâãàçéêíóôõúü",
        ["nl"] = "ëïéèêóöüáí",
        ["sv"] = "åäöé",
        ["da"] = "æøåé",
        ["no"] = "æøåéòôó",
        ["fi"] = "äöåšž",
        ["pl"] = "ąćęłńóśźż",
        ["cs"] = "áčďéěíňóřšťúůýž",
        ["sk"] = "áäčďéíĺľňóôŕšťúýž",
        ["sl"] = "čšž",
        ["hr"] = "čćđšž",
        ["ro"] = "ăâîșşțţ",
        ["tr"] = "çğıöşüâîû",
        ["vi"] = "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
        ["id"] = "é",
        ["hu"] = "áéíóöőúüű",
        ["et"] = "äöõüšž",
        ["lt"] = "ąčęėįšųūž",
        ["lv"] = "āčēģīķļņšūž",
        ["ca"] = "àçèéíïòóúü",
        ["ru"] = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        ["uk"] = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
        ["bg"] = "абвгдежзийклмнопрстуфхцчшщъьюяѝ",
        ["sr"] = "абвгдђежзијклљмнњопрстћуфхцчџш",
        ["be"] = "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
        ["mk"] = "абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝ",
    };

    /// <summary>Words as they are written, lower case.</summary>
    public static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["en"] = "after amid says over new up out off us first could may man woman police",
        ["da"] = "af efter ud til blev hvad mig dig meget kun siger mere få får gør også når være nye nu flere mod dansk danske fra år hun noget nogle ingen hvor hvordan hvorfor kunne skulle ville må sammen blive bliver været tidligere uden gennem regeringen politiet igen mellem imod sidste hvis lidt mand mænd kvinde kvinder børn pige penge uge uger vej nej bedste størst største lille nyt højre tilbage end hverken dog havde gjorde sagde fik fået gik gået tager tog taget giver givet set finder fandt vinder vandt dræbt dømt anholdt fængsel regering folketinget kommune sygehus læge patienter virksomheder selskab procent hjælp arbejde søger bag sejr kamp ledes hver hos jeg sig bør både andet alle også dette denne klar åbner dansker danskere københavn opad fordi vores øge frem advarer afviser krav bliv gange ændre skulle kender",
        ["no"] = "av etter ut ble hva meg deg mye bare sier mer få får gjør også når være nye nå flere mot norsk norske fra år hun noe noen ingen hvor hvordan hvorfor kunne skulle ville må sammen bli blir vært tidligere uten gjennom regjeringen politiet opp fram frem mellom bedre dette dere igjen mot siste hvis litt mann menn kvinne kvinner barn jente penger uke uker vei nei beste størst største liten nytt høyre tilbake enn verken hadde gjorde sa fikk fått gikk gått tar tok tatt gir gitt sett finner fant vinner vant drept dømt pågrepet fengsel regjering stortinget kommune sykehus lege pasienter bedrifter selskap prosent hjelp arbeid søker bak seier kamp hver hos jeg seg bør både annet alle også denne klar åpner nordmenn oslo fordi våre vår øke advarer avviser krav ganger endre kjenner ikke viser",
        ["sv"] = "inte av efter ut till blev vad mig dig mycket bara säger mer får gör också när vara nya nu fler mot svensk svenska från år hon något några ingen var hur varför kunde skulle ville måste tillsammans bli blir varit tidigare utan genom och är för på",
        ["cs"] = "je jsou byl bylo být který která které jako při když až jeho její jejich také ale nebo proti před mezi podle roce lidí více bude že se si by pro od ve ze tak což není už než pouze svou své dne dnes mimo můžete měl má",
        ["tr"] = "için çok",
        ["pt"] = "não são em um uma com do da dos das ao aos pelo pela mais já foi ser está também sobre após até seu sua na no nas nos à às é e que se por você seus",
        ["es"] = "el los las del al en un una con y es no que se por su más ya fue ser está también sobre tras hasta lo le sus para como esta este",
    };

    /// <summary>Parts of words, with a space for a word's edge, that tell Danish and Norwegian apart.</summary>
    public static readonly (string Language, string[] Parts)[] Parts =
    [
        ("da", ["ej ", "øj", "tion", "hed ", "ede ", "erne ", "gt ", "gte ", " ud", "æ", "eds"]),
        ("no", ["sjon", "het ", "kk ", "tt ", "pp ", "nn ", "ll ", "mm ", "øy", "ei", "kj", "ene ", "kt ", " opp", " å ", "ets "]),
    ];

    /// <summary>Languages with few readers lose a close call against a larger neighbour.</summary>
    public static readonly IReadOnlyCollection<string> Smaller = ["sl", "sk", "hr", "et", "lv", "lt", "ca", "be", "mk", "sr", "ur"];
}
