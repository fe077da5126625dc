namespace NewsBot.Core.Articles;

/// <summary>
/// What whole sentences of a page say that are no article: notices of consent, corrections, players, commissions, quotes of prices, rights, biographies, calls for hints and requests not to miss anything. At most four words each, as <see cref="FurnitureWords"/>.
/// </summary>
internal static class FurnitureNotices
{
    public static readonly string[] Strong =
    [
        // en
        "tell us", "write to us", "get in touch", "call you back", "let us know", "message us", "text us", "dear reader", "since publication", "been reworded", "was reworded", "was clarified", "been clarified", "not supported by", "your phone", "your visit", "your choices", "your choice", "delayed by up", "delayed by at", "delayed at least", "investment advice", "financial advice", "advice to buy", "full access",
        "small commission", "when you buy", "if you buy", "we may earn", "we may receive", "we may be paid", "this page", "live updates", "live blog", "never miss", "get alerts", "accept all", "allow all", "already a member", "already a subscriber", "already paying", "have an account", "filling in the", "form below", "video below", "may be copied", "may not be reproduced", "rights are reserved", "most read", "from our partners", "sponsored by", "paid content", "with promo code", "use promo code", "off your first", "your first order",
        // de
        "rufen zurück", "schreiben sie uns", "schildern sie uns", "erzählen sie uns", "melden sie sich", "kontaktieren sie", "nach dem erscheinen", "nach erscheinen", "ersten fassung", "früheren fassung", "haben wir berichtigt", "transparenzhinweis", "abspielen", "endgerät", "ihren besuch", "ihr programm", "verzögert angezeigt", "zeitverzögert", "anlageberatung", "kaufempfehlung", "rat zum kauf", "bekommen wir dafür", "erhalten wir eine", "erhalten wir dafür", "affiliate*", "schriftliche erlaubnis", "schriftliche zustimmung", "diesen seiten", "verpassen sie", "nichts verpassen", "erfahren sie zuerst", "alle akzeptieren", "unsere partner", "externe inhalte", "externen inhalt", "einem klick", "bereits ein konto", "pro monat testen", "rabattcode", "gutscheincode",
        // fr
        "racontez-nous", "écrivez-nous", "contactez-nous", "vous rappellerons", "après parution", "reformulée", "une première version", "rectificatif", "erratum", "lecture de cette", "lecture de ce", "pas lire cette", "votre visite", "votre téléphone", "vos choix", "conseil en investissement", "nous pouvons toucher", "nous pouvons recevoir", "nous touchons", "petite commission", "ces pages", "cette page", "ne manquez", "ne ratez", "prévenu le premier", "soyez le premier", "tout accepter", "nos partenaires", "ne peut être copié", "être reproduit", "déjà abonné", "déjà un compte", "code promo",
        // es
        "cuéntenos", "cuéntanos", "escríbanos", "escríbenos", "llámenos", "contáctenos", "envíenos", "le llamaremos", "te llamaremos", "tras su publicación", "después de su publicación", "fe de errores", "fe de erratas", "reproducir este", "reproducir esta", "su visita", "tu visita", "su equipo guarde", "en su equipo", "consejo de compra", "consejo de inversión", "asesoramiento financiero", "podemos cobrar", "podemos recibir", "recibiremos una", "pequeña comisión", "estas páginas", "esta página", "no se pierda", "no te pierdas", "enterarse el primero", "enterarse antes", "entérate", "entérese", "aceptar todo", "nuestros socios", "permiso escrito", "autorización escrita", "puede copiarse", "puede reproducirse", "datos personales para", "active los avisos", "código de descuento", "código promocional", "tu primer pedido",
        // pt
        "conte para nós", "conte-nos", "escreva para nós", "escreva-nos", "fale conosco", "ligaremos de volta", "errata", "reproduzir esta", "reproduzir este", "sua visita", "conselho de compra", "recomendação de investimento", "podemos receber", "podemos ganhar", "pequena comissão", "destas páginas", "nestas páginas", "esta página", "não perca", "saber primeiro", "seja o primeiro", "aceitar tudo", "nossos parceiros", "licença escrita", "permissão escrita", "ser copiado", "ser reproduzido", "está em atualização", "mensagens ofensivas", "código de desconto", "cupom de desconto",
        // it
        "raccontaci", "scrivici", "segnalaci", "contattaci", "ti richiameremo", "errata corrige", "riprodurre questo", "riprodurre il video", "tua visita", "consulenza finanziaria", "potremmo ricevere", "potremmo guadagnare", "una commissione", "queste pagine", "questa pagina", "non perdere", "non perderti", "sapere per primo", "accetta tutto", "nostri partner", "permesso scritto", "autorizzazione scritta", "essere copiato", "essere riprodotto", "codice sconto", "tuo primo ordine",
        // tr
        "bize anlatın", "bize yazın", "bize ulaşın", "sizi geri arayalım", "geri arayalım", "yayımlandıktan sonra", "yayınlandıktan sonra", "oynatamıyor", "oynatılamıyor", "telefonunuz*", "ziyaretiniz*", "yatırım danışmanlığı", "yatırım tavsiyesi", "alım önerisi", "gecikmeli gösteril*", "bize küçük bir", "komisyon kazan*", "bu sayfalar*", "kaçırmayın", "ilk siz", "tümünü kabul", "ortaklarımız", "çoğaltılamaz", "kopyalanamaz", "e-posta kutunuz*", "kaydınız", "tercihleriniz*", "indirim kodu*", "ilk siparişiniz*",
        // ru, uk
        "расскажите нам", "напишите нам", "свяжитесь с", "вам перезвоним", "показать эту запись", "воспроизвести", "воспроизведение", "ваша программа", "ваш браузер", "вашем визите", "вашем телефоне", "инвестиционной рекомендацией", "инвестиционным советом", "советом покупать", "можем получить", "комиссионные", "этих страниц", "этой странице", "не пропустите", "первыми узнавать", "узнавайте первыми", "принять все", "наши партнеры", "без письменного", "нельзя копировать", "запрещено копировать", "по промокоду",
        // vi
        "mời bạn", "hãy kể cho", "hãy gọi", "hãy nhấn", "vui lòng nâng cấp", "nâng cấp lên gói", "gói đọc", "đăng ký nhận", "nhận bản tin", "hộp thư của", "tải ứng dụng", "cập nhật mọi lúc", "mọi lúc mọi nơi", "phòng quảng cáo", "liên hệ quảng cáo", "cần tư vấn", "bản quyền thuộc", "chịu trách nhiệm nội dung", "tổng biên tập", "cơ quan chủ quản", "lượt ghé thăm", "phát đoạn", "nêu rõ nguồn", "thiết bị của bạn", "nhấn để", "bấm để", "xem video", "video dưới đây", "đoạn video dưới", "bài đã được", "bài viết đã được", "được cập nhật khi",
        "kể cho chúng tôi", "gọi cho chúng tôi", "viết cho chúng tôi", "liên hệ với chúng tôi", "sẽ gọi lại", "sau khi đăng", "sau khi xuất bản", "không phát được", "trình duyệt", "điện thoại của bạn", "khuyên mua bán", "khuyến nghị đầu tư", "lời khuyên đầu tư", "khoản hoa hồng", "đừng bỏ lỡ", "không bỏ lỡ", "chấp nhận tất cả", "được chép lại", "giấy phép số", "đọc nhiều nhất", "nhấn nút", "chạm vào", "đoạn băng này", "đoạn phim này", "hội viên với giá", "đặt quảng cáo", "bạn có biết", "bạn có mặt", "mã giảm giá",
        // ar, fa
        "أخبرنا", "أخبرونا", "راسلنا", "راسلونا", "تواصل معنا", "تواصلوا معنا", "الاتصال بك", "بعد النشر", "عرض هذا التسجيل", "تشغيل الفيديو", "هاتفك", "زيارتك", "حسابك", "اشتراكك", "اختياراتك", "نصيحة بالشراء", "نصيحة استثمارية", "نحصل على مبلغ", "هذه الصفحات", "هذه الصفحة", "لا تفوت", "لا تفوتوا", "قبول الكل", "شركاؤنا", "شركائنا", "إذن مكتوب", "يجوز نقل", "إعادة النشر",
        // hi
        "हमें बताइए", "हमें बताएँ", "हमें लिखें", "हमें लिखिए", "वापस फ़ोन", "छपने के बाद", "प्रकाशन के बाद", "वीडियो नहीं चल", "यह रिकॉर्डिंग नहीं", "आपका ब्राउज़र", "निवेश की सलाह", "ख़रीदने की सलाह", "खरीदने की सलाह", "इन पन्नों", "इस पन्ने", "न चूकें", "सबसे पहले जानिए", "सबसे पहले जानें", "स्वीकार करें", "सभी स्वीकार", "हमारे साझेदार", "इस सामग्री", "अपडेट की जा रही", "वर्जित है", "अपनी पसंद बदल", "नीचे दिए वीडियो",
    ];

