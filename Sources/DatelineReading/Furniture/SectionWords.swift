import DatelineModels

/// Names of a site's sections, and of the pages in its menu, in the larger languages.
enum SectionWords {
    /// - Parameter word: folded.
    static func contains(_ word: String) -> Bool { words.contains(word) }

    /// Whether a line is a menu or a part of one: nothing but names of sections. A single word is one, too.
    static func isMenu(_ text: String) -> Bool {
        text.utf8.count <= 200 && isFoldedMenu(Folding.fold(text))
    }

    static func isFoldedMenu(_ folded: String) -> Bool {
        guard folded.utf8.count <= 200, !folded.utf8.contains(where: ByteText.isDigit) else { return false }
        if phrases.contains(folded) { return true }
        var seen = false
        for part in folded.split(whereSeparator: { $0 == " " || $0 == "|" || $0 == "/" || $0 == "," }) {
            let word = String(part)
            if words.contains(word) {
                seen = true
            } else if !joiners.contains(word) {
                let bare = word.trimmingPunctuation
                guard bare.isEmpty || bare != word && words.contains(bare) else { return false }
            }
        }
        return seen
    }

    private static let joiners: Set<String> = ["and", "und", "et", "y", "e", "en", "i", "ve", "и", "و", "of", "the"]

    /// Of several words that alone may be something else.
    private static let phrases = folded(
        """
        for immediate release|immediate release|embargoed until|photo essay|case study|big read|long read|what's on|today's paper|press release|news release|press releases|media room|breaking news|live tv|
        letters to the editor|climate change|real estate|middle east|e paper|my page|customer service|more by this author|by this author|media contact|
        faits divers|à la une|petites annonces|última hora|aus den gemeinden|ana sayfa|صفحه نخست|در باره ما|أخبار محلية
        """)

    private static let words = folded(
        """
        home|menu|search|news|world|politics|sport|sports|business|economy|opinion|opinions|culture|technology|tech|health|science|entertainment|
        lifestyle|weather|video|videos|photos|gallery|podcast|podcasts|live|about|contact|subscribe|register|login|local|metro|regional|national|
        international|region|country|city|education|environment|nature|crime|courts|police|transport|travel|food|life|style|arts|books|film|music|
        stage|theatre|fashion|property|jobs|classifieds|obituaries|letters|letter|columnists|cartoon|comment|editorial|investigations|features|feature|
        interview|analysis|explainer|reportage|essay|essays|heritage|tourism|football|rugby|cricket|tennis|racing|golf|rowing|markets|metals|energy|
        money|finance|companies|industry|media|climate|wildlife|animals|plants|quirky|states|districts|counties|farming|fishing|mining|shopping|
        magazine|archive|crossword|crosswords|games|puzzles|quiz|horoscope|tv|radio|epaper|e-paper|newsletters|homes|cars|motoring|announcements|
        notices|events|community|faith|family|parenting|law|conflict|memory|services|council|leisure|log|sign|in|us|edition|latest|more|faq|english|deutsch|français|español|europe|asia|africa|americas|
        startseite|nachrichten|lokales|regionales|politik|wirtschaft|kultur|wissen|wissenschaft|gesellschaft|panorama|reise|digital|ratgeber|anzeigen|
        anzeigenmärkte|trauer|abo|meinung|kommentar|wetter|bühne|kunst|kino|bücher|musik|fernsehen|leben|freizeit|vereine|kleinanzeigen|inhalt|
        impressum|datenschutz|kontakt|agb|mediadaten|anmelden|naturschutz|menü|
        accueil|actualités|actualité|région|politique|économie|société|monde|loisirs|santé|sciences|planète|environnement|idées|annonces|sorties|
        insolite|météo|abonnement|emploi|immobilier|tendances|
        portada|inicio|internacional|nacional|economía|deportes|cultura|sociedad|opinión|sucesos|ciencia|tecnología|salud|provincia|comarcas|ocio|
        buscar|mar|gente|televisión|clima|españa|
        cronaca|politica|economia|esteri|spettacoli|meteo|orari|contatti|società|scienza|salute|ambiente|lavoro|motori|viaggi|
        início|política|mundo|desporto|esportes|sociedade|opinião|cidades|saúde|ciência|tecnologia|entretenimento|
        nieuws|regio|weer|binnenland|buitenland|economie|cultuur|wetenschap|dieren|opinie|voorpagina|
        wiadomości|ogłoszenia|polityka|gospodarka|świat|kraj|rozrywka|nauka|zdrowie|opinie|pogoda|
        nyheter|väder|ekonomi|inrikes|utrikes|nöje|debatt|ledare|nyheder|indland|udland|økonomi|øerne|meninger|
        gündem|spor|yaşam|dünya|kültür|sanat|siyaset|sağlık|eğitim|yerel|anasayfa|teknoloji|magazin|
        главная|новости|общество|политика|экономика|спорт|культура|мир|архив|наука|происшествия|регионы|
        головна|новини|громада|політика|економіка|світ|
        الرئيسية|محليات|ثقافة|رياضة|اقتصاد|سياسة|دولي|أخبار|منوعات|صحة|علوم|تكنولوجيا|مقالات|اقتصادی|فرهنگی|سیاسی|ورزشی|اجتماعی|
        חדשות|תרבות|ספורט|כלכלה|דעות|עולם|בריאות|ראשי|
        αρχική|ειδήσεις|πολιτική|οικονομία|κοινωνία|κόσμος|αθλητικά|πολιτισμός|
        首页|新闻|文化|体育|国际|国内|财经|娱乐|科技|社会|军事|视频|ホーム|ニュース|政治|経済|スポーツ|国際|地域|होम|खेल|देश|दुनिया|राज्य|मनोरंजन
        """)

    private static func folded(_ list: String) -> Set<String> {
        Set(list.split { $0 == "|" || $0 == "\n" }.map { Folding.fold(String($0).trimmedSpaces) })
    }
}
