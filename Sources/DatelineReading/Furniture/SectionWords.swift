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
        var rest = Substring(folded).utf8
        // Nearly every line is told by its first word.
        while let start = rest.firstIndex(where: { !isSeparator($0) }) {
            let end = rest[start...].firstIndex(where: isSeparator) ?? rest.endIndex
            let word = String(Substring(rest[start..<end]))
            rest = rest[end...]
            if words.contains(word) {
                seen = true
            } else if !joiners.contains(word) {
                let bare = word.trimmingPunctuation
                guard bare.isEmpty || bare != word && words.contains(bare) else { return false }
            }
        }
        return seen
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == UInt8(ascii: "|") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ",")
    }

    /// Whether most of several words are names of sections, and none is the beginning of a small word: a menu may have entries that nobody knows.
    ///
    /// - Parameter folded: the text of the line.
    static func isMostlyMenu(_ line: PageLine, _ folded: String) -> Bool {
        guard line.words >= 4, !line.endsWithStop, !line.endsWithColon, line.capitalisedWords * 10 >= line.words * 8 else { return false }
        var known = 0
        var all = 0
        for part in folded.utf8Words(isSeparator) {
            let word = String(part)
            if joiners.contains(word) { continue }
            if word.utf8.contains(where: ByteText.isDigit) { return false }
            all += 1
            if words.contains(word) { known += 1 }
        }
        return known >= 3 && known * 5 >= all * 3 || known >= 5 && known * 9 >= all * 4
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
        nostalgia|traders|showbiz|lotto|results|provinces|nation|headlines|popular|images|magazines|cities|popular|prism|today|top|live|blogs|blog|
        columns|column|contact|advertise|rates|archives|multimedia|graphics|newsletters|research|experts|publications|donate|legal|commentary|
        sustainability|commodities|careers|death|deaths|births|marriages|auto|autos|motors|gardening|history|space|internet|mobile|crypto|stocks|
        personal|wellness|fitness|relationships|women|youth|campus|schools|universities|defence|defense|security|immigration|elections|
        parliament|state|states|village|town|districts|fiction|poetry|recipes|restaurants|drink|wine|celebrity|celebrities|gossip|music|
        movies|series|streaming|gaming|gadgets|reviews|review|deals|coupons|offers|competitions|promotions|partners|
        magazine|archive|crossword|crosswords|games|puzzles|quiz|horoscope|tv|radio|epaper|e-paper|newsletters|homes|cars|motoring|announcements|
        notices|events|community|faith|family|parenting|law|conflict|memory|services|council|leisure|log|sign|in|us|edition|latest|more|faq|english|deutsch|français|español|europe|asia|africa|americas|
        startseite|nachrichten|lokales|regionales|politik|wirtschaft|kultur|wissen|wissenschaft|gesellschaft|panorama|reise|digital|ratgeber|anzeigen|
        anzeigenmärkte|trauer|abo|meinung|kommentar|wetter|bühne|kunst|kino|bücher|musik|fernsehen|leben|freizeit|vereine|kleinanzeigen|inhalt|
        impressum|datenschutz|kontakt|agb|mediadaten|anmelden|naturschutz|menü|
        immo|stellenmarkt|regional|bundesliga|fußball|gesundheit|auto|motor|medien|netzwelt|kolumnen|podcasts|themen|veranstaltungen|polizei|
        blaulicht|land|stadt|umland|kreis|welt|europa|börse|finanzen|karriere|bildung|familie|garten|haus|technik|umwelt|
        vidéos|mer|bretagne|obsèques|faits|divers|justice|éducation|tribune|tribunes|débats|culture|cinéma|livres|musique|automobile|high-tech|
        international|europe|afrique|france|élections|rugby|football|agriculture|patrimoine|gastronomie|week-end|mode|
        estado|seguridad|viral|municipios|mundo|espectáculos|negocios|finanzas|policía|policiaca|justicia|elecciones|fútbol|columnas|columnistas|
        editoriales|cartones|multimedia|fotogalerías|empleo|turismo|educación|ciudad|región|regiones|
        brasil|polícia|cotidiano|eleições|educação|futebol|colunas|colunistas|blogs|concursos|empregos|tv|vídeos|fotos|carros|turismo|agro|
        calcio|regione|provincia|sindaco|salute|casa|moda|tecnologia|opinioni|
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
        محافظات|حوادث|وفنون|فنون|فن|بحث|منوعات|عالم|العالم|المرأة|تحقيقات|فيديو|صور|اقتصاد|مال|أعمال|تعليم|رأي|آراء|كتاب|مجتمع|بيئة|دين|سيارات|
        אוכל|רכב|נדלן|נדל"ן|צרכנות|משפט|טיפול|תיירות|אופנה|סלבס|טכנולוגיה|חינוך|פלילים|מגזין|
        αυτοδιοικηση|αυτοδιοίκηση|απόψεις|υγεία|περιβάλλον|τεχνολογία|επιστήμη|παιδεία|ελλάδα|διεθνή|lifestyle|αγορά|
        要闻|本地|专题|文体|教育|健康|汽车|房产|旅游|图片|评论|经济|地方|时政|民生|热点|生活|社会|コラム|エンタメ|天気|動画|写真|特集|정치|경제|사회|문화|스포츠|연예|국제|오피니언|
        الرئيسية|محليات|ثقافة|رياضة|اقتصاد|سياسة|دولي|أخبار|منوعات|صحة|علوم|تكنولوجيا|مقالات|اقتصادی|فرهنگی|سیاسی|ورزشی|اجتماعی|
        חדשות|תרבות|ספורט|כלכלה|דעות|עולם|בריאות|ראשי|
        αρχική|ειδήσεις|πολιτική|οικονομία|κοινωνία|κόσμος|αθλητικά|πολιτισμός|
        首页|新闻|文化|体育|国际|国内|财经|娱乐|科技|社会|军事|视频|ホーム|ニュース|政治|経済|スポーツ|国際|地域|होम|खेल|देश|दुनिया|राज्य|मनोरंजन
        """)

    private static func folded(_ list: String) -> Set<String> {
        Set(list.split { $0 == "|" || $0 == "\n" }.map { Folding.fold(String($0).trimmedSpaces) })
    }
}
