using System.Text.RegularExpressions;

namespace NewsBot.Feeds.Extraction;

/// <summary>Lines that publishers put into articles and that are none of their text: credits of pictures, pleas to subscribe, notes on rights and comments.</summary>
internal static partial class FurnitureText
{
    private const int CreditWords = 14;
    private const int PleaWords = 60;

    public static bool Is(PageBlock block) =>
        (block.Words <= CreditWords && Credit().IsMatch(block.Text)) || (block.Words <= PleaWords && (Plea().IsMatch(block.Text) || Note().IsMatch(block.Text)));

    [GeneratedRegex(@"^[\s(\[]*(?:(?:foto|photo|bild|image|picture|video|grafik|fotografía|fotografie|foto de|zdjęcie|фото|фотография|fotoğraf|写真|图|사진)s?(?:\s?(?:credit|quelle|source|nachweis|by))?\s*[:：©/]|photograph(?:ed)? by\b|(?:image|photo|picture) credit\b|image \d+ of \d+$|©\s|bildquelle|bildnachweis)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Credit();

    [GeneratedRegex(@"^[^\p{L}]*(?:(?:subscribe|sign up|register)\s(?:now|today|here|to|for)\b|get .{3,60} delivered (?:to|through|straight)|(?:download|get) (?:our|the) .{0,40}\bapps?\b|for (?:the latest|more) (?:stories|news|breaking|updates)\b.*\b(?:app|follow|download|subscribe|visit|click)|(?:follow|like|join|find) us (?:on|at)\b|follow (?:him|her|them|@|.{3,40} on (?:twitter|facebook|instagram|x)\b)|have a (?:tip|story|news tip)\b|(?:email|e-mail|contact) (?:the (?:author|writer|reporter)|.{3,40} at \S+@)|if you (?:enjoyed|liked) (?:reading )?this|support (?:our|independent) journalism|become a (?:member|subscriber|supporter|patron)|hat (?:ihnen|dir) (?:dieser|der) (?:artikel|beitrag|text) gefallen|gefällt (?:ihnen|dir|euch) (?:dieser|der|unser|das)|(?:jetzt|hier|gleich) (?:abonnieren|anmelden|bestellen)|(?:zum|unseren?) newsletter\b|abonnier(?:en sie|e|t)\b|folg(?:en sie|e|t) uns\b|suscríbete|síguenos|únete a (?:nuestro|nuestra)|abonnez-vous|inscrivez-vous|suivez-nous|iscriviti|seguici|abonneer|schrijf je in|inscreva-se|assine (?:a|o|já)|siga-nos|подпи(?:сывайтесь|шитесь)|читайте нас|підписуйтесь|abone ol|bizi takip)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Plea();

    [GeneratedRegex(@"all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados|все права защищены|^this (?:entry|post) was (?:posted|published)|^(?:this (?:post|article) (?:contains|may contain) (?:affiliate|references))|^(?:dieser|der) (?:eintrag|beitrag) wurde (?:am|von|unter)|may not be (?:published, broadcast|reproduced)|written permission must|is the copyrighted property|your email address will not be published|e-mail-adresse wird nicht veröffentlicht|adresse e-mail ne sera pas publiée|correo electrónico no será publicad|you must be logged in|(?:ご利用には会員登録|会員の方のみ|有料会員)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, ExtractionLimits.RegexMilliseconds)]
    private static partial Regex Note();
}
