using System.Collections.Frozen;
using NewsBot.Core.Text;

namespace NewsBot.Feeds.Extraction;

/// <summary>Month names of about forty languages, folded. A short form counts when it begins names of one month only.</summary>
internal static class MonthNames
{
    private static readonly string[] Names =
    [
        "january jan januar janner janvier enero ene gennaio gen janeiro januari stycznia styczen января январь янв січня ocak ledna leden ianuarie tammikuuta tammikuu januara januarja sijecnja januaris janvaris janvari sausio jaanuar ιανουαριου ιανουαριος януари يناير ژانویه ינואר जनवरी জানুয়ারি มกราคม ม.ค gener xaneiro urtarrila urtarril януара januára yanvar جنوری جانفي იანვარი იანვარს հունվարի հունվար ஜனவரி जानेवारी জানুয়ারী",
        "february feb februar feber fevrier fevr febrero febbraio fevereiro fev februari lutego luty февраля февраль фев лютого subat unora unor februarie helmikuuta helmikuu februara veljace februaris februari vasario veebruar φεβρουαριου φεβρουαριος февруари فبراير شباط فوریه פברואר फरवरी ফেব্রুয়ারি กุมภาพันธ์ ก.พ febrer otsailak fevral فروری فيفري თებერვალი თებერვალს փետրվարի փետրվար பிப்ரவரி फेब्रुवारी फ़रवरी ফেব্রুয়ারী",
        "march mar marz maerz mars marzo marco maart mrt marca marzec марта март мар березня mart brezna brezen martie maaliskuuta maaliskuu marec ozujka marcius marts kovo marts μαρτιου μαρτιος مارس آذار מרץ मार्च মার্চ มีนาคม มี.ค marc martxoa marta مارچ آذار მარტი მარტს մարտի մարտ மார்ச்",
        "april apr avril avr abril aprile kwietnia kwiecien апреля апрель апр квітня nisan dubna duben aprilie huhtikuuta huhtikuu aprila travnja aprilis balandzio aprill απριλιου απριλιος април أبريل نيسان آوریل אפריל अप्रैल এপ্রিল เมษายน เม.ย abr apirila aprel اپریل ابريل أفريل افريل აპრილი აპრილს ապրիլի ապրիլ ஏப்ரல் एप्रिल",
        "may mai mayo maggio mag maio mei maj maja мая май травня mayis kvetna kveten toukokuuta toukokuu svibnja majus maijs maija geguzes maiatz μαιου μαιος ماي مايو أيار مه מאי मई মে พฤษภาคม พ.ค maig maja majs مئی ايار მაისი მაისს մայիսի մայիս மே मे",
        "june jun juni juin junio giugno giu junho czerwca czerwiec июня июнь июн червня haziran cervna cerven iunie kesakuuta kesakuu junija lipnja junius junijs birzelio juuni ιουνιου ιουνιος юни يونيو حزيران ژوئن יוני जून জুন มิถุนายน มิ.ย juny ekaina juna جون يونيه ივნისი ივნისს հունիսի հունիս ஜூன்",
        "july jul juli juillet juil julio luglio lug julho lipca lipiec июля июль июл липня temmuz cervence cervenec iulie heinakuuta heinakuu julija srpnja julius julijs liepos juuli ιουλιου ιουλιος юли يوليو تموز ژوئیه יולי जुलाई জুলাই กรกฎาคม ก.ค juliol uztaila jula جولائی يوليه جويلية يوليوز ივლისი ივლისს հուլիսի հուլիս ஜூலை जुलै",
        "august aug aout agosto ago augustus augusti sierpnia sierpien августа август авг серпня agustos srpna srpen elokuuta elokuu avgusta kolovoza augusztus augusts rugpjucio αυγουστου αυγουστος أغسطس آب اوت אוגוסט अगस्त আগস্ট สิงหาคม ส.ค agost abuztua avqust اگست اغسطس غشت აგვისტო აგვისტოს օգոստոսի օգոստոս ஆகஸ்ட் ऑगस्ट",
        "september sep sept septembre septiembre settembre set setembro wrzesnia wrzesien сентября сентябрь сен вересня eylul zari septembrie syyskuuta syyskuu septembra rujna szeptember septembris rugsejo σεπτεμβριου σεπτεμβριος септември سبتمبر أيلول سپتامبر ספטמבר सितंबर সেপ্টেম্বর กันยายน ก.ย setembre iraila sentyabr ستمبر ايلول شتنبر სექტემბერი სექტემბერს սեպտեմբերի սեպտեմբեր செப்டம்பர் सप्टेंबर सितम्बर",
        "october oct oktober okt octobre octubre ottobre ott outubro out pazdziernika pazdziernik октября октябрь окт жовтня ekim rijna rijen octombrie lokakuuta lokakuu oktobra listopada oktobris spalio oktoober οκτωβριου οκτωβριος октомври أكتوبر اکتبر אוקטובר अक्टूबर অক্টোবর ตุลาคม ต.ค urria oktyabr اکتوبر اكتوبر ოქტომბერი ოქტომბერს հոկտեմբերի հոկտեմբեր அக்டோபர் ऑक्टोबर अक्तूबर",
        "november nov novembre noviembre novembro ноября ноябрь ноя листопада kasim listopadu noiembrie marraskuuta marraskuu novembra studenoga novembris lapkricio νοεμβριου νοεμβριος ноември نوفمبر نوامبر נובמבר नवंबर নভেম্বর พฤศจิกายน พ.ย azaroa noyabr نومبر نونبر ნოემბერი ნოემბერს նոյեմբերի նոյեմբեր நவம்பர் नोव्हेंबर नवम्बर",
        "december dec dezember dez decembre diciembre dic dicembre dezembro grudnia grudzien декабря декабрь дек грудня aralik prosince prosinec decembrie joulukuuta joulukuu decembra prosinca decembris gruodzio detsember δεκεμβριου δεκεμβριος декември ديسمبر دسامبر דצמבר दिसंबर ডিসেম্বর ธันวาคม ธ.ค desembre abendua dekabr desember des دسمبر دجنبر დეკემბერი დეკემბერს դեկտեմբերի դեկտեմբեր டிசம்பர் डिसेंबर दिसम्बर",
    ];

    private static readonly FrozenDictionary<string, int> Months = Names
        .SelectMany((names, index) => names.Split(' ').Select(name => (Name: TextFolding.Fold(name), Month: index + 1)))
        .DistinctBy(pair => pair.Name)
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Month, StringComparer.Ordinal);

    /// <summary>1 to 12, or 0 for a word that is no month. "listopada" is October in Croatian, November in Polish; Hebrew joins "in" to the name.</summary>
    /// <param name="folded">A folded word.</param>
    public static int Find(string folded, string? language)
    {
        var word = folded.TrimEnd('.');
        return (word, language) switch
        {
            ("listopada", "pl") => 11,
            ("listopada", _) => 10,
            ("srpna", _) => 8,
            ("mart", _) => 3,
            _ => Months.GetValueOrDefault(word) is > 0 and var month ? month : word.Length > 3 && word[0] == 'ב' ? Months.GetValueOrDefault(word[1..]) : 0,
        };
    }
}
