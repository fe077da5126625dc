namespace NewsBot.Core.Articles;

/// <summary>
/// What the furniture of news pages talks about, by language: consent, newsletters, sharing, payment, rights, corrections, credits, navigation. A star ends the stem of a word. The words alone condemn no line; see <see cref="PageLine.Doubt"/>.
/// </summary>
internal static class FurnitureWords
{
    /// <summary>Said of the page far more often than of the world.</summary>
    public static readonly string[] Strong =
    [
        // en
        "cookie*", "newsletter*", "subscribe*", "subscription", "subscriptions", "unsubscribe*", "sign up", "sign in", "log in", "log out", "logged in", "signed in", "create an account", "your inbox", "paywall", "all rights reserved", "republish*",
        "advertisement", "advertisements", "advertise with", "sponsored", "ad blocker", "adblock*", "privacy policy", "cookie policy", "terms of use", "terms of service", "terms and conditions", "app store", "google play", "click here", "tap here", "read more", "read next", "read also", "also read",
        "continue reading", "keep reading", "related articles", "related stories", "related news", "follow us", "like us on", "join us on", "contact us", "email us", "e-mail us", "share this", "share on", "leave a comment", "post a comment", "add a comment", "comments are", "scroll down", "photo by", "photos by", "photograph by", "image source",
        "image credit", "photo credit", "reporting by", "editing by", "additional reporting", "this article was", "this story was", "this story has been", "this article has been", "an earlier version", "a previous version", "free articles", "free trial", "our journalism", "our newsroom", "push notifications", "your browser", "javascript", "whatsapp",
        "corrects", "this report was", "this page was", "has been corrected", "has been updated", "was updated", "was corrected", "views expressed", "user comments", "first published", "originally published", "originally appeared",
        "independent journalism", "make a donation", "a donation",
        // de
        "spende", "spenden sie", "unabhängigen journalismus", "unabhängiger journalismus", "korrigiert", "früheren version", "ursprünglichen version", "text wurde", "artikel wurde", "beitrag wurde", "abonnier*", "abonnent*", "abonnement", "anmelden", "registrieren*", "einloggen", "impressum", "datenschutz*", "werbung", "werbeblocker", "alle rechte vorbehalten", "nutzungsbedingungen", "agb", "posteingang", "weiterlesen", "mehr zum thema", "lesen sie", "folgen sie", "teilen sie", "jetzt teilen", "hier klicken", "kommentarfunktion", "in einer früheren version", "diskutieren sie mit", "probeabo", "paywall",
        // fr
        "faire un don", "un don", "presse indépendante", "journalisme indépendant", "version précédente", "première version", "a été modifié", "a été corrigé", "a été mis à jour", "opinion de leurs auteurs", "charte", "abonnez*", "abonné", "abonnés", "abonnement", "inscrivez*", "se connecter", "connectez*", "mentions légales", "tous droits réservés", "publicité", "publicités", "bloqueur", "confidentialité", "conditions générales", "boîte mail", "lire aussi", "lire la suite", "à lire", "suivez*", "partagez*", "partager", "cliquez*", "crédit photo", "infolettre", "cet article a été", "réservé aux",
        // es
        "periodismo independiente", "donación", "versión anterior", "primera versión", "ha sido corregido", "ha sido actualizado", "opinión de sus autores", "responsabilidad de sus autores", "suscríb*", "suscrib*", "suscripción", "suscriptores", "regístrate", "regístrese", "iniciar sesión", "inicia sesión", "boletín", "boletines", "publicidad", "todos los derechos reservados", "derechos reservados", "política de privacidad", "aviso legal", "lea también", "lee también", "leer más", "seguir leyendo", "síguenos", "síganos", "compart* en", "haz clic", "haga clic", "descarga la aplicación", "descarga nuestra", "este artículo fue",         // pt
        "jornalismo independente", "doação", "versão anterior", "primeira versão", "foi corrigido", "foi atualizado", "responsabilidade dos autores", "opinião deste", "assine", "assinatura", "assinante", "assinantes", "cadastre*", "inscreva*", "publicidade", "todos os direitos reservados", "direitos reservados", "política de privacidade", "termos de uso", "leia também", "leia mais", "continue lendo", "siga-nos", "partilhe", "clique*", "baixe", "boletim informativo", "reprodução proibida",
        // it
        "versione precedente", "è stato corretto", "è stato aggiornato", "abbonat*", "iscriviti", "iscrizione", "registrati", "accedi", "riproduzione riservata", "tutti i diritti", "pubblicità", "leggi anche", "continua a leggere", "seguici", "seguiteci", "condividi", "informativa", "clicca",
        // nl, sv, da, no, pl, cs, ro
        "nieuwsbrief", "abonneer*", "aanmelden", "inloggen", "advertentie", "advertenties", "alle rechten voorbehouden", "lees ook", "lees verder", "volg ons", "deel dit", "nyhetsbrev*", "prenumer*", "annons", "logga in", "läs också", "läs mer", "följ oss", "abonner*", "annonce", "log ind", "læs også", "følg os", "les også", "følg oss", "logg inn",
        "zapisz się", "zaloguj*", "prenumerat*", "subskry*", "reklama", "reklamy", "wszelkie prawa", "czytaj także", "czytaj też", "obserwuj nas", "udostępnij", "přihlaste*", "předplat*", "všechna práva", "čtěte také", "sledujte nás", "abonați-vă", "abonează-te", "citește și", "urmărește-ne", "toate drepturile",
        // tr
        "bağımsız gazetecilik", "bağış*", "haberdar ol*", "ilk halinde", "önceki halinde", "haberin ilk", "düzeltilmiştir", "güncellenmiştir", "bülten*", "abone*", "üye ol*", "üyelik", "giriş yap*", "kaydol*", "reklam*", "çerez*", "gizlilik", "telif", "tüm hakları", "bizi takip", "takip edin", "ayrıca oku*", "devamını oku*", "tıkla*", "yorum yap*", "uygulamamız*", "uygulamasını indir*", "izinsiz", "kaynak gösteril*", "ilgili haber*",
        // ru, uk, bg
        "пожертвован*", "независимую журналистику", "независимой журналистики", "оформите подписку", "оформить подписку", "подписку на", "первой версии", "ранней версии", "предыдущей версии", "первоначальной версии", "приносим извинения", "за мнения", "мнение редакции", "социальных сетях", "соцсетях", "рассылк*", "реклам*", "все права", "авторск* прав*", "политик* конфиденциальности", "читайте также", "читайте на", "читать далее", "поделиться", "следите за", "зарегистрир*", "авторизу*", "войдите", "нажмите", "скачайте", "наш канал", "нашем канале", "наш телеграм*", "телеграм-канал*", "перепечатк*", "куки", "файлы cookie", "підпис*", "підпиш*", "розсилк*", "читайте також", "усі права", "абонир*", "прочетете още", "всички права",
        // vi
        "đã được đính chính", "được cập nhật lúc", "phiên bản trước", "đính chính", "hủy bất cứ lúc nào", "gói thành viên", "tài khoản", "đăng nhập", "bản quyền", "bản tin", "theo dõi chúng tôi", "xem thêm", "đọc thêm", "tin liên quan", "bài viết liên quan", "nhấn vào", "bấm vào", "tải ứng dụng", "chính sách bảo mật", "điều khoản", "ghi rõ nguồn", "mọi quyền", "mời bạn", "mời quý", "bạn đọc", "độc giả", "ảnh minh họa", "chúng tôi sử dụng", "tòa soạn", "hộp thư",         // ar, fa, ur
        "التبرع", "نسخة سابقة", "تم تصحيحه", "تم تصحيح", "تم تحديث", "آراء أصحابها", "رأي الموقع", "إذن خطي", "الصحافة المستقلة", "اشترك", "اشتركوا", "الاشتراك", "النشرة", "نشرتنا", "البريدية", "تابعنا", "تابعونا", "اقرأ أيضا", "اقرأ أيضًا", "اقرأ المزيد", "إقرأ أيضا", "جميع الحقوق", "حقوق النشر", "حقوق الطبع", "سياسة الخصوصية", "الخصوصية", "ملفات تعريف الارتباط", "تعريف الارتباط", "الكوكيز", "تسجيل الدخول", "اضغط", "انقر", "تطبيقنا", "التعليقات", "تعليقك", "شروط الاستخدام", "بريدك", "متصفحك", "موقعنا",
        // hi
        "पुराने संस्करण", "पिछले संस्करण", "पहले संस्करण", "सुधार दिया", "निजी विचार", "नोटिफिकेशन", "लिखित अनुमति", "पाठकों के", "सब्सक्राइब", "न्यूज़लेटर", "न्यूजलेटर", "कुकीज़", "कुकीज", "कुकी", "विज्ञापन", "सर्वाधिकार", "कॉपीराइट", "यह भी पढ़ें", "ये भी पढ़ें", "और पढ़ें", "आगे पढ़ें", "साझा करें", "फॉलो", "फ़ॉलो", "लॉगिन", "लॉग इन", "साइन अप", "रजिस्टर", "टिप्पणी", "टिप्पणियां", "गोपनीयता", "हमें फॉलो", "व्हाट्सएप", "व्हाट्सऐप", "ताजा खबरों",
        // id
        "berlangganan", "langganan", "iklan", "hak cipta", "baca juga", "baca selengkapnya", "ikuti kami", "bagikan", "daftar sekarang", "unduh", "kebijakan privasi", "klik",
        // el, he, hu
        "εγγραφείτε", "διαφήμιση", "διαβάστε επίσης", "διαβάστε ακόμα", "ακολουθήστε", "όλα τα δικαιώματα", "הירשמו", "פרסומת", "כל הזכויות", "קראו עוד", "עקבו אחרינו", "iratkozz*", "hirdetés", "olvassa el", "minden jog", "kövess*",
    ];

