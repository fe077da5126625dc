using NewsBot.Core.Text.Languages;

namespace NewsBot.Core.Tests.Languages;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("en", "Parliament approves the new budget after a long night of debate")]
    [InlineData("de", "Parlament beschließt neuen Haushalt nach langer Nachtsitzung")]
    [InlineData("fr", "Le parlement adopte le nouveau budget après une longue nuit de débats")]
    [InlineData("es", "El parlamento aprueba los nuevos presupuestos tras una larga noche")]
    [InlineData("it", "Il parlamento approva il nuovo bilancio dopo una lunga notte di discussione")]
    [InlineData("pt", "O parlamento aprova o novo orçamento após uma longa noite de debate")]
    [InlineData("nl", "Parlement keurt nieuwe begroting goed na een lange nacht vergaderen")]
    [InlineData("sv", "Riksdagen röstade ja till den nya budgeten efter en lång natt")]
    [InlineData("da", "Folketinget stemte ja til det nye budget efter en lang nat med debat")]
    [InlineData("no", "Stortinget stemte ja til det nye budsjettet etter en lang natt")]
    [InlineData("fi", "Eduskunta hyväksyi uuden talousarvion pitkän yön jälkeen")]
    [InlineData("pl", "Parlament przyjął nowy budżet po długiej nocnej debacie")]
    [InlineData("cs", "Parlament po dlouhém nočním jednání schválil nový rozpočet")]
    [InlineData("sk", "Parlament schválil rozpočet, ktorý počíta s vyššími výdavkami na školy")]
    [InlineData("hr", "Sabor je nakon duge noćne rasprave prihvatio novi proračun")]
    [InlineData("ro", "Parlamentul a aprobat noul buget după o noapte lungă de dezbateri")]
    [InlineData("tr", "Meclis uzun bir gecenin ardından yeni bütçeyi kabul etti")]
    [InlineData("vi", "Quốc hội thông qua ngân sách mới sau một đêm tranh luận dài")]
    [InlineData("id", "Parlemen menyetujui anggaran baru setelah perdebatan sepanjang malam")]
    [InlineData("hu", "A parlament hosszú éjszakai vita után elfogadta az új költségvetést")]
    [InlineData("ru", "Парламент принял новый бюджет после долгого ночного заседания")]
    [InlineData("uk", "Парламент ухвалив новий бюджет після довгого нічного засідання")]
    [InlineData("bg", "Парламентът прие новия бюджет след дълго нощно заседание")]
    [InlineData("sr", "Скупштина је након дуге ноћне расправе усвојила нови буџет")]
    [InlineData("ar", "البرلمان يقر الموازنة الجديدة بعد ليلة طويلة من النقاش")]
    [InlineData("fa", "مجلس پس از یک شب طولانی بودجه جدید را تصویب کرد")]
    [InlineData("he", "הפרלמנט אישר את התקציב החדש אחרי לילה ארוך של דיונים")]
    [InlineData("hi", "संसद ने लंबी बहस के बाद नए बजट को मंजूरी दी")]
    [InlineData("zh", "议会经过漫长的夜间辩论后通过了新预算")]
    [InlineData("ja", "議会は長い夜の審議の末に新しい予算を可決した")]
    [InlineData("ko", "의회가 긴 밤샘 토론 끝에 새 예산안을 통과시켰다")]
    [InlineData("el", "Η βουλή ενέκρινε τον νέο προϋπολογισμό μετά από πολύωρη συζήτηση")]
    [InlineData("th", "รัฐสภาผ่านงบประมาณใหม่หลังการอภิปรายตลอดคืน")]
    public void A_headline_is_told_in_its_language(string language, string headline)
    {
        Assert.Equal(language, LanguageDetector.Detect(headline));
        Assert.True(LanguageDetector.Fits(headline, language));
    }

    [Fact]
    public void Japanese_without_kana_is_told_by_its_own_characters() => Assert.Equal("ja", LanguageDetector.Detect("経済対策発表 円安続伸"));

    [Theory]
    [InlineData("")]
    [InlineData("12:30")]
    [InlineData("\ud800\ud800\ud800")]
    [InlineData("🌋🌋🌋🌋")]
    [InlineData("Xq zrt wvk pqg xxn")]
    public void Nothing_is_said_without_a_sign(string text) => Assert.Null(LanguageDetector.Detect(text));

    [Theory]
    [InlineData("Parlament beschließt neuen Haushalt nach langer Nachtsitzung", "en-US")]
    [InlineData("Парламент принял новый бюджет после долгого ночного заседания", "en")]
    [InlineData("議会は長い夜の審議の末に新しい予算を可決した", "en")]
    [InlineData("Parliament approves the new budget after a long night of debate", "ja")]
    public void A_wrong_declaration_is_seen(string headline, string declared) => Assert.False(LanguageDetector.Fits(headline, declared));

    [Theory]
    [InlineData("Stortinget stemte ja til det nye budsjettet etter en lang natt", "nb-NO")]
    [InlineData("Stortinget stemte ja til det nye budsjettet etter en lang natt", "da")]
    [InlineData("Sabor je nakon duge noćne rasprave prihvatio novi proračun", "sr-Latn")]
    [InlineData("Bunge limepitisha bajeti mpya baada ya mjadala wa usiku kucha", "sw")]
    [InlineData("OK", "ja")]
    [InlineData("", "en")]
    public void A_declaration_stands_where_it_may_be_true(string headline, string declared) => Assert.True(LanguageDetector.Fits(headline, declared));

    [Fact]
    public void Only_the_beginning_of_a_long_text_is_read()
    {
        var start = "Parliament approves the new budget after a long night of debate. ";
        var text = string.Concat(Enumerable.Repeat(start, 20)) + new string('ж', 1_000_000);

        Assert.Equal("en", LanguageDetector.Detect(text));
    }

    [Fact]
    public void Any_text_is_taken()
    {
        var random = new Random(5);
        for (var round = 0; round < 2_000; round++)
        {
            var units = new char[random.Next(120)];
            for (var at = 0; at < units.Length; at++)
            {
                units[at] = (char)random.Next(round % 2 == 0 ? 0x10000 : 0x500);
            }

            var text = new string(units);
            var language = LanguageDetector.Detect(text);

            Assert.True(language is null || LanguageDetector.Fits(text, language));
        }
    }
}
