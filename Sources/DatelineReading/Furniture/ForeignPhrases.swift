import DatelineModels

/// What page furniture says in languages other than English.
enum ForeignPhrases {
    /// - Parameter folded: a short line, without marks at its ends.
    static func reason(folded: String) -> RemovalReason? {
        if folded.utf8.count <= longestLabel, let reason = labels[folded] { return reason }
        guard let candidates = openings[first(of: folded)] else { return nil }
        return candidates.first { folded.hasPrefix($0.text) }?.reason
    }

    private static let labels: [String: RemovalReason] = {
        let rows: [(RemovalReason, String)] = [
            (
                .share,
                """
                teilen|drucken|merken|artikel anhören|partager|imprimer|compartir|imprimir|condividi|stampa|partilhar|compartilhar|deel|delen|
                deel dit artikel|udostępnij|paylaş|поделиться|поширити|شارك|مشاركة|اشتراک گذاری|שיתוף|שתפו|dela|del|enviar por correo|recommander|
                écouter cet article|分享|シェア
                """
            ),
            (
                .commentForm,
                """
                kommentare|kommentar schreiben|kommentieren|komentarze|dodaj komentarz|yorum yaz|yorumlar|комментарии|коментарі|vos réactions|réagir|
                commentaires|voir les commentaires|laisser un commentaire|comentarios|comentar|deja un comentario|sé el primero en comentar|comentários|
                deixe um comentário|commenti|lascia un commento|reacties|reageer|kommentarer|التعليقات|تعليقات|اترك تعليقا|تגובות|σχόλια|评论|コメント
                """
            ),
            (
                .related,
                """
                lesen sie auch|lesen sie mehr|das könnte sie auch interessieren|das könnte sie interessieren|mehr zum thema|weitere meldungen|
                weitere artikel|weitere themen|meistgelesen|à lire aussi|lire aussi|sur le même sujet|les plus lus|te puede interesar|te recomendamos|
                le puede interesar|más noticias|lo más leído|noticias relacionadas|leggi anche|ti potrebbe interessare|articoli correlati|leia também|
                leia mais|notícias relacionadas|lees ook|meer nieuws|meest gelezen|czytaj także|czytaj też|zobacz także|ilgili haberler|benzer haberler|
                читайте также|читайте також|материалы по теме|اقرأ أيضا|اقرأ أيضاً|مواضيع ذات صلة|الأكثر قراءة|مطالب مرتبط|קראו גם|
                διαβάστε επίσης|διαβάστε ακόμα|läs mer|läs också|læs også|læs mere|les også|les mer|mest läst|相关新闻|相关阅读|関連記事|यह भी पढ़ें
                """
            ),
            (
                .copyright,
                """
                alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados|
                alle rechten voorbehouden|wszelkie prawa zastrzeżone|tüm hakları saklıdır|все права защищены|усі права захищені|جميع الحقوق محفوظة
                """
            ),
            (
                .advertisement,
                "anzeige|anzeigen|werbung|publicité|publicidad|pubblicità|publicidade|advertentie|reklama|reklam|annons|annonce|реклама|إعلان|إعلانات|פרסומת|广告"
            ),
            (
                .navigation,
                """
                zum inhalt springen|zum hauptinhalt springen|abonnieren|abonnez-vous|skip to content|zurück zur startseite|aller au contenu|mentions légales|contactez-nous|se connecter|s'abonner|je m'abonne|
                aviso legal|política de privacidad|política de cookies|iniciar sesión|suscríbete|accedi|abbonati|iniciar sessão|assine|inloggen|
                abonneren|zaloguj się|giriş yap|войти|подписаться|تسجيل الدخول|einverstanden|aceptar|accetto|akzeptieren|j'accepte
                """
            ),
            (
                .cms,
                "انتهای پیام|haber merkezi|redaktion|die redaktion|la rédaction|rédaction|redacción|redazione|redação|redactie|de redactie|redakcja|редакция|редакція|فريق التحرير|هيئة التحرير"
            ),
        ]
        var result: [String: RemovalReason] = [:]
        for (reason, phrases) in rows {
            for phrase in split(phrases) { result[phrase] = reason }
        }
        return result
    }()

    private static let longestLabel = 100

    private struct Opening {
        let text: String
        let reason: RemovalReason
    }

    /// Beginnings of lines, under their first word.
    private static let openings: [String: [Opening]] = {
        let rows: [(RemovalReason, String)] = [
            (.cms, "lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|czas czytania|کد خبر"),
            (
                .cookie,
                """
                utilizamos cookies|nous utilisons des cookies|ce site utilise des cookies|wir verwenden cookies|diese website verwendet cookies|
                questo sito utilizza|este sitio utiliza|este site utiliza|deze website gebruikt cookies|ta strona używa|vi använder cookies
                """
            ),
            (.commentForm, "tu dirección de correo electrónico no|votre adresse e-mail ne|deine e-mail-adresse wird|connectez-vous pour"),
            (.caption, "foto:|photo :|bild:|imagen:|фото:|fotoğraf:|zdjęcie:|fot."),
            (.sourceLink, "quelle:|source :|fuente:|fonte:|bron:|źródło:|kaynak:|источник:|джерело:|المصدر:|منبع:"),
            (.share, "partager sur|compartir en|teilen auf|condividi su|udostępnij na"),
            (.related, "auch interessant:|lire aussi :|lea también:|leggi anche:|leia também:|lees ook:|czytaj też:|читайте также:"),
        ]
        var result: [String: [Opening]] = [:]
        for (reason, phrases) in rows {
            for phrase in split(phrases) {
                result[first(of: phrase), default: []].append(Opening(text: phrase, reason: reason))
            }
        }
        return result
    }()

    private static func first(of text: String) -> String { String(text.prefix { $0 != " " && $0 != ":" }) }

    private static func split(_ phrases: String) -> [String] {
        phrases.split { $0 == "|" || $0 == "\n" }.map { Folding.fold(String($0).trimmedSpaces) }.filter { !$0.isEmpty }
    }
}
