using System.Collections.Frozen;

namespace NewsBot.Core.Summaries;

/// <summary>Words by language that lean on the sentence before them: pronouns and connectives. A summary that opens with one leaves its reader guessing.</summary>
internal static class Openings
{
    private static readonly FrozenDictionary<string, string[]> ByLanguage = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["en"] = "He She They It This That These Those But And Or Nor So Yet However Meanwhile Also His Her Hers Him Their Them Its Instead Moreover Furthermore Additionally Therefore Thus Hence Then Still Otherwise Nevertheless Nonetheless Consequently Besides Likewise Similarly Such Others Another Afterwards Indeed In_addition As_a_result For_example For_instance The_latter The_former",
        ["de"] = "Er Sie Es Ihre Ihr Seine Sein Seiner Ihm Ihn Ihnen Dies Diese Dieser Dieses Diesen Diesem Aber Doch Und Oder Auch Zudem Außerdem Dabei Damit Daher Deshalb Deswegen Dagegen Allerdings Jedoch Dann Danach Denn Dort Dazu Dennoch Darüber_hinaus Trotzdem Gleichzeitig Stattdessen Zuvor Somit So Hinzu",
        ["fr"] = "Il Elle Ils Elles Ce Cela Ceci Cet Cette Ces C’est C'est Celui-ci Celle-ci Ceux-ci Mais Et Ou Or Donc Ainsi Cependant Toutefois Pourtant Néanmoins Par_ailleurs En_outre De_plus En_effet Son Sa Ses Leur Leurs Puis Ensuite Alors Aussi Pour_sa_part Lui",
        ["es"] = "Él Ella Ellos Ellas Esto Eso Este Esta Estos Estas Ese Esa Esos Pero Y O Sin_embargo Además También Su Sus Asimismo Por_ello Por_eso Por_lo_tanto Entonces Luego Mientras_tanto No_obstante Así Aunque_ello Por_otra_parte Por_su_parte De_hecho",
        ["it"] = "Lui Lei Egli Ella Essi Esse Loro Questo Questa Questi Queste Quello Quella Ciò Ma E Però Tuttavia Inoltre Anche Suo Sua Suoi Sue Così Intanto Poi Infatti Quindi Invece Eppure Dunque Nel_frattempo Per_questo",
        ["pt"] = "Ele Ela Eles Elas Isso Isto Este Esta Estes Estas Esse Essa Esses Essas Mas E Ou Porém Contudo Entretanto No_entanto Além_disso Também Seu Sua Seus Suas Assim Então Depois Portanto Por_isso Por_outro_lado Já_ele Já_ela",
        ["nl"] = "Hij Zij Ze Dit Dat Deze Die Maar En Of Ook Bovendien Echter Daarom Daarnaast Toch Dan Toen Haar Hun Zo Wel Verder Intussen Ondertussen Daardoor Desondanks",
        ["sv"] = "Han Hon De Det Detta Dessa Denna Men Och Även Också Dock Därför Sedan Hans Hennes Deras Dessutom Samtidigt Däremot Då",
        ["da"] = "Han Hun De Det Dette Disse Denne Men Og Også Dog Derfor Siden Hans Hendes Deres Desuden Samtidig Derimod Så",
        ["no"] = "Han Hun De Det Dette Disse Denne Men Og Også Derfor Siden Hans Hennes Deres Dessuten Samtidig Derimot Så",
        ["fi"] = "Hän He Se Ne Tämä Nämä Mutta Ja Myös Kuitenkin Siksi Sitten Hänen Heidän Lisäksi Samalla",
        ["pl"] = "On Ona Oni One Ono To Ten Ta Te Ci Ale I A Jednak Ponadto Także Też Jego Jej Ich Dlatego Następnie Potem Natomiast Tymczasem Poza_tym Więc",
        ["cs"] = "On Ona Oni To Ten Ta Tento Tato Ale A Však Také Navíc Jeho Její Jejich Proto Poté Pak Zároveň Přitom",
        ["ro"] = "El Ea Ei Ele Acest Această Aceasta Acesta Aceștia Dar Și Însă De_asemenea Totuși Astfel Apoi Prin_urmare",
        ["hu"] = "Ő Ők Ez Az Ezek De És Azonban Emellett Ezért Majd Ugyanakkor",
        ["tr"] = "O Onlar Bu Bunlar Bunun Bunu Buna Şu Onun Onu Ama Fakat Ancak Ve Ayrıca Öte_yandan Bununla_birlikte Böylece Daha_sonra Ardından Bu_nedenle Yine_de Oysa Üstelik Çünkü Bunun_üzerine",
        ["ru"] = "Он Она Они Оно Это Этот Эта Эти Этого Такой Но А И Однако Также Кроме_того При_этом Его Её Ее Их Поэтому Затем Тем_временем Между_тем Зато Тогда По_его_словам По_ее_словам По_её_словам Ранее_он Потом Впрочем Так",
        ["uk"] = "Він Вона Вони Воно Це Цей Ця Ці Але А І Й Однак Також Крім_того При_цьому Його Її Їх Тому Потім Тим_часом За_його_словами Проте",
        ["bg"] = "Той Тя Те То Това Този Тази Тези Но И А Обаче Освен_това Неговият Затова След_това",
        ["el"] = "Αυτός Αυτή Αυτό Αυτοί Αλλά Και Όμως Ωστόσο Επίσης Επιπλέον Έτσι Στη_συνέχεια",
        ["vi"] = "Họ Nó Tuy_nhiên Nhưng Và Ngoài_ra Bên_cạnh_đó Theo_đó Trong_khi_đó Do_đó Vì_vậy Vì_thế Điều_này Điều_đó Việc_này Việc_đó Đồng_thời Sau_đó Đây Đó Song Cũng Ông_này Bà_này Anh_này Cô_này Chị_này Người_này Mặt_khác Hơn_nữa Thế_nhưng Ông_ta Bà_ta Anh_ta Cô_ta Cô_ấy Anh_ấy Ông_ấy Bà_ấy",
        ["id"] = "Dia Ia Mereka Ini Itu Hal_ini Hal_itu Tetapi Tapi Namun Dan Selain_itu Sementara_itu Oleh_karena_itu Kemudian Dengan_demikian Beliau",
        ["ar"] = "هو هي هم هذا هذه هؤلاء ذلك تلك لكن ولكن كما ثم إلا وأضاف وأضافت وتابع وتابعت وأوضح وأوضحت وأكد_أن وأشار_إلى وهو وهي وهذا وهذه وذلك ومع_ذلك بالإضافة_إلى_ذلك لذلك ولذلك إنه إنها",
        ["fa"] = "او وی آنها این آن اما ولی و همچنین وی_افزود با_این_حال بنابراین سپس",
        ["ur"] = "وہ یہ اس ان انہوں لیکن تاہم اور مگر",
        ["hi"] = "वह वे वो उन्होंने उसने उनका उनकी उनके उसका उसकी उसके यह ये इस इसके इसका इसकी इसमें इससे लेकिन हालांकि हालाँकि वहीं इसलिए और मगर परंतु तब फिर साथ_ही इसी",
        ["he"] = "הוא היא הם הן זה זו אלה אבל אך עם_זאת גם בנוסף לכן",
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Split(' ').Select(word => word.Replace('_', ' ')).ToArray(), StringComparer.Ordinal);

    /// <summary>Written without spaces: an opening needs no end.</summary>
    private static readonly FrozenDictionary<string, string[]> Unspaced = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["zh"] = "他 她 它 这 這 该 該 此外 但 然而 同时 同時 因此 而 另外 不过 不過 对此 對此 其 那 所以 于是 於是 随后 隨後 并且 並且 与此同时 与此同時",
        ["ja"] = "しかし また これ それ この その 彼 一方 さらに だが そして 同氏 同社 ただ なお でも ところが そこで ここ あの こう そう ほか",
        ["ko"] = "그는 그녀는 그들은 이는 이에 이어 그러나 하지만 또 또한 한편 그리고 따라서 이와 그의",
        ["th"] = "เขา เธอ พวกเขา มัน นี่ นั่น แต่ และ อย่างไรก็ตาม นอกจากนี้ ดังนั้น ขณะที่ จากนั้น",
    }.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Split(' '), StringComparer.Ordinal);

    /// <summary>Vietnamese titles of respect are pronouns where no name follows: "Ông cho biết", but "Ông Lê Mai".</summary>
    private static readonly string[] VietnameseTitles = ["Ông", "Bà", "Anh", "Chị", "Cô", "Em"];

    /// <summary>True when the sentence opens with a word that leans on another sentence.</summary>
    public static bool Dangle(string sentence, string? language)
    {
        var text = sentence.AsSpan().TrimStart("(-–— ");
        if (language is not null && Unspaced.TryGetValue(language, out var unspaced))
        {
            return StartsWithAny(text, unspaced, needsEnd: false);
        }

        if (language == "vi" && VietnameseTitles.Any(title => sentence.StartsWith(title + " ", StringComparison.Ordinal) && sentence.Length > title.Length + 1 && char.IsLower(sentence[title.Length + 1])))
        {
            return true;
        }

        return StartsWithAny(text, ByLanguage.GetValueOrDefault(language ?? "en") ?? [], needsEnd: true);
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] openings, bool needsEnd)
    {
        foreach (var opening in openings)
        {
            if (!text.IsEmpty && text[0] == opening[0] && text.StartsWith(opening, StringComparison.Ordinal) && (!needsEnd || text.Length == opening.Length || !char.IsLetter(text[opening.Length])))
            {
                return true;
            }
        }

        return false;
    }
}