    /// <summary>Said in notices and in the world.</summary>
    public static readonly string[] Weak =
    [
        "be the first", "use code", "promo code", "coupon code", "third parties", "full access", "was amended", "been amended", "after publication", "these pages", "our partners", "nachträglich", "nach veröffentlichung", "après publication", "depois da publicação", "após a publicação", "dopo la pubblicazione", "после публикации", "đường dây nóng", "giấy phép hoạt động", "không hỗ trợ", "trang này", "عمولة", "تصويب", "permission",
        "clarification", "this site", "this website", "this service", "this device", "real time", "has written about", "has written for", "writes about", "writes for", "is a reporter", "has covered", "named above", "per month", "passed on", "reworded",
        "kurse", "schreibt seit", "schreibt über", "schreibt für", "oben genannten", "genannten läden", "weitergabe", "verwertung", "einwilligung", "pro monat", "im test", "im video",
        "écrit sur", "écrit pour", "par mois", "plus haut", "accord écrit", "parution", "minutes de retard", "cette vidéo", "programme que",
        "cotizaciones", "escribe sobre", "escribe en", "al mes", "citadas arriba", "mencionadas arriba", "minutos de retraso", "avisos", "los mejores", "grabación",
        "cotações", "escreve sobre", "escreve para", "por mês", "citadas acima", "mencionadas acima", "minutos de atraso", "gravação", "os melhores", "moderadores",
        "quotazioni", "scrive di", "scrive per", "al mese", "citati sopra", "minuti di ritardo", "filmato",
        "üzerine yazıyor", "hakkında yazıyor", "gecikmeli", "komisyon", "yukarıda", "görüntüyü", "ayda",
        "колокольчик*", "котировки", "пишет о", "пишет для", "после выхода", "уточнение", "задержкой",
        "viết về", "lượt ghé thăm", "đặt mua", "hiển thị chậm",
        "الجرس", "تكتب عن", "يكتب عن", "متأخرة", "المذكورة أعلاه", "مورديها", "التسجيل", "توضيح", "تستخدمه",
        "घंटी", "पर लिख रही", "पर लिख रहे", "साझेदारों", "ऊपर बताई", "रिकॉर्डिंग", "कमीशन", "नक़ल", "प्रोग्राम", "देरी से",
    ];

