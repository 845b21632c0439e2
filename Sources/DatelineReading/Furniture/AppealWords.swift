/// Tells lines that speak to the reader for the site's sake: offers of newsletters and accounts, notices about cookies and comments.
///
/// No phrase is looked for, but words of the trade (subscribe, account, cookies …) together with "you", "our" or an imperative.
enum AppealWords {
    private static let mostWords = 45

    /// - Parameter line: of a page; a paragraph with quotation marks is somebody's speech and no appeal.
    static func isAppeal(_ line: PageLine, _ bytes: [UInt8]) -> Bool {
        guard line.words <= mostWords, line.words >= 2 else { return false }
        let slice = bytes[line.range]
        var sure = 0
        /// Of these, names of networks: news is made there as often as it is offered.
        var networks = 0
        var loose = 0
        var legal = 0
        var persons = 0
        /// "us", "our"
        var ours = 0
        /// Imperatives that open a sentence, or are set as if they did.
        var demands = 0
        /// Such words anywhere: "You can also follow us …"
        var verbs = 0
        var opensWithDemand = false
        var isPolite = false
        var isEnglish = false
        /// Words of East Asia, where nobody is called "you".
        var hasPairs = false
        var first = true
        var previous: Kinds = []
        WordScanner.scan(slice) { word in
            let kinds = Self.kinds[word.hash] ?? []
            if kinds.contains(.trade) || kinds.contains(.entry) && previous.contains(.entering) {
                sure += 1
                if kinds.contains(.network) { networks += 1 }
            } else if kinds.contains(.looseTrade) {
                loose += 1
            }
            // Within a sentence "US" is the country.
            if kinds.contains(.person), !(word.hash == us && word.isCapitalised && line.endsWithStop) {
                persons += 1
                if kinds.contains(.ours) { ours += 1 }
            }
            if kinds.contains(.legal) { legal += 1 }
            if kinds.contains(.demand) {
                verbs += 1
                if word.isCapitalised { demands += 1 }
            }
            if kinds.contains(.polite) { isPolite = true }
            if kinds.contains(.english) { isEnglish = true }
            if first {
                opensWithDemand = kinds.contains(.demand)
                first = false
            }
            previous = kinds
            if word.isPair { hasPairs = true }
        }
        if legal >= 2, line.words <= 40, !holdsQuotation(slice) { return true }
        guard sure + loose > 0, !holdsQuotation(slice) else { return false }
        if sure == 0 {
            if opensWithDemand, line.words <= 6, !line.endsWithStop { return true }
            return persons > 0 && (opensWithDemand && line.words <= 20 || loose >= 2 && line.words <= 30)
        }
        if demands >= 2 { return true }
        if line.endsWithStop {
            if persons == 0, demands == 0, !isPolite {
                // What asks for nothing and speaks to nobody tells of such things. Outside English the ending of a verb may be the "you".
                if isEnglish || networks > 0 && sure - networks < 3 && !hasPairs { return false }
            }
            // And what speaks to everybody may tell of a network.
            if networks > 0, sure - networks < 2, demands == 0, verbs == 0 || ours == 0, !hasPairs { return false }
        }
        if opensWithDemand { persons += 1 }
        return sure + loose >= 3 || sure + loose >= 2 && (persons > 0 || line.words <= 12) || persons > 0 && line.words <= 25
    }

    /// Whether a word in the line is of the trade, or speaks to the reader: little by itself, enough between appeals.
    static func mayBeAppeal(_ line: ArraySlice<UInt8>) -> Bool {
        guard !holdsQuotation(line) else { return false }
        var found = false
        WordScanner.scan(line) { word in
            if let kinds = Self.kinds[word.hash], !kinds.isDisjoint(with: [.trade, .looseTrade, .person]) { found = true }
        }
        return found
    }

