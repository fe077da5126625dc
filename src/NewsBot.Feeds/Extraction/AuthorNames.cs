using System.Text.RegularExpressions;

namespace NewsBot.Feeds.Extraction;

/// <summary>Takes the names out of what a page gives as its authors: no "by", no roles, dates, places, addresses or handles.</summary>
internal static partial class AuthorNames
{
    private const int MostAuthors = 12;
    private const int LongCollective = 40;
    private const int LongInstitution = 80;

    public static IReadOnlyList<string> Split(string? text, bool fromByline)
    {
        if (PlainText.Of(text) is not { } line || line.Length > 600)
        {
            return [];
        }

        line = Address().Replace(line, " ");
        line = Opening().Replace(Glued().Replace(line, ""), "");
        line = line.Any(char.IsDigit) ? Dated().Replace(line, "") : line;
        if (Institution().IsMatch(line) && line.Length < LongInstitution && !line.Any(char.IsDigit))
        {
            return [line];
        }

        var names = new List<string>();
        foreach (var part in Separator().Split(line))
        {
            if (Name(part, fromByline) is { } name && !names.Contains(name, StringComparer.OrdinalIgnoreCase) && names.Count < MostAuthors)
            {
                names.Add(name);
            }
        }

        if (names.Count == 0 && line.Length < LongCollective && Collective().IsMatch(line) && !line.Any(char.IsDigit))
        {
            return [line];
        }

        return IsInverted(line, names) ? [names[1] + " " + names[0]] : names;
    }

    /// <summary>True for "Family, Given" and nothing else.</summary>
    private static bool IsInverted(string line, List<string> names) =>
        names.Count == 2 && names.TrueForAll(name => !name.Contains(' ', StringComparison.Ordinal) && char.IsUpper(name[0])) && line == names[0] + ", " + names[1];

    public static string WithoutOpening(string text) => Opening().Replace(text, "").Trim();

    /// <summary>True for words that stand where names do and are none.</summary>
    public static bool IsNobody(string name) => Nobody().IsMatch(name) || Control().IsMatch(name) || name.All(unit => !char.IsLetter(unit));

    /// <summary>What follows a label like "Author:" inside a line.</summary>
    public static string? Labelled(string line) => Labels().Match(line) is { Success: true } found ? found.Groups["name"].Value : null;

    /// <summary>True for a line that begins with the word for "by" and then a name.</summary>
    public static bool IsByline(string line) => Byline().IsMatch(line);

