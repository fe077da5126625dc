using System.Collections.Frozen;

namespace NewsBot.Core.Text.Languages;

/// <summary>The most common words per language, folded. They carry no topic and betray the language.</summary>
public static class StopWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByLanguage = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["en"] = "the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there would their we him been has when who will no more if out so up said what its about than into them can only other new some could time these two may then do first any my now over after also did many most where how says are your our us",
        ["de"] = "der die das und in den von zu mit sich des auf fur ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem uber einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei kann ich wir ihr unter gegen vom schon wenn habe seine ihre",
        ["fr"] = "le la les de des du un une et en dans que qui pour sur au aux avec ce ces cette par est sont pas ne plus se sa son ses il elle ils nous vous on a ont ete comme mais ou leur apres entre tout aussi fait deux sans contre selon depuis sous c'est d'un d'une qu'il",
        ["es"] = "el la los las de del un una y en que por para con se su sus al es lo como mas pero no ha han fue son este esta entre sobre tras desde hasta muy sin ya tambien hay dos segun cuando donde contra",
        ["it"] = "il lo la i gli le di del della dei delle dello un una e in che per con su si da dal dalla nel nella non e' sono ha hanno piu come anche al alla ai ma o se suo sua dopo tra fra stato contro due",
        ["pt"] = "o a os as de do da dos das um uma e em no na nos nas que por para com se seu sua ao nao mais como mas foi sao ja ha ou ser tem entre sobre apos ate pela pelo diz dois contra",
        ["nl"] = "de het een en van in is dat op te met voor zijn die aan niet er om ook als dan door bij uit nog naar maar wordt heeft hij ze werd over hebben tot tegen meer na worden deze",
        ["sv"] = "och i att det som en pa ar av for med den till har de inte om ett men han var fran vid kan nu efter eller ska sig hon ut under mot mellan enligt nar over sedan",
        ["da"] = "og i at det som en pa er af for med den til har de ikke om et men han var fra ved kan nu efter eller skal sig hun ud under mod mellem ifolge blev over siger",
        ["no"] = "og i at det som en pa er av for med den til har de ikke om et men han var fra ved kan na etter eller skal seg hun ut under mot mellom ifolge ble over sier",
        ["fi"] = "ja on ei se etta oli han mutta myos joka kun ovat kuin jo tai sen niin nyt ole vain sita mukaan vuoden ollut voi jossa noin",
        ["pl"] = "i w z na do nie sie to jest ze o jak po od za przez dla co przy jego jej ale oraz tak juz byl byla ma czy tym tylko ich ktory ktore beda zostal",
        ["cs"] = "a v na se je ze o s z do i to za by po pro jako ale jeho jsou od k ve pri podle uz byl byla nebo ktery ktere take roku jen",
        ["ro"] = "si de la in a cu pe din care ca nu se un o este au sa pentru mai fost prin al ale sunt dupa sau fi lui despre intre cel acest",
        ["tr"] = "ve bir bu da de icin ile olarak cok daha en gibi kadar ancak sonra olan oldu ise ama her ne o diye dedi iki yeni buyuk olduğu",
        ["ru"] = "и в на не что с по как из к о за от для это его но а у же все был до при так также после который которые его она он они мы года было об или сообщил",
        ["uk"] = "і в на не що з по як із до про за від для це його але а у та був при так також після який які вона він вони ми року було або",
        ["bg"] = "и в на не че с по как от за се да е са до при това но са ще след като които който беше си",
        ["el"] = "και το η ο του της να με για στο στην απο τα των σε που ειναι οι τη τον δεν θα στη μετα οτι",
        ["ar"] = "في من على أن إلى عن التي الذي هذا هذه كان مع ما لا بعد قال بين كما ذلك لم و أو قد",
        ["fa"] = "در از به که این است را با برای آن و بر هم شد کرد می تا یک خود",
        ["he"] = "של את על לא זה עם הוא כי גם היא אל או אם כל יותר אבל לאחר",
        ["hi"] = "के में की है और से का को पर ने कि एक यह हैं भी कर लिए इस था नहीं",
        ["vi"] = "la va cua co trong cho khong duoc nguoi cac mot voi da nhung de nam tai khi ve den nay tu o ra theo sau vao",
        ["id"] = "yang dan di ke dari untuk dengan pada ini itu dalam adalah tidak akan oleh juga telah karena sebagai para bisa ada",
        ["hu"] = "a az es hogy nem is egy volt meg ez csak mar azt mint szerint van meg vagy de lesz",
        ["sk"] = "je su bol bolo byt ktory ktora ktore ako pri ked az jeho jej ich tiez ale alebo proti pred medzi podla roku ludi viac bude ze sa si by pre od vo zo tak co nie uz nez iba svoju svoje dna dnes okrem mozete mal ma aj vsak sme ste preto a v na s z k za po do o i to pocas este kde nad dva tri rok roky",
        ["sl"] = "je so bil bilo biti ki kot pri ko do njegov njen njihov tudi ampak ali proti pred med po letu ljudi vec bo da se si bi za od v iz tako kaj ni ze samo svoj dne danes lahko ima pa na z s kjer zaradi in o k letos dva tri leto",
        ["hr"] = "je su bio bilo biti koji koja koje kao pri kad do njegov njezin njihov takoder ali ili protiv prije medu prema godine ljudi vise ce da se si bi za od u iz tako sto nije vec nego samo svoj dana danas moze ima a i na s sa gdje zbog kako nakon o po te dva tri godina",
        ["et"] = "ja on ei et oli see ta ka oma kui aga voi nii siis veel juba valja parast enne aasta eesti mis kes ning pole saab kuid selle tema nende ule",
        ["lt"] = "ir i is su kad yra buvo bus nuo prie po uz apie kaip tai bet ar tik jau dar ne del jo jos ju metu metais gali savo per",
        ["lv"] = "un ir no ar ka uz par bija bus pie pec bet vai tikai jau vel ne lai vina gada var savu ari tas so ta lidz",
        ["ca"] = "el la els les de del dels i en per que no es amb una un al als mes com pero ha han son aquest aquesta entre sobre fins molt sense ja tambe dos segons quan on contra d l s n va seva seu hi ho tot altres aixo ser",
        ["sr"] = "и на у од за са с се да не што је ће га ју их како али или при по до сви то ова овај био бити који која које му им између пред више године само треба може има нема данас су као након због",
        ["be"] = "і на у ад за з са не што гэта як але ці пры па да усе быу быць які якая якія яго яе іх паміж перад больш год толькі трэба можа мае няма сення для пра гэтым",
        ["mk"] = "и на во од за со се да не што е ке го ја ги како но или при по до сите тоа оваа овој беше биде кој која кои дека му им мегу пред повеке година само треба може има нема денес",
        ["ur"] = "کے کی کا میں سے کو ہے اور پر نے کہ ہیں اس یہ بھی تھا ایک کر لیے نہیں جو تو ہو وہ",
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Split(' ').ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Languages with a list, as BCP 47 primary tags.</summary>
    public static IReadOnlyCollection<string> Languages => ByLanguage.Keys;

    /// <summary>True for a stop word of the language; without a known language, of English.</summary>
    public static bool Contains(string foldedWord, string? language) => OfOrEnglish(language).Contains(foldedWord);

    /// <summary>The same list for words that are no strings.</summary>
    internal static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LookupOf(string? language) => OfOrEnglish(language).GetAlternateLookup<ReadOnlySpan<char>>();

    internal static FrozenSet<string> Of(string language) => ByLanguage[language];

    private static FrozenSet<string> OfOrEnglish(string? language) => language is not null && ByLanguage.TryGetValue(language, out var words) ? words : ByLanguage["en"];
}