    public static readonly string[] StrongUnspaced =
    [
        "书面许可", "书面同意", "不得复制", "不得转载", "无法播放", "不支持播放", "投资建议", "买卖建议", "告诉我们", "联系我们", "给您回电", "刊发后", "发布后有", "作了修改", "有改动", "小笔收入", "这些页面", "本页面", "不要错过", "全部接受", "选择允许", "点一下", "猜你喜欢",
        "書面の許可", "書面による", "再生できま", "投資助言", "売買を勧め", "遅れて表示", "教えてくだ", "お寄せくだ", "掲載後", "公開後に", "改めました", "修正しました", "アフィリエイ", "このページ", "お見逃し", "届きます", "折り返し電話", "友だち追加", "ソフトでは", "下の動画",
        "재생할 수 없", "놓치지",
    ];

    public static readonly string[] WeakUnspaced =
    [
        "不构成", "发表后", "佣金", "同意する", "铃铛", "行情", "第一时间", "撰写", "录像", "段已", "第三段",
        "ベル", "株価", "について書", "著書", "端末に", "いち早く", "手数料", "段落", "初出",
    ];

    /// <summary>Speaks to the reader.</summary>
    public static readonly string[] Address =
    [
        "ustedes", "tienes", "puedes", "quieres", "eres", "puoi", "vuoi", "stai", "vostro", "vostra", "jullie", "twoich", "ciebie", "ditt",
    ];
}