    private static func holdsQuotation(_ line: ArraySlice<UInt8>) -> Bool {
        var index = line.startIndex
        while index < line.endIndex {
            switch line[index] {
            case UInt8(ascii: "\""): return true
            case 0xC2 where index + 1 < line.endIndex && line[index + 1] == 0xAB: return true
            // Double quotation marks, and the corner brackets of East Asia.
            case 0xE2 where index + 2 < line.endIndex && line[index + 1] == 0x80 && (0x9C...0x9F).contains(line[index + 2]): return true
            case 0xE3 where index + 2 < line.endIndex && line[index + 1] == 0x80 && line[index + 2] == 0x8C: return true
            default: break
            }
            index += 1
        }
        return false
    }

    private struct Kinds: OptionSet, Sendable {
        let rawValue: UInt16
        static let trade = Kinds(rawValue: 1)
        static let looseTrade = Kinds(rawValue: 2)
        static let entering = Kinds(rawValue: 4)
        static let entry = Kinds(rawValue: 8)
        static let person = Kinds(rawValue: 16)
        static let legal = Kinds(rawValue: 32)
        static let demand = Kinds(rawValue: 64)
        static let network = Kinds(rawValue: 128)
        static let ours = Kinds(rawValue: 256)
        static let english = Kinds(rawValue: 512)
        static let polite = Kinds(rawValue: 1024)
    }

    /// What each word is, by its hash: every word of a page is asked for.
    private static let kinds: WordTable<Kinds> = {
        let lists: [(Kinds, String)] = [
            (.trade, trade), (.looseTrade, looseTrade), (.entering, entering), (.entry, entries), (.person, persons), (.legal, legal),
            (.demand, demands), (.network, networks), (.ours, ours), (.english, english), (.polite, polite),
        ]
        var result: [UInt64: Kinds] = [:]
        for (kind, words) in lists {
            for word in words.utf8Words({ $0 == 0x20 || $0 == 0x0A }) { result[WordScanner.hash(String(word)), default: []].insert(kind) }
        }
        return WordTable(result)
    }()

    /// "Sign in", "log out", "click here", "please consider".
    private static let entering = "sign signed log logged click tap please"
    private static let entries = "in up out into here now consider"

    private static let demands = """
        get join sign follow subscribe download read watch click send help support become enter register log see try donate share like find
        add choose manage receive stay never discover start keep tell write email call visit please thank thanks enjoy free
        abonnez inscrivez suivez recevez rejoignez téléchargez retrouvez découvrez profitez créez connectez
        abonnieren melden folgen lesen jetzt laden diskutieren erhalten
        suscríbete síguenos recibe únete regístrate descarga lee mira consulta
        assine siga receba inscreva baixe leia participe clique cadastre
        iscriviti seguici ricevi scarica leggi registrati abbonati
        abonneer volg ontvang lees meld prenumerera följ läs få abonner følg tilmeld få
        zapisz obserwuj dołącz czytaj subskrybuj abone takip подпишитесь подписывайтесь читайте следите присоединяйтесь підпишіться підписуйтесь
        читайте اشترك تابعونا تابع انضم הירשמו הצטרפו עקבו εγγραφείτε ακολουθήστε διαβάστε
        """

    /// "No part of this may be reproduced without permission."
    private static let legal = """
        reproduced reproduction republished republication redistributed redistribution reprinted rewritten rebroadcast permission consent prohibited
        unauthorised unauthorized copyrighted vervielfältigung genehmigung nachdruck interdite autorisation reproducción prohibida autorización
        riproduzione riservata autorizzazione reprodução proibida autorização overname toestemming kopiowanie zabronione перепечатка разрешения
        воспроизведение передрук дозволу 转载 授权 転載 禁止
        """

    private static let polite = "please bitte prosimy prosím пожалуйста lütfen"

    /// Hardly a sentence in English is without one, and no other language has them.
    private static let english = "the and were said has"

    private static let us = WordScanner.hash("us")

    /// Of the persons those who speak.
    private static let ours = """
        us our ours we uns unser unsere unserem unseren unserer nous notre nos nuestro nuestra nuestros nuestras nosso nossa nossos nossas
        nostro nostra nostri nostre ons onze vår våra vårt vores våre nasz nasze naszego bizi bizim bize
        нас нам наш наши нашем наших нами שלנו אותנו μας
        """

