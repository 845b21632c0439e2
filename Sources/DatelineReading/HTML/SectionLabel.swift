import DatelineModels

/// Labels over what isn't the article: "Related stories", "Comments (3)", "More from Karsh".
enum SectionLabel {
    /// In bytes; a longer line is no label.
    static let longest = 90

    static func reason(_ text: String) -> RemovalReason? {
        let folded = Folding.fold(text)
        let core = bare(folded)
        guard !core.isEmpty else { return nil }
        let reason = FurniturePhrases.labels[core] ?? ForeignPhrases.reason(folded: core) ?? labels[core]
        if let reason { return section(reason) }
        return openings.first { core.hasPrefix($0.text) && core.spacedWords.count <= $0.words }?.reason
    }

    /// Labels of single lines say nothing of what comes after them.
    private static func section(_ reason: RemovalReason) -> RemovalReason? {
        switch reason {
        case .related, .newsletter, .comment: reason
        case .commentForm: .comment
        default: nil
        }
    }

    /// Without signs at its ends, and without a count: "2 comments", "comments (2)".
    private static func bare(_ folded: String) -> String {
        let isMark = { (scalar: Unicode.Scalar) in
            !scalar.isAlphabetic && scalar != "'" && scalar.properties.generalCategory != .nonspacingMark
        }
        let scalars = folded.unicodeScalars.drop(while: isMark)
        guard let last = scalars.lastIndex(where: { !isMark($0) }) else { return "" }
        return String(scalars[...last])
    }

    private static let labels: [String: RemovalReason] = {
        let rows: [(RemovalReason, String)] = [
            (
                .related,
                """
                related coverage|related reading|related stories and links|other stories|other news|other headlines|other articles|more stories like this|more like this|
                around the site|elsewhere|from the archive|from our archive|from the archives|today's top stories|most commented|most emailed|
                what to read next|you might be interested in|explore more|more to explore|further reading|see more|also on this site|
                suggested reading|suggested for you|in this section|latest|the latest|popular|key events|external links|related internet links|
                top news|news in brief|poll|weather|archives|archive|recent comments|categories|blogroll|in this series|also in this series|
                mehr|auch interessant|aus dem archiv|das könnte dich auch interessieren|verwandte artikel|ähnliche artikel|neueste artikel|
                mehr aus der region|am meisten gelesen|weitere nachrichten|à lire également|articles liés|articles similaires|voir aussi|
                en continu|derniers articles|plus d'articles|dans la même rubrique|artículos relacionados|también te puede interesar|
                más leídas|lo último|más en|lee también|lea además|temas relacionados|ver también|últimas noticias|veja também|mais lidas|
                últimas notícias|matérias relacionadas|saiba mais|correlati|articoli simili|ultime notizie|i più letti|dello stesso autore|
                più letti|gerelateerde artikelen|lees meer|lees verder|populair|zobacz też|polecane|podobne artykuły|najczęściej czytane|
                przeczytaj również|polecamy|relaterat|relaterade artiklar|mer läsning|senaste nytt|mest lest|flere saker|seneste nyt|
                bunlar da ilginizi çekebilir|son haberler|çok okunanlar|diğer haberler|популярное|похожие новости|другие новости|
                последние новости|смотрите также|новости по теме|по теме|самое читаемое|останні новини|популярні новини|
                اقرأ المزيد|أخبار ذات صلة|قد يعجبك أيضا|آخر الأخبار|المزيد|خبرهای مرتبط|پربازدیدترین|עוד בנושא|כתבות נוספות|
                σχετικά άρθρα|δημοφιλή|あわせて読みたい|関連ニュース|人気記事|ランキング|おすすめ記事|最新ニュース|推荐阅读|热门新闻|延伸閱讀|相關新聞|
                관련기사|많이 본 뉴스|baca juga|berita terkait|terpopuler|tin liên quan|xem thêm|संबंधित खबरें
                """
            ),
            (
                .comment,
                """
                reader comments|your comments|user comments|comments on this story|have your say|responses|discussion|replies|
                comments are moderated|what do you think|leserkommentare|ihre meinung|diskussion|commentaires des lecteurs|opiniones|
                deja tu comentario|comentarios de los lectores|i commenti|i vostri commenti|commenti dei lettori|jouw reactie|
                opinie czytelników|skomentuj|kommentera|okur yorumları|yorum ekle|отзывы|обсуждение|добавить комментарий|комментариев|
                أضف تعليق|أضف تعليقا|نظرات|הוסף תגובה|γράψτε σχόλιο|コメントを書く|发表评论|网友评论|댓글|komentar
                """
            ),
            (
                .newsletter,
                """
                stay informed|ready for more|get the newsletter|join our mailing list|daily briefing|morning briefing|support us|support our work|
                unsere newsletter|newsletter abonnieren|inscrivez-vous|notre newsletter|recevez notre newsletter|boletín|suscríbete a nuestro boletín|
                iscriviti alla newsletter|nieuwsbrief|zapisz się do newslettera|nyhetsbrev|nyhedsbrev|рассылка|подпишитесь
                """
            ),
        ]
        var result: [String: RemovalReason] = [:]
        for (reason, list) in rows {
            for phrase in list.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
                let folded = Folding.fold(String(phrase).trimmedSpaces)
                if !folded.isEmpty { result[folded] = reason }
            }
        }
        return result
    }()

    private static let openings: [(text: String, reason: RemovalReason, words: Int)] = {
        let rows: [(RemovalReason, Int, String)] = [
            (
                .related, 7,
                """
                more from |more in |more on |more about |more stories |other items |other stories |other news |explore more |you may also |
                you might also |also in |read more about |related to |most read |most popular |most viewed |latest from |latest news |
                recommended |top stories |popular in |more news |keep reading|mehr aus |mehr von |mehr zum |weitere artikel |plus de |
                sur le même |dans la même |más de |más noticias |mais de |mais do |mais da |mais notícias |altri articoli |leggi anche |
                meer over |meer uit |więcej z |więcej o |mer från |mer om |mere fra |ещё по теме|другие материалы|עוד ב|المزيد من |
                """
            ),
            (
                .comment, 8,
                "thoughts on |responses to |comments on |leave a reply|leave a comment|post a comment|add a comment|write a comment"
            ),
            (.newsletter, 8, "subscribe to |sign up for |sign up to |get our |join our newsletter"),
        ]
        return rows.flatMap { reason, words, list in
            list.split(whereSeparator: { $0 == "|" || $0 == "\n" })
                .map { Folding.fold(String($0)) + ($0.hasSuffix(" ") ? " " : "") }
                .filter { !$0.trimmedSpaces.isEmpty }
                .map { (text: $0, reason: reason, words: words) }
        }
    }()
}