    /// <summary>Said of the page and of the world.</summary>
    public static readonly string[] Weak =
    [
        "anzeige", "شارك", "إعلان", "إعلانات", "تطبيق", "مشاركة", "شاركوا", "شاركها", "शेयर", "एप", "ऐप", "सदस्यता", "डाउनलोड", "क्लिक", "подпис*", "поделит*", "комментари*", "chia sẻ", "bình luận", "miễn phí", "đăng ký", "quảng cáo", "ứng dụng", "paylaş", "paylaşın", "comparte", "comparta", "compartilhe", "facebook", "twitter", "instagram", "youtube", "telegram", "tiktok", "linkedin", "pinterest", "snapchat", "threads", "bluesky", "messenger", "zalo", "viber", "rss", "podcast*", "email", "e-mail", "mail", "website", "webseite", "site", "app", "apps", "ios", "android", "iphone", "smartphone", "video", "online", "copyright", "getty", "shutterstock", "afp", "premium", "login", "blog", "homepage", "inbox", "browser", "premium", "disclaimer", "copyrighted",
        "share", "shared", "like", "comment", "comments", "commenting", "reader", "readers", "ads", "advertising", "advertisers", "personalised", "personalized", "consent", "privacy", "preferences", "settings", "account", "password", "download", "install", "click", "tap", "swipe", "print", "watch", "listen", "gallery", "photo", "photograph", "image", "caption", "credit", "editor", "editors", "newsroom", "correction", "corrected", "clarification", "amended", "updated", "misstated", "incorrectly", "publisher", "published", "permission", "reproduced", "redistributed", "rewritten", "licence",
        "license", "access", "unlimited", "offer", "offers", "membership", "member", "donate", "support", "independent", "trial", "cancel", "free", "headlines", "stories", "story", "article", "articles", "newspaper", "coverage", "alerts", "notifications", "breaking", "latest", "daily", "exclusive", "moderated", "tips", "join", "follow", "register", "enjoy", "enjoyed", "discover", "check out", "find out", "learn more", "recommended", "trending", "contributed", "courtesy",
        "unterstützung", "journalismus", "artikel", "nutzer", "leser", "lesern", "kommentar", "kommentare", "kommentieren", "teilen", "erfahren", "redaktion", "korrektur", "fehler", "aktualisiert", "kostenlos", "zugang", "zugriff", "angebot", "angebote", "seite", "inhalte", "diensten", "einwilligung", "einstellungen", "startseite", "download", "herunterladen", "quelle", "nachrichten", "täglich", "jetzt", "monat", "testen", "unterstützen", "urheberrecht*", "vervielfält*",
        "article", "articles", "lecteurs", "commentaire", "commentaires", "rédaction", "correction", "erreur", "gratuit", "gratuitement", "gratuite", "accès", "offre", "contenu", "contenus", "navigation", "navigateur", "paramètres", "consentement", "téléchargez", "appli", "application", "source", "actualités", "recevez", "découvrez", "profitez", "mois", "soutenez", "reproduction", "modérés", "retrouvez", "continuer",
        "artículo", "artículos", "lectores", "comentario", "comentarios", "redacción", "corrección", "error", "gratis", "acceso", "oferta", "contenido", "contenidos", "navegación", "navegador", "configuración", "consentimiento", "aplicación", "fuente", "noticias", "recibe", "reciba", "descubre", "disfruta", "correo", "apoya", "reproducción", "prohibida", "usuario", "usuarios", "página", "aceptas", "acepta", "leer",
        "artigo", "leitores", "leitor", "comentário", "comentários", "redação", "correção", "erro", "grátis", "acesso", "conteúdo", "conteúdos", "navegação", "consentimento", "aplicativo", "notícias", "receba", "confira", "aproveite", "apoie", "reprodução", "usuário", "reportagem", "versão",
        "haberler*", "habere", "yorum*", "okur*", "düzeltme", "düzeltil*", "ücretsiz", "erişim", "sitemiz*", "sitesi*", "sayfa*", "uygulama*", "son dakika", "bildirim*", "destek", "indir*", "paylaş*", "hesap", "hesabınız*", "deneyim*", "editör", "fotoğraf*", "muhabir*", "kaynak",
        "статья", "статье", "материал", "материала", "читател*", "читать", "редакци*", "исправлен*", "ошибк*", "бесплатн*", "доступ", "сайт", "сайта", "сайте", "страниц*", "приложени*", "новости", "новостей", "канал", "уведомлени*", "поддержите", "пользовател*", "фото", "источник", "ссылк*", "браузер*",
        "bài viết", "trang web", "trang", "website", "thông báo", "tin tức", "email", "facebook", "ủng hộ", "đính chính", "nguồn", "ảnh", "kênh", "truy cập", "người dùng", "trải nghiệm", "nội dung", "phóng viên",
        "المقال", "القراء", "قراءة", "تصحيح", "خطأ", "مجانا", "مجاني", "محتوى", "المحتوى", "الموقع", "فيسبوك", "تويتر", "واتساب", "تلغرام", "الأخبار", "أخبار", "إشعارات", "صورة", "المصدر", "خبر", "تجربتك", "تجربة", "بريد", "رابط",
        "लेख", "पाठक", "पाठकों", "सुधार", "मुफ्त", "मुफ़्त", "वेबसाइट", "साइट", "फेसबुक", "ट्विटर", "यूट्यूब", "खबर", "खबरें", "खबरों", "समाचार", "नोटिफिकेशन", "ईमेल", "फोटो", "तस्वीर", "अनुभव", "लिंक", "चैनल", "पेज", "अपडेट",
    ];