    private static let persons = """
        you your yours yourself us our ours we
        uns unser unsere unserem unseren unserer du dein deine deinen dir dich euch leserinnen
        vous votre vos nous notre nos
        tu tus te ti nuestro nuestra nuestros nuestras usted
        você seu sua nosso nossa nossos nossas
        tuo tua tuoi tue nostro nostra nostri nostre vostro
        je jouw uw ons onze
        din ditt dina vår våra vårt dit dine vores vår våre deg dig
        twój twoje twoją nasz nasze naszego
        sizin size bizi bizim bize
        вас вам ваш ваши вашем нас нам наш наши нашем наших вами нами
        לך שלך שלנו אותנו σας μας
        """

    /// Words that a text can use for what they are.
    private static let looseTrade = """
        email emails account accounts app apps download privacy donate advertise advertising sponsor comment comments commenting commenters
        moderator moderated permission reproduced republished browser members membership free unlimited conversation podcast details terms
        bookmarks donation donations contribution contributions supporters внесок внеску клубу членом читачів взнос пожертвование донат
        有料 無料 限定 月額
        konto kommentar kommentare kostenlos mail compte commentaires commenter publicité consentement correo cuenta comentarios comentario
        publicidad gratis comentários publicidade canal commenti commento pubblicità reacties annons kommentarer komentarze komentarz konto
        reklama yorum yorumlar bildirim reklam комментарии комментарий реклама коментарі коментар تعليق إعلان نظر תגובות תגובה פרסומת σχόλια
        διαφήμιση 评论 版权 網友 评論
        """

    /// Of the trade those who aren't the site's own.
    private static let networks = """
        whatsapp telegram viber facebook twitter instagram youtube tiktok linkedin bluesky mastodon телеграм واتساب تلغرام تيليجرام فيسبوك
        تلگرام טלגרם וואטסאפ 微信 व्हाट्सएप
        """

    private static let trade = """
        newsletter newsletters subscribe subscribed subscriber subscribers subscription subscriptions unsubscribe inbox login
        signup cookies cookie whatsapp telegram viber facebook twitter instagram youtube tiktok
        linkedin bluesky mastodon advertisement advertisements sponsored moderators notifications promotional personalised personalized
        disclaimer paywall bookmark javascript captcha copyright
        abonnieren abonniere abo abonnement abonnements abonnent anmelden angemeldet einloggen registrieren registriert kommentieren
        mailbox postfach anmeldung werbevereinbarung
        datenschutz datenschutzerklärung werbung einwilligung probeabo whatsappkanal
        abonner abonnez abonné abonnés abonnée inscrivez inscrire infolettre courriel connectez connecté
        confidentialité désinscrire
        boletín boletines suscríbete suscribirse suscribirme suscripción suscriptor suscriptores síguenos regístrate
        privacidad notificaciones
        assine assinante assinantes assinatura inscreva cadastre cadastro boletim privacidade notificações
        compartilhe
        iscriviti abbonati abbonamento abbonato seguici notifiche registrati
        nieuwsbrief nieuwsbrieven abonneer abonnee abonnees aanmelden inloggen reageren reageer privacyverklaring advertentie
        nyhetsbrev prenumerera prenumerant prenumeration kommentera nyhedsbrev abonnér kommentere
        subskrybuj prenumerata zapisz regulamin prywatności
        bülten abone abonelik yorumunuzu çerez üyelik
        подпишитесь подписаться подписывайтесь подписка подписку рассылка рассылку комментировать телеграм
        підпишіться підписуйтесь підписатися розсилка розсилку телеграм
        اشترك النشرة البريدية التعليقات تعليقك تابعونا الإلكتروني حسابك واتساب تلغرام تيليجرام فيسبوك
        خبرنامه نظرات تبلیغات عضویت تلگرام
        הירשמו ניוזלטר הצטרפו עקבו טלגרם וואטסאפ מנויים
        εγγραφείτε ακολουθήστε
        订阅 登录 登陆 注册 广告 微信 网友 订閱 評論 登入 廣告 会員 登録 購読 広告
        구독 댓글 광고 सब्सक्राइब व्हाट्सएप टिप्पणी फॉलो
        """
}
