using NewsBot.Core.Text;

namespace NewsBot.Core.Tests.Text;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("en", "Dr. Ada Voss of St. Orlin spoke on Monday.| She named No. 5 Harbour St. as the place.")]
    [InlineData("en", "The U.S. Navy left the U.S.| The ships return at 5 p.m. on Oct. 3.")]
    [InlineData("en", "Prices rose 3.5 per cent to $1.20 (see www.sarn.example/prices.html).| Nobody paid.")]
    [InlineData("en", "“We will not pay,” said J. K. Marl.| “Never!”| He left.")]
    [InlineData("en", "“Stop!” he cried.| Was it over?| It was not...| The crowd stayed.")]
    [InlineData("en", "The deal was signed.|Both sides praised it.| Booking.com and ASP.NET were not named.")]
    [InlineData("en", "Orlin Inc. reported losses, but Marl Co. did not.| Its head, A. Brandt, resigned [2].")]
    [InlineData("en", "The bridge fell in March.[3]| It had stood for 90 years.")]
    [InlineData("en", "1. Build the dam.| 2. Fill the lake.")]
    [InlineData("en", "He moved to Vale Corp.| The company pays well.")]
    [InlineData("de", "Am 3. Mai sprach Dr. Lena Moor in St. Arlen.| Etwa 3,5 Mio. Euro fehlen, z. B. für Schulen.")]
    [InlineData("de", "„Wir zahlen nicht“, sagte der Minister.| „Niemals.“| Danach ging er.")]
    [InlineData("de", "Der Umsatz stieg bzw. blieb gleich.| Das Werk steht seit 1999.| Es wächst.")]
    [InlineData("de", "Sie wohnt in der Hafenstr. 5, vgl. Abs. 2 der Satzung.| Er nicht.")]
    [InlineData("de", "Das Team wurde Erster am 2. Spieltag.| »Großartig!«, rief der Trainer.")]
    [InlineData("fr", "M. Dulac a rencontré Mme. Verne à 9 h.| « Nous refusons. »| Elle est partie.")]
    [InlineData("fr", "L’accord, cf. art. 5, date du 1er mai.| Il coûte 3,5 millions, etc.")]
    [InlineData("es", "El Sr. Lobo y la Dra. Ruiz hablaron el lunes.| ¿Quién paga?| ¡Nadie!| EE.UU. no respondió.")]
    [InlineData("es", "Vive en la av. Norte núm. 12.| Pidió 3.500 euros.")]
    [InlineData("it", "Il dott. Neri e l'on. Bassi sono arrivati.| «Non paghiamo.»| Poi il silenzio, ecc.")]
    [InlineData("it", "Il sig. Valli paga 2.500 euro.| La S.p.A. Montevento tace.")]
    [InlineData("pt", "O Sr. Prado e a Dra. Lima falaram na av. Sul.| Custa R$ 3,5 mil.| Ninguém pagou.")]
    [InlineData("pt", "“Não vamos pagar.”| A ministra saiu às 9h.")]
    [InlineData("nl", "Dhr. de Wit en mevr. Bos spraken maandag.| Het kost ca. 3,5 mln. euro, o.a. voor scholen.| Klaar.")]
    [InlineData("nl", "De raad koos art. 12.| Prof. van Dam zweeg.")]
    [InlineData("ru", "В г. Орлин и на ул. Мира было тихо.| Ущерб составил 3,5 млн. руб. по данным мэрии.")]
    [InlineData("ru", "И. П. Серов сказал: «Мы не заплатим».| Потом он ушёл, т. е. уехал.| Вопросов нет.")]
    [InlineData("tr", "Prof. Dr. Aylin Moran 3. köprüyü açtı.| Köprü 2,5 km. uzunluğunda.| Vali sustu.")]
    [InlineData("tr", "“Ödemeyeceğiz.”| Bakan saat 09.30'da ayrıldı.| Doç. Eren ise kaldı.")]
    [InlineData("vi", "TS. Lê Mai và GS. Trần An đến TP. Orlin hôm 3.5.| Giá tăng 2,5 lần.| Không ai trả tiền.")]
    [InlineData("vi", "“Chúng tôi không trả.”| Ông rời đi lúc 9h30.| Th.S. Vũ ở lại.")]
    [InlineData("ar", "وصل الوزير إلى أورلين يوم الاثنين.| هل سيدفع؟| قال إن السعر بلغ 3.5 مليون.")]
    [InlineData("ar", "قالت د. ليلى إن الجسر انهار.| لم يصب أحد!")]
    [InlineData("ur", "وزیر اورلن پہنچے۔| کیا وہ ادا کریں گے؟| کسی نے جواب نہیں دیا۔")]
    [InlineData("hi", "डॉ. मीरा ओरलिन पहुँचीं।| कीमत 3.5 लाख है।|क्या वह देंगी?| किसी ने नहीं कहा।")]
    [InlineData("zh", "部长周一抵达奥林市。|价格上涨3.5%！|谁来付钱？|没有人回答。")]
    [InlineData("zh", "“我们不付钱。”他说。|随后他离开了……会议结束。")]
    [InlineData("ja", "大臣は月曜日にオルリン市に着いた。|「払いません。」と述べた。|価格は3.5％上がった！|誰が払うのか？")]
    [InlineData("ja", "橋が落ちた（けが人はいない。）という。|市は調べている。")]
    [InlineData("ko", "장관은 월요일 오를린에 도착했다.| 가격은 3.5% 올랐다.| 누가 낼까?")]
    [InlineData("pl", "Dnia 3. maja prof. Nowik przemawiał przy ul. Portowej.| Koszt to 3,5 mln zł, m.in. na szkoły.")]
    [InlineData("sv", "Kl. 9 talade prof. Ek, bl.a. om bron.| Den kostar 3,5 mkr.")]
    public void Sentences_of_a_language_are_told(string language, string marked)
    {
        var expected = marked.Split('|', StringSplitOptions.TrimEntries);
        var text = marked.Replace("|", "", StringComparison.Ordinal);

        Assert.Equal(expected, SentenceSplitter.Split(text, language));
    }

    [Theory]
    [InlineData("en", "Shares of Sarnworks (spons. ADR) fell on Monday.| Nobody knew why.")]
    [InlineData("en", "The mayor (who is ill. She hopes to return!) sent a letter.| It was read aloud [see p. 4. It is long] and filed.")]
    [InlineData("en", "(He left early.| She stayed.)| Then it rained.| “Good (they said. Really?) news,” he wrote.")]
    [InlineData("en", "The bill (see below.| Nobody read it.| The vote is on Friday.")]
    [InlineData("en", "It rained (a little.)| The road was dry.| He named two steps: a) pay.| B) leave.")]
    [InlineData("de", "Die Brücke (erb. 1932. Architekt unbekannt) ist gesperrt.| Der Rat (Vors. L. Moor) tagt.")]
    [InlineData("fr", "Le pont (constr. 1932. Architecte inconnu) est fermé.| Le conseil se réunit.")]
    [InlineData("es", "El puente (constr. 1932. Autor desconocido) está cerrado.| El consejo se reúne.")]
    [InlineData("it", "Il ponte (costr. 1932. Autore ignoto) è chiuso.| Il consiglio si riunisce.")]
    [InlineData("pt", "A ponte (constr. 1932. Autor desconhecido) está fechada.| O conselho reúne-se.")]
    [InlineData("nl", "De brug (gebouwd 1932. Architect onbekend) is dicht.| De raad vergadert.")]
    [InlineData("pl", "Most (zbud. 1932. Autor nieznany) jest zamknięty.| Rada obraduje.")]
    [InlineData("tr", "Köprü (yap. 1932. Mimarı bilinmiyor) kapalı.| Meclis toplanıyor.")]
    [InlineData("ru", "Мост (постр. 1932. Архитектор неизвестен) закрыт.| Совет заседает.")]
    [InlineData("vi", "Cây cầu (xây 1932. Không rõ tác giả) đã đóng.| Hội đồng họp.")]
    [InlineData("ar", "أغلق الجسر (بني عام 1932. مصممه مجهول) يوم الاثنين.| يجتمع المجلس غدا.")]
    [InlineData("hi", "पुल (1932 में बना। वास्तुकार अज्ञात) बंद है।| परिषद बैठक करेगी।")]
    [InlineData("zh", "大桥（建于1932年。设计者不详）已关闭。|市议会开会。")]
    [InlineData("ja", "橋（1932年築。設計者は不明）は閉鎖された。|議会が開かれる。")]
    public void A_bracket_within_a_sentence_is_not_split(string language, string marked)
    {
        var expected = marked.Split('|', StringSplitOptions.TrimEntries);
        var text = marked.Replace("|", "", StringComparison.Ordinal);

        Assert.Equal(expected, SentenceSplitter.Split(text, language));
    }

    [Fact]
    public void A_bar_after_devanagari_is_a_danda() =>
        Assert.Equal(["पुल टूट गया |", "लोग भागे |"], SentenceSplitter.Split("पुल टूट गया |लोग भागे |", "hi"));

    [Fact]
    public void Thai_is_split_at_spaces_when_a_run_is_long_enough()
    {
        var clause = string.Concat(Enumerable.Repeat("สะพานพังลงเมื่อวันจันทร์", 4));

        Assert.Equal(2, SentenceSplitter.Split(clause + " " + clause, "th").Count);
    }

    [Fact]
    public void An_unknown_language_follows_the_common_rules() =>
        Assert.Equal(["Dr. Mo sat.", "Then he left."], SentenceSplitter.Split("Dr. Mo sat. Then he left.", "xx"));
}
