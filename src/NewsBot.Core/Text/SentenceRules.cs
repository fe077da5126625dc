using System.Collections.Frozen;

namespace NewsBot.Core.Text;

/// <summary>What a full stop after a word means in a language. A language without a table follows the common one.</summary>
internal sealed class SentenceRules
{
    /// <summary>Abbreviations that many languages share; titles stand before a name, so that a capital letter after them starts no sentence.</summary>
    private const string Common = "dr prof st mr mrs ms vs cf approx tel fig vol ed eds jr sr";

    private static readonly FrozenDictionary<string, SentenceRules> ByLanguage = new Dictionary<string, SentenceRules>(StringComparer.Ordinal)
    {
        ["en"] = new(
            "mx messrs gen col lt capt cpt cmdr adm maj sgt cpl pvt rev hon gov sen rep pres supt det insp mt ft e.g i.e dept est gens reps sens govs drs profs fr sra univ",
            "etc inc ltd co corp bros llc plc u.s u.k u.n e.u d.c a.m p.m ph.d b.a m.a b.c a.d ave blvd rd al et al jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri ariz calif colo conn fla ga ill ind kan ky la md mass mich minn mo mont neb nev okla ore pa tenn tex va vt wash wis wyo",
            "no nos p pp art sec ch par op"),
        ["de"] = new(
            "bzw ca z.b d.h u.a i.d.r o.g s.o s.u z.t v.a abs art bspw evtl ggf inkl exkl mio mrd sog vgl zzgl hr fr hrn frl dipl ing mag geb gest str tel allg bes ehem einschl entspr gem insb max min mind rd sen verh zz nr u.u u.ä ü.a kath evang lt med phil jur",
            "usw etc co chr v.chr n.chr uhr jh jhd jhs", "nr s bd kap ziff rn az art abs", ordinals: true),
        ["fr"] = new("m mm mme mmes mlle mlles me mgr pr ex env av apr chap hab tél dir éd p.ex c.-à-d j.-c st ste sté", "etc cie av.j.-c apr.j.-c s.a", "n no nº art p pp vol chap"),
        ["es"] = new("sr sra srta sres d dª dña dra lic ing gral cnel tte cap av avda aprox pág págs ej p.ej núm tel izq der excmo ilmo mons pbro", "etc ee.uu ud uds vd a.c d.c s.a s.l a.m p.m", "no núm art pág págs nº n"),
        ["it"] = new("sig sigg sig.ra dott dott.ssa avv on ing arch geom rag prof.ssa mons gen col cap ten mar pag pagg ca es p.es s tel v", "ecc s.p.a s.r.l a.c d.c", "n nr art pag pagg cap"),
        ["pt"] = new("sr sra srª srta dra exmo exma eng arq prof.ª d gen cel cap ten av tel pág págs aprox ex p.ex", "etc ltda s.a cia a.c d.c", "n nº art pág págs núm"),
        ["nl"] = new("dhr mevr mw ir drs mr ing bijv bv o.a m.n d.w.z t.a.v i.v.m m.b.t t.o.v ca resp incl excl afd blz pag max min nl jhr", "enz etc e.d n.chr v.chr jl a.s", "nr art blz pag"),
        ["sv"] = new("bl.a t.ex d.v.s dvs osv resp ca kl s.k m.m f.d fd nuv tel st inkl exkl", "m.fl o.s.v etc", "nr s kap"),
        ["da"] = new("bl.a f.eks dvs ca kl hhv pga mht inkl ekskl tlf jf tidl pct mio mia kr adm dir", "osv m.fl mv etc", "nr s kap", ordinals: true),
        ["no"] = new("bl.a f.eks dvs ca kl hhv pga inkl ekskl tlf jf mill mrd kr adm dir", "osv m.fl mv etc", "nr s kap", ordinals: true),
        ["fi"] = new("esim ns ks n klo mm nk ko tri prof t tms", "jne yms ym", "nro s", ordinals: true),
        ["pl"] = new("m.in np tzw tj dr hab inż mgr ks św ul al pl os prof gen płk mjr kpt por red ok godz tys mln mld zł gr im ww cd zob por woj pow", "itd itp r w", "nr s t art ust", ordinals: true),
        ["cs"] = new("tzv např mj popř resp tj ing mgr bc mudr judr phdr doc gen plk kpt ul nám tel mil mld tis sv hod", "atd apod č kč", "č čj str", ordinals: true),
        ["ro"] = new("dl dna d-na d-l dvs nr str bd gen col ing av ex aprox lei", "etc", "nr art pag"),
        ["hu"] = new("kb ill pl dr prof id ifj özv ún stb ui vö", "stb", "sz", ordinals: true),
        ["tr"] = new("sn av doç yrd öğr gör alb gen yzb tğm org korg tümg tuğg müh mah cad sok apt bkz örn yak hz sayın tel no", "vb vs vd a.ş ltd şti m.ö m.s t.c", "no sy s", ordinals: true),
        ["ru"] = new(
            "т.е т.н т.к им ул пр просп пл пер д корп стр кв г гг обл р п с пос дер тыс млн млрд трлн руб коп долл см ср напр проф акад доц канд чел экз изд ред англ лат нем фр ок св о оз",
            "т.д т.п др пр н.э г.г", "№ п ст гл с т рис"),
        ["uk"] = new("т.зв ім вул пр просп пл пров буд кв м р с смт обл тис млн млрд грн коп див напр проф акад доц ред", "т.д т.п ін н.е", "№ ст п"),
        ["vi"] = new("ts th.s ths gs pgs bs ks ls tp tx tt q p ub nxb v.v tr đ ths.bs gs.ts pgs.ts ts.bs", "v.v", "số q p"),
        ["id"] = new("sdr bpk ibu tgl yth yg dll dsb dgn drs ir h hj kec kab jl tn ny", "dll dsb dst", "no hlm"),
        ["ar"] = new("د أ م ص ق", "", "ص"),
        ["hi"] = new("डॉ प्रो श्री स्व पं मो सं कि मि रु", "", ""),
        ["el"] = new("κ κα δρ καθ π.χ δηλ αρ σελ χλμ", "κ.λπ κλπ κ.ά μ.χ π.χ", "αρ σελ"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly SentenceRules Default = ByLanguage["en"];

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _joining;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _open;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _numbering;

    private SentenceRules(string joining, string open, string numbering, bool ordinals = false)
    {
        _joining = Set(Common + " " + joining);
        _open = Set(open);
        _numbering = Set(numbering);
        Ordinals = ordinals;
    }

    /// <summary>True where "3." is "third".</summary>
    public bool Ordinals { get; }

    public static SentenceRules For(string? language) => language is not null && ByLanguage.TryGetValue(language, out var rules) ? rules : Default;

    /// <summary>Never ends a sentence: "Dr", "z.B".</summary>
    public bool Joins(ReadOnlySpan<char> lower) => _joining.Contains(lower);

    /// <summary>Ends a sentence only before a word that opens one: "Inc", "U.S".</summary>
    public bool MayEnd(ReadOnlySpan<char> lower) => _open.Contains(lower);

    /// <summary>Ends no sentence before a number: "No", "art".</summary>
    public bool Numbers(ReadOnlySpan<char> lower) => _numbering.Contains(lower);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
