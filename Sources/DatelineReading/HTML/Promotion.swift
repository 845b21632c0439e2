import DatelineModels

/// Short paragraphs that offer a newsletter, a subscription or an app.
enum Promotion {
    private static let longest = 300

    /// Two of its words must be there: a sentence may well mention one.
    static func isOne(_ line: ArraySlice<UInt8>) -> Bool {
        guard (12...longest).contains(line.count) else { return false }
        var found: Set<Int> = []
        marks.forEach(in: Array(Folding.fold(ByteText.string(line)).utf8)) { mark in
            found.insert(mark)
            return found.count < 2
        }
        return found.count == 2
    }

    private static let marks = PhraseTable<Int>(
        [
            "your inbox", "newsletter", "sign up", "subscribe", "email address", "e-mail address", "unsubscribe", "our app", "follow us",
            "free trial",
            "subscriber", "per month", "your support", "support our", "donate", "whatsapp", "telegram", "in your mailbox", "daily digest",
            "no spam", "reader-supported", "paid subscriber", "support my work", "free or paid", "receive new posts", "thanks for reading",
            "share it with", "join us", "become a member", "our journalism", "membership",
            "privacy policy", "terms of", "ihre e-mail", "kostenlos", "abonnieren", "votre e-mail", "votre boite", "inscrivez-vous",
            "abonnez-vous",
            "recevez", "suscribete", "suscribirse", "tu correo", "boletin", "iscriviti", "tua email", "abbonati", "assine", "receba",
            "seu e-mail",
            "nosso canal", "nieuwsbrief", "meld je aan", "je inbox", "zapisz sie", "zapisz się", "nyhetsbrev", "nyhedsbrev", "prenumerera",
            "подпишитесь", "подписывайтесь",
            "рассылк", "наш канал", "telegram-канал", "bultenimize", "abone ol", "النشرة", "اشترك",
        ].enumerated().map { (Folding.fold($1), $0) })
}