    /// <summary>Written without spaces between words, so found anywhere in a line.</summary>
    public static readonly string[] StrongUnspaced =
    [
        "早前版本", "此前版本", "先前版本", "现已更正", "现予更正", "特此致歉", "个人观点", "立场无关", "捐款", "订阅", "訂閱", "版权所有", "版權所有", "未经授权", "未經授權", "不得转载", "不得轉載", "转载请", "请注明", "点击这里", "点击此处", "点击", "點擊", "关注我们", "關注我們", "扫码", "扫描二维码", "二维码", "公众号", "分享到", "分享至", "登录", "登入", "广告", "廣告", "隐私政策", "隱私", "延伸阅读", "延伸閱讀", "相关阅读", "相关新闻", "相關新聞", "更多精彩", "责任编辑", "責任編輯", "下载客户端", "客户端", "下載", "本网站", "本網站", "本网", "发表评论", "我要评论",         "初出時", "誤りがありました", "訂正します", "見解を示す", "寄付", "クッキー", "ログイン", "購読", "メルマガ", "ニュースレター", "無断転載", "転載を禁", "著作権", "広告", "シェア", "続きを読む", "関連記事", "あわせて読みたい", "ダウンロード", "こちら", "プライバシー", "利用規約", "お問い合わせ", "当サイト", "本サイト", "当社", "弊社", "訂正", "お詫び", "ご覧", "ください", "クリック",
        "구독", "뉴스레터", "무단전재", "무단 전재", "재배포", "저작권", "광고", "공유하기", "로그인", "회원가입", "쿠키", "댓글", "สมัคร", "คุกกี้", "โฆษณา", "สงวนลิขสิทธิ์", "แชร์", "ติดตาม", "อ่านเพิ่มเติม", "อ่านต่อ", "คลิก",
    ];

