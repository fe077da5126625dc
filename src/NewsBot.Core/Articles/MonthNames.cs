using System.Collections.Frozen;
using NewsBot.Core.Text;

namespace NewsBot.Core.Articles;

/// <summary>The months as pages print them, folded, in the languages that print names.</summary>
internal static class MonthNames
{
    private static readonly string[] ByMonth =
    [
        "january jan januar janvier janv enero ene gennaio gen janeiro januari stycznia января январь янв січня ocak oca ledna leden ianuarie ian tammikuuta janúar januára január januarie януари ιανουαρίου ιανουάριος יאנואר ינואר يناير كانون_الثاني ژانویه जनवरी जन januari มกราคม ม.ค siječnja januara gener",
        "february feb februar février févr fév febrero febbraio fevereiro fev februari lutego февраля февраль фев лютого şubat şub února únor februarie helmikuuta február februára февруари φεβρουαρίου φεβρουάριος פברואר فبراير شباط فوریه फरवरी फ़रवरी กุมภาพันธ์ ก.พ veljače februara febrer",
        "march mar märz mär mars marzo março maart mrt marca марта март березня mart mar března březen martie maaliskuuta március marec март μαρτίου μάρτιος מרץ مارس آذار मार्च มีนาคม มี.ค maret ožujka marta març",
        "april apr avril avr abril abr aprile kwietnia апреля апрель апр квітня nisan nis dubna duben aprilie huhtikuuta április apríla април απριλίου απρίλιος אפריל أبريل إبريل نيسان آوریل अप्रैल เมษายน เม.ย travnja aprila",
        "may mai mayo maggio mag maio mei maj maja мая май травня mayıs may května květen toukokuuta május mája май μαΐου μαίου μάιος מאי مايو أيار مه मई พฤษภาคม พ.ค svibnja maja maig",
        "june jun juni juin junio giugno giu junho czerwca июня июнь июн червня haziran haz června červen iunie iun kesäkuuta június júna юни ιουνίου ιούνιος יוני يونيو حزيران ژوئن जून มิถุนายน มิ.ย lipnja juna juny",
        "july jul juli juillet juil julio luglio lug julho lipca июля июль июл липня temmuz tem července červenec iulie iul heinäkuuta július júla юли ιουλίου ιούλιος יולי يوليو تموز ژوئیه जुलाई กรกฎาคม ก.ค srpnja jula juliol",
        "august aug août agosto ago augustus augusti sierpnia августа август авг серпня ağustos ağu srpna srpen elokuuta augusztus augusta агустос αυγούστου αύγουστος אוגוסט أغسطس آب اوت अगस्त สิงหาคม ส.ค agustus kolovoza avgusta agost",
        "september sep sept septembre septiembre settembre set setembro wrzesnia września сентября сентябрь сен вересня eylül eyl září septembrie syyskuuta szeptember septembra септември σεπτεμβρίου σεπτέμβριος ספטמבר سبتمبر أيلول سپتامبر सितंबर सितम्बर กันยายน ก.ย rujna setembre",
        "october oct oktober okt octobre octubre ottobre ott outubro out października октября октябрь окт жовтня ekim eki října říjen octombrie lokakuuta október októbra октомври οκτωβρίου οκτώβριος אוקטובר أكتوبر تشرين_الأول اکتبر अक्टूबर अक्तूबर ตุลาคม ต.ค oktobra octubre",
        "november nov novembre noviembre novembro listopada ноября ноябрь ноя листопада kasım kas listopadu noiembrie marraskuuta novembra ноември νοεμβρίου νοέμβριος נובמבר نوفمبر تشرين_الثاني نوامبر नवंबर नवम्बर พฤศจิกายน พ.ย studenoga nopember",
        "december dec dezember dez décembre déc diciembre dic dicembre dezembro grudnia декабря декабрь дек грудня aralık ara prosince prosinec decembrie joulukuuta decembra декември δεκεμβρίου δεκέμβριος דצמבר ديسمبر كانون_الأول دسامبر दिसंबर दिसम्बर ธันวาคม ธ.ค desember des prosinca desembre",
    ];

    private static readonly FrozenDictionary<string, int> Months = ByMonth
        .SelectMany((names, index) => names.Split(' ').Select(name => (Name: TextFolding.Fold(name.Replace('_', ' ')), Month: index + 1)))
        .DistinctBy(pair => pair.Name)
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Month, StringComparer.Ordinal);

    /// <summary>1 to 12, or 0 for a word that names no month.</summary>
    public static int Of(string folded) => Months.GetValueOrDefault(folded.Trim('.', ' '));
}