    private static string? Name(string part, bool fromByline)
    {
        var name = Opening().Replace(part.Trim(), "");
        name = Rank().Replace(Tail().Replace(name, ""), "");
        name = name.Trim(' ', ',', '.', '~', ':', '-', '–', '—', '|', '·', '•', '/', '"', '“', '”', '*', '(', ')', '[', ']', '@');
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (name.Length is < 2 or > 60 || words.Length > 6 || name.Any(char.IsDigit) || name.Contains("http", StringComparison.OrdinalIgnoreCase) || name.Contains('@', StringComparison.Ordinal) || name.Contains(".com", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (words.Length == 1 && name.Length == 2 && name.All(char.IsAsciiLetterUpper))
        {
            return null;
        }

        if (words.Length == 1 && name.Contains('-', StringComparison.Ordinal) && name.All(unit => unit == '-' || char.IsAsciiLetterLower(unit)))
        {
            return null;
        }

        if (Role().IsMatch(name) || Nobody().IsMatch(name) || Control().IsMatch(name) || name.Contains(':', StringComparison.Ordinal))
        {
            return null;
        }

        return fromByline && !LooksLikeName(words) ? null : string.Join(' ', words);
    }

    /// <summary>Two to five words that begin with capitals, or a name in a script without capitals.</summary>
    private static bool LooksLikeName(string[] words)
    {
        if (words.Any(word => word.Any(unit => unit > 0x0590 && char.IsLetter(unit))))
        {
            return words.Length <= 5;
        }

        return words.Length is >= 2 and <= 5 && char.IsUpper(words[0][0]) && char.IsUpper(words[^1][0]) && words.All(word => !char.IsLower(word[0]) || Particle().IsMatch(word));
    }

    /// <summary>"By" without the space behind it, which scripts and styles lose, and marks in front.</summary>
    [GeneratedRegex(@"^\s*(?:[●•■▪◆]\s*|(?:(?:[Bb]y|[Aa]uth?or)\s*)+(?=\p{Lu})|View ORCID Profile)+", RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Glued();

    /// <summary>The many who write as one: "Times Staff", "News Desk".</summary>
    [GeneratedRegex(@"^(?:\p{Lu}[\p{L}\d&.-]*\s){1,3}(?:staff(?:\s(?:reporter|writer)s?)?|desk|team|editors|bureau|newsroom|reporters)$|^(?:staff writer|staff reporter|news desk|editorial board|editorial team|redaktion|redacción|rédaction|redazione|redação)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Collective();

    /// <summary>One name that holds an "and": "Ministry of Fish and Ferries".</summary>
    [GeneratedRegex(@"^\p{Lu}[^,;|/&]*\s(?:for|of|für|pour|para|per)\s[^,;|/&]*\s(?:and|und|et|y|e)\s\p{Lu}[^,;|/&]*$", RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Institution();

    /// <summary>Small words inside names.</summary>
    [GeneratedRegex(@"^(?:van|von|vom|zu|zur|zum|de|del|della|dos|das|do|da|di|du|der|den|des|dem|la|le|lo|las|los|el|al|bin|bint|ibn|ben|ter|ten|af|av|y|e|i|und|d'\p{L}+|l'\p{L}+)$", RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Particle();

    [GeneratedRegex(@"(?:^|[\s|])(?:autor(?:in)?|author|auteur|autore|tekst|автор)\s?:\s*(?<name>\p{Lu}[^:|]{3,60})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Labels();

    /// <summary>A date before the word for "by": "Posted on 3 May by".</summary>
    [GeneratedRegex(@"^[^@]{0,60}\d[^@]{0,20}\s(?:by|von|par|por|di)\s+(?=\p{Lu})", RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Dated();

    /// <summary>What stands before a name or behind it in one word.</summary>
    [GeneratedRegex(@"^(?:\S*-)?(?:gast)?(?:rechtsanwalt|rechtsanwältin|expert(?:e|in)|autor(?:in)?|redakteur(?:in)?|reporter(?:in)?|korrespondent(?:in)?|kolumnist(?:in)?)\s+(?=\p{L}+\s\p{L})|\s+(?:기자|특파원|記者|记者|著|監訳|訳|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$|^[~+#]+\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Rank();

    [GeneratedRegex(@"^(?:by|von|par|por|da|di|av|af|door|text:|author:|autor:|autorin:|autorin/autor|автор:|oleh|yazan:)\s+\p{Lu}\p{L}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Byline();

    [GeneratedRegex(@"(?:https?://\S+|\S+@\S+\.\w+|(?<!\w)@\w+)", RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Address();

    [GeneratedRegex(@"^\s*(?:(?:(?:written|all posts|view all posts|alles|alle artikel|alle beiträge|beiträge|more stories|more|articles?|erstellt|geschrieben|verfasst|gepostet|eingestellt|artikel|beitrag|stories|posted|published|reported|reporting|story|words|article|report|review|analysis|opinion|text|fotos?|photos?|photography|review|interview|edited|compiled|created|submitted|guest post)\s+(?:by|von|par|av)|by|byline|and|von|par|por|da|di|av|af|door|autore?|autora|auteurs?|authors?|autorin/autor|autorin|autor|verfasst von|more from|(?:interview|protokoll|texte?|autoren?)(?=:)|ein beitrag von|eine analyse von|interview von|aus\s\p{Lu}\p{L}+\sberichtet|text|de notre correspondante?|skrevet av|skriven av|tekst|от|автор|автори?|текст|written|yazan|yazar|penulis|oleh|文|作者|記者|记者|撰文|編集|取材)\s*[:/／：|]?\s+|[:/／：|–—-]+\s*|(?:作者|记者|記者|文)[:：/／]\s*)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\s*(?:,|;|\||•|·|&|＆|、|，|/|／|\n|\s[-–—]\s|\s(?:and|And|AND|und|et|(?-i:y|e)|och|og|en|ja|oraz|и|та|και|dan|ve|with|mit|avec|con)\s)\s*", RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\s*(?:\((?:.*)$|\b(?:published|updated|posted|follow|on|in|for|at|is a|has been|is the|aktualisiert|im gespräch|am \p{Lu}|am (?:mon|diens|donners|frei|sams|sonn)tag|am mittwoch|veröffentlicht|weitere beiträge|alle beiträge|more articles|all posts|quelle|source|fuente|tags|kategorien?|rubrik|datum|mis à jour|publié|le(?= \d)|am(?= \d)|vom(?= \d)|el(?= \d))\b.*$|\sread\b.*$|\s(?:twitter|facebook|instagram|linkedin|xing|mastodon|bluesky|threads|e-?mail|rss)$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Tail();

    [GeneratedRegex(@"(?:^|\s)(?:reporter|editor|editors|correspondent|staff|writer|writers|columnist|contributor|contributors|producer|redakteur(?:in)?|journalist(?:in|e)?|journaliste|periodista|redactora?|korrespondent(?:in)?|chefredakteur(?:in)?|corrispondente|giornalista|volontär(?:in)?|ressortleiter(?:in)?|photographer|fotograf(?:in)?|director|professor|chief|editorial board|head of|ceo|analyst|lecturer|fellow|bureau|senior|associate|deputy|freelance|desk)(?:\s|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Role();

    /// <summary>What a page says on its buttons and links next to an author: "View more articles", "Alle Beiträge", "Social links".</summary>
    [GeneratedRegex(@"^(?:(?:view|see|show|read|my|user|more|other|all|latest|e-?mail|social|keine?|alle|weitere|mehr|über|zum|zur|ver|voir|tous|toutes|autres|altri|todos|todas|otros|outros|más|mais|lees|meer|alla|fler|zobacz|więcej|все|другие|ещё|усі|інші)\s(?:\p{L}+\s){0,3}(?:articles?|posts?|stor(?:y|ies)|archives?|profiles?|bios?|links|alerts?|preferences|settings|account|news|author|beiträge|artikel|texte|kommentare?|autors?|autorin|profil|artículos|artigos|articoli|notas|noticias|notícias|inlägg|artykuły|wpisy|статьи|материалы|новости|публикации)|(?:creative commons|cc by|advertis(?:ing|ement)|all rights reserved|copyright)\b.*|كتب|كتبت|بقلم|留言|人氣|コメント)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Control();

    [GeneratedRegex(@"^(?:admin|hinterlasse einen kommentar|schreibe einen kommentar|leave a comment|reply|administrator|wordpressadmin|no author|see full bio|full bio|sponsored content|gesponserte inhalte|image|images|author|autor|authors|about|more|by|follow|contact|webmaster|user|anonymous|unknown|null|undefined|none|home|share|twitter|facebook|email|e-mail|instagram|linkedin|view|views|comments?|min(?:ute)?s?(?: read)?|last updated|published|updated|inc|ltd|llc|jr|sr|phd|ph\.d|md|news|guest|guest author|profile|bio|show more|see more|view all|posts?|see all|read more|all posts|view profile|visit website|archive|click here|print|subscribe|sign up)\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Nobody();
}