    public static readonly string[] WeakUnspaced =
    [
        "评论", "評論", "登録", "会員", "有料", "無料", "コメント", "撮影", "フォロー", "アプリ", "会员", "會員", "注册", "註冊", "앱", "写真提供", "分享", "转发", "转载", "收藏", "来源", "來源", "原标题", "编辑", "記者", "摄", "更正", "更新", "免费", "阅读", "閱讀", "全文", "读者", "讀者", "文章", "用户", "網站", "网站", "微信", "微博", "脸书", "邮箱", "電子報", "最新", "服务", "体验", "隐私", "支持",
        "記事", "読者", "写真", "出典", "編集", "更新", "配信", "サイト", "ページ", "メール", "ニュース", "最新", "動画", "限定", "体験", "設定", "同意", "ツイッター", "公式",
    ];

    /// <summary>Speaks to the reader.</summary>
    public static readonly string[] Address =
    [
        "you", "your", "yours", "dein*", "deine", "dich", "dir", "votre", "vos", "vous", "usted", "tu", "tus", "você", "vocês", "seu e-mail", "tuo", "tua", "jouw", "uw", "twój", "twoje", "siz", "sizin", "sizi", "вы", "вам", "вас", "ваш*", "bạn", "quý vị", "आप", "आपके", "आपका", "आपको", "आपकी", "أنت", "لك", "لديك", "يمكنك", "بك",
    ];

    /// <summary>The page speaks of itself.</summary>
    public static readonly string[] House =
    [
        "we", "our", "wir", "unser*", "uns", "nous", "notre", "nuestro", "nuestra", "nuestros", "nuestras", "nosso", "nossa", "nossos", "nossas", "nostro", "nostra", "onze", "ons", "bizim", "bize", "мы", "наш*", "нам", "chúng tôi", "हम", "हमारे", "हमारी", "हमारा", "हमें", "نحن", "لدينا", "موقعنا",
    ];

    public static readonly string[] AddressUnspaced = ["您", "你", "我们", "我們", "あなた", "私たち", "みなさん", "皆さま", "여러분", "당신", "คุณ"];
}
