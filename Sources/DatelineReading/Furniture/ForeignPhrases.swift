import DatelineModels

/// What page furniture says in languages other than English.
enum ForeignPhrases {
    /// - Parameter folded: a short line, without marks at its ends.
    static func reason(folded: String) -> RemovalReason? {
        if let reason = label(folded) { return reason }
        guard let candidates = openings[first(of: folded)] else { return nil }
        return candidates.first { folded.hasPrefix($0.text) }?.reason
    }

    /// What a whole line, or the beginning of one up to a colon, says it is.
    static func label(_ folded: String) -> RemovalReason? { folded.utf8.count <= longestLabel ? labels[folded] : nil }

    private static let labels: [String: RemovalReason] = {
        let rows: [(RemovalReason, String)] = [
            (
                .share,
                """
                teilen|drucken|merken|artikel anhören|partager|imprimer|compartir|imprimir|condividi|stampa|partilhar|compartilhar|deel|delen|
                deel dit artikel|udostępnij|paylaş|поделиться|поширити|شارك|مشاركة|اشتراک گذاری|שיתוף|שתפו|dela|del|enviar por correo|recommander|
                écouter cet article|分享|シェア|扫一扫|扫一扫 手机阅读|扫码阅读|手机看新闻|手机阅读|lyt til artiklen|lyssna på artikeln|lytt til artikkelen
                """
            ),
            (
                .commentForm,
                """
                kommentare|kommentar schreiben|kommentieren|komentarze|dodaj komentarz|yorum yaz|yorumlar|комментарии|коментарі|vos réactions|réagir|
                commentaires|voir les commentaires|laisser un commentaire|comentarios|comentar|deja un comentario|sé el primero en comentar|comentários|
                ir a los comentarios|aller aux commentaires|vai ai commenti|ir para os comentários|naar de reacties|till kommentarerna|til kommentarerne|
                deixe um comentário|commenti|lascia un commento|reacties|reageer|kommentarer|التعليقات|تعليقات|اترك تعليقا|تגובות|σχόλια|评论|コメント
                """
            ),
            (
                .related,
                """
                حول هذه القصة|noticia relacionada|artículo relacionado|notícia relacionada|articolo correlato|gerelateerd artikel|bekijk ook|ilgili haber|
                bakmadan geçme|relaterad artikel|relateret artikel|zum artikel|
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
                "haberin devamı|reklam alanı|anzeige|anzeigen|werbung|publicité|publicidad|pubblicità|publicidade|advertentie|reklama|reklam|annons|annonce|реклама|إعلان|إعلانات|פרסומת|广告"
            ),
            (
                .navigation,
                """
                zum inhalt springen|zum hauptinhalt springen|direkt zum inhalt|aller au contenu principal|passer au contenu|
                ir al contenido|saltar al contenido|ir para o conteúdo|pular para o conteúdo|saltar para o conteúdo|vai al contenuto|
                salta al contenuto|ga naar hoofdinhoud|ga naar de inhoud|naar de inhoud|przejdź do treści|przejdź do głównej treści|
                hoppa till innehåll|hoppa till huvudinnehåll|gå til indhold|gå til hovedindhold|gå til innhold|hopp til innhold|
                içeriğe geç|içeriğe atla|ana içeriğe atla|перейти к содержанию|перейти к основному содержанию|перейти до вмісту|
                تخطي الروابط|تخطى إلى المحتوى|تخطي إلى المحتوى|انتقل إلى المحتوى|رفتن به محتوا|דלג לתוכן|דילוג לתוכן|
                μετάβαση στο περιεχόμενο|跳至内容|跳到主要内容|コンテンツへスキップ|본문으로 건너뛰기|
                abonnieren|abonnez-vous|skip to content|zurück zur startseite|aller au contenu|mentions légales|contactez-nous|se connecter|s'abonner|je m'abonne|
                aviso legal|política de privacidad|política de cookies|iniciar sesión|suscríbete|accedi|abbonati|iniciar sessão|assine|inloggen|
                abonneren|zaloguj się|giriş yap|войти|подписаться|تسجيل الدخول|einverstanden|aceptar|accetto|akzeptieren|j'accepte
                """
            ),
            (
                .cms,
                "انتهای پیام|haber merkezi|redaktion|die redaktion|la rédaction|rédaction|redacción|redazione|redação|redactie|de redactie|redakcja|редакция|редакція|فريق التحرير|هيئة التحرير"
            ),
            (
                .share,
                """
                auf facebook teilen|auf twitter teilen|auf whatsapp teilen|per e-mail teilen|per mail teilen|versenden|artikel teilen|artikel drucken|
                link kopieren|artikel merken|vorlesen|zuhören|anhören|lire plus tard|écouter|écouter l'article|tweeter|envoyer|envoyer par e-mail|
                envoyer par mail|copier le lien|partager cet article|partager l'article|enregistrer|sauvegarder|offrir cet article|
                compartir en facebook|compartir en twitter|compartir en whatsapp|enviar por whatsapp|enviar|guardar|escuchar|copiar enlace|
                compartilhar no facebook|compartilhar no whatsapp|compartilhe|salvar|copiar link|ouvir|ouça esta notícia|condividi|stampa|invia|salva|
                copia link|ascolta|condividi su facebook|ascolta l'articolo|delen|opslaan|afdrukken|kopieer link|luister|bewaar|stuur door|
                udostępnij|wyślij|drukuj|kopiuj link|posłuchaj|dela artikeln|skriv ut|spara|kopiera länk|lyssna|del artikel|udskriv|kopiér link|gem|
                del artikkelen|kopier lenke|lagre|yazdır|kaydet|dinle|facebook'ta paylaş|twitter'da paylaş|whatsapp'ta paylaş|распечатать|
                скопировать ссылку|сохранить|отправить|слушать|роздрукувати|скопіювати посилання|зберегти|надіслати|طباعة|مشاركة فيسبوك|فيسبوك|
                تويتر|واتساب|نسخ الرابط|استمع|حفظ|شارك المقال|ارسال|چاپ|کپی لینک|ذخیره|שתפו בפייסבוק|שתפו בוואטסאפ|שתפו בטוויטר|הדפסה|שלחו לחבר|
                העתק קישור|האזינו|שמור|εκτύπωση|κοινοποίηση|μοιραστείτε|αντιγραφή συνδέσμου|ακούστε|分享到|打印|收藏|复制链接|微信|微博|印刷|保存|
                ajouter à vos sélections|offrir l'article|réutiliser ce contenu|desplegar redes sociales|linki kopyala|yazı tipi|deel artikel|
                ブックマーク|スクラップ|シェア|メール|
                リンクをコピー|ツイート|共有|공유|인쇄|링크 복사|스크랩|शेयर करें|शेयर|प्रिंट|sdílet|tisk|distribuie|tipărește
                """
            ),
            (
                .commentForm,
                """
                reageer als eerste|soyez le premier à commenter|seja o primeiro a comentar|sii il primo a commentare|bądź pierwszy|
                schreiben sie den ersten kommentar|skomentuj|kommentare lesen|kommentare anzeigen|zu den kommentaren|kommentar verfassen|leserkommentare|ihr kommentar|name|
                lire les commentaires|commentaire|commenter|poster un commentaire|votre commentaire|réactions|ver comentarios|comentarios|
                escribe un comentario|deja tu comentario|añadir comentario|ver comentários|deixe seu comentário|comente|escreva um comentário|
                commenta|scrivi un commento|vedi i commenti|bekijk reacties|plaats een reactie|reactie plaatsen|zobacz komentarze|napisz komentarz|
                visa kommentarer|kommentera|skriv en kommentar|vis kommentarer|kommentér|kommenter|yorum ekle|yorumları gör|yorumunuzu yazın|
                оставить комментарий|написать комментарий|обсуждение|обсудить|залишити коментар|обговорення|أضف تعليقا|أضف تعليقك|اترك تعليقك|تعليق|
                نظرات|نظر شما|ارسال نظر|دیدگاه|دیدگاه‌ها|הוסף תגובה|הוסיפו תגובה|תגובות|תגובה|הגב|σχολιάστε|προσθήκη σχολίου|σχόλιο|发表评论|我要评论|
                网友评论|查看评论|コメントする|コメントを書く|댓글|댓글 쓰기|टिप्पणी|टिप्पणियां|अपनी टिप्पणी दें|komentáře|přidat komentář|comentarii|
                adaugă un comentariu|correo electrónico|adresse e-mail|votre e-mail|e-mail-adresse|البريد الإلكتروني|الاسم|التعليق|إرسال|σας e-mail
                """
            ),
            (
                .related,
                """
                auch interessant|lesen sie dazu|mehr aus dem ressort|mehr aus der region|mehr zu diesem thema|zum thema|weitere nachrichten|
                aktuelle meldungen|meistgelesene artikel|neueste artikel|beliebt|beliebte artikel|top-themen|empfehlungen der redaktion|
                unsere empfehlungen|empfohlene artikel|mehr artikel|mehr lesen|weiterlesen|passend dazu|das könnte sie auch interessieren|
                lire également|a lire aussi|à lire|lire la suite|voir aussi|articles liés|articles similaires|sur le même thème|dans la même rubrique|
                les plus commentés|nos derniers articles|dernières actualités|à découvrir|vous aimerez aussi|à voir également|plus d'articles|
                notas relacionadas|lee también|leer también|lea también|te puede interesar|también te puede interesar|ver también|más leídas|
                más leídos|las más leídas|lo último|últimas noticias|artículos relacionados|más sobre este tema|más información|en portada|
                te recomendamos leer|relacionadas|relacionados|leia também|veja também|veja mais|saiba mais|confira também|mais lidas|mais lidos|
                últimas notícias|notícias relacionadas|leia mais sobre|recomendadas|relacionados|você pode gostar|matérias relacionadas|
                leggi anche|leggi pure|ti può interessare|potrebbe interessarti|i più letti|le più lette|ultime notizie|articoli correlati|
                altri articoli|correlati|vedi anche|lees meer|lees verder|lees ook|zie ook|ook interessant|gerelateerde artikelen|meest gelezen|
                laatste nieuws|meer over dit onderwerp|gerelateerd|aanbevolen|przeczytaj także|przeczytaj też|przeczytaj również|czytaj również|
                czytaj więcej|polecamy|powiązane artykuły|najczęściej czytane|najnowsze|zobacz też|zobacz również|läs vidare|läs mer om|mer om ämnet|
                relaterat|senaste nytt|mest lästa|mest läst just nu|mest lästa just nu|mest lest nå|mest læste lige nu|meistgelesen heute|missa inte|læs videre|mest læste|seneste nyt|mere om emnet|relaterede artikler|les videre|
                mest leste|siste nytt|relaterte saker|ilgili içerikler|diğer haberler|çok okunanlar|son haberler|bunlar da ilginizi çekebilir|
                ilginizi çekebilir|ayrıca okuyun|önerilen haberler|читать также|читать далее|смотрите также|по теме|похожие материалы|
                связанные материалы|другие новости|самое читаемое|популярное|последние новости|материалы по теме|читати також|дивіться також|
                за темою|схожі матеріали|популярне|останні новини|інші новини|اقرأ أيضاً|اقرأ ايضا|أخبار متعلقة|أخبار ذات صلة|موضوعات متعلقة|
                مقالات ذات صلة|المزيد|الأكثر مشاهدة|قد يعجبك أيضا|اخترنا لك|آخر الأخبار|شاهد أيضا|بیشتر بخوانید|همچنین بخوانید|مطالب مرتبط|
                اخبار مرتبط|پربازدیدترین|پربیننده‌ترین|آخرین اخبار|عוד בנושא|כתבות נוספות|אולי יעניין אותך|הנקראות ביותר|עוד כתבות|קראו עוד|
                διαβάστε περισσότερα|σχετικά άρθρα|σχετικά|δείτε επίσης|δείτε ακόμη|διαβάστε ακόμη|δημοφιλή|περισσότερα|τελευταία νέα|ροή ειδήσεων|
                相关报道|相关文章|相关链接|延伸阅读|热点排行|热门|推荐阅读|热门新闻|猜你喜欢|更多|上一篇|下一篇|相關新聞|延伸閱讀|おすすめ|おすすめ記事|
                関連ニュース|人気記事|アクセスランキング|ランキング|あわせて読みたい|관련기사|관련 기사|많이 본 뉴스|인기 기사|최신 뉴스|
                ये भी पढ़ें|यह भी देखें|संबंधित खबरें|और पढ़ें|ताज़ा खबरें|čtěte také|související články|nejčtenější|mohlo by vás zajímat|
                citește și|citește și:|articole similare|cele mai citite
                """
            ),
            (
                .copyright,
                """
                alle rettigheder forbeholdes|alla rättigheter förbehållna|με επιφύλαξη παντός δικαιώματος|版权所有|無断転載を禁じます|無断転載禁止|
                כל הזכויות שמורות|تمامی حقوق محفوظ است|무단전재 및 재배포 금지|všechna práva vyhrazena|toate drepturile rezervate
                """
            ),
            (
                .advertisement,
                """
                |die geschichte geht nach der anzeige weiter|publi|publicité|continua após a publicidade|continúa tras la publicidad|
                continua dopo la pubblicità|pubbliredazionale|advertentie|artykuł sponsorowany|artikeln fortsätter efter annonsen|
                artiklen fortsætter efter annoncen|διαφήμιση|تبلیغات|آگهی|реклама|広告|推广|광고|विज्ञापन|reklamní sdělení|publicitate
                """
            ),
            (
                .navigation,
                """
                본문 바로가기|본문 요약봇|텍스트 음성 변환 서비스 사용하기|글자 크기 변경하기|sns 보내기|인쇄하기|기사원문|추천|afficher le diaporama|
                rozwiń|skrót artykułu|skrót artykułu ai|skrót artykułu (ai)|dalszy ciąg artykułu pod materiałem wideo|impressum|datenschutz|cookie-einstellungen|nach oben|zur startseite|über uns|agb|menü|suche|anmelden|mein konto|e-paper|
                accueil|menu|rechercher|connexion|mon compte|données personnelles|plan du site|haut de page|à propos|nos autres sites|cgu|
                gérer mes cookies|paramètres des cookies|gérer les cookies|lire le journal numérique|inicio|buscar|contacto|quiénes somos|
                aviso de privacidad|código de ética|anúnciate|directorio|mapa del sitio|hemeroteca|volver arriba|mi cuenta|etiquetas|más|
                buscar|menu|início|fale conosco|quem somos|anuncie conosco|anuncie|expediente|minha conta|princípios editoriais|termos de uso|
                política de privacidade|próximo|anterior|contatti|chi siamo|cerca|torna su|note legali|mappa del sito|area personale|zoeken|contact|
                over ons|colofon|privacybeleid|naar boven|o nas|szukaj|regulamin|polityka prywatności|kontakt|strona główna|sök|om oss|logga in|
                till toppen|søg|om os|log ind|til toppen|søk|logg inn|ara|hakkımızda|iletişim|künye|gizlilik politikası|yukarı çık|поиск|о нас|
                о проекте|контакты|меню|наверх|политика конфиденциальности|пошук|про нас|контакти|меню|нагору|بحث|من نحن|اتصل بنا|
                سياسة الخصوصية|القائمة|اشترك معنا|جستجو|درباره ما|تماس با ما|חיפוש|תפריט|אודות|צור קשר|תנאי שימוש|מדיניות פרטיות|כניסה למנויים|
                αναζήτηση|όροι χρήσης|ταυτότητα|επικοινωνία|πολιτική απορρήτου|搜索|登录|注册|关于我们|联系我们|网站地图|广告服务|联系方式|
                返回顶部|返回首页|トップ|検索|ログイン|会員登録|お問い合わせ|プライバシーポリシー|검색|로그인|회원가입|홈|메뉴|खोजें|लॉगिन|हमारे बारे में|
                संपर्क करें|hledat|přihlásit se|o nás|caută|despre noi|contact
                """
            ),
            (
                .cms,
                """
                etiquetas|etiquetas:|temas|tags|schlagworte|schlagwörter|themen|mots-clés|mots clés|thèmes|sujets|palavras-chave|tópicos|assuntos|
                parole chiave|argomenti|trefwoorden|onderwerpen|tagi|słowa kluczowe|ämnen|taggar|emner|etiketler|теги|метки|ключевые слова|теґи|
                الكلمات المفتاحية|الوسوم|كلمات دلالية|کلیدواژه|برچسب‌ها|תגיות|ετικέτες|标签|关键词|キーワード|タグ|태그|टैग|टैग्स|štítky|etichete|
                字号|字号： 小 中 大|字体|大 中 小|小 中 大|文字サイズ|글자 크기
                """
            ),
            (.caption, "写真・図版|写真・図版あり|画像|図版"),
            (
                .paywall,
                """
                det här är en låst artikel|låst artikel|dieser artikel ist kostenpflichtig|artikel für abonnenten|nur für abonnenten|
                plus-artikel|réservé aux abonnés|article réservé aux abonnés|article abonnés|contenido exclusivo para suscriptores|
                solo para suscriptores|exclusivo para suscriptores|contenuto riservato agli abbonati|riservato agli abbonati|
                conteúdo exclusivo para assinantes|exclusivo para assinantes|alleen voor abonnees|voor abonnees|
                artykuł dla prenumeratorów|tylko dla prenumeratorów|kun for abonnenter|for abonnenter|только для подписчиков
                """
            ),
            (
                .newsletter,
                """
                blijf op de hoogte|restez informé|restez informés|bleiben sie informiert|bleib informiert|mantente informado|fique por dentro|
                rimani aggiornato|resta aggiornato|bądź na bieżąco|håll dig uppdaterad|hold dig opdateret|hold deg oppdatert|
                newsletter bestellen|jetzt abonnieren|newsletter abonnieren|jetzt anmelden|recevez notre newsletter|inscrivez-vous|je m'inscris|ok|
                nos newsletters|suscríbete a nuestro boletín|suscribirme|boletín|boletines|suscribirse|recibe nuestro boletín|inscreva-se|cadastre-se|
                assine a newsletter|receba nossa newsletter|quero receber|iscriviti|iscriviti alla newsletter|schrijf je in|inschrijven|aanmelden|
                nieuwsbrief|zapisz się|prenumerera|nyhetsbrev|tilmeld|nyhedsbrev|meld deg på|abone ol|bülten|подписка|рассылка|підписка|розсилка|
                اشترك|اشترك الآن|النشرة البريدية|خبرنامه|הירשמו|ניוזלטר|הצטרפו לערוץ הטלגרם שלנו|εγγραφή|ενημερωτικό δελτίο|订阅|メールマガジン|購読|구독|뉴스레터|
                síguenos|síguenos en|síguenos en google noticias|suivez-nous|folgen sie uns|siga-nos|siga o canal|seguici|volg ons|följ oss|følg os|
                obserwuj nas|bizi takip edin|подписывайтесь|ми в соцмережах|تابعونا|עקבו אחרינו|ακολουθήστε μας
                """
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
            (.cms, "écouter cet article|artikel anhören|escuchar este artículo|ascolta l'articolo|luister naar"),
            (.cms, "lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|czas czytania|کد خبر"),
            (
                .cookie,
                """
                utilizamos cookies|nous utilisons des cookies|ce site utilise des cookies|wir verwenden cookies|diese website verwendet cookies|
                questo sito utilizza|este sitio utiliza|este site utiliza|deze website gebruikt cookies|ta strona używa|vi använder cookies
                """
            ),
            (.newsletter, "메인에서 바로 보는|keine meldung von"),
            (
                .note,
                """
                hinweis der redaktion:|anmerkung der redaktion:|in einer früheren version dieses artikels|in einer früheren version dieses textes|in einer früheren version dieses beitrags|
                in einer früheren version des artikels|in einer früheren fassung dieses artikels|in einer früheren fassung dieses textes|
                in einer früheren fassung des artikels|note de la rédaction|
                nota de la redacción:|nota del editor:|nota da redação:|nota della redazione:|noot van de redactie|
                in een eerdere versie van dit artikel|in een eerdere versie van dit bericht|in een eerdere versie van dit verhaal|
                dans une version précédente de cet article|dans une version précédente de l'article|en una versión anterior de este artículo|
                en una versión anterior de esta nota|em uma versão anterior deste texto|em uma versão anterior desta reportagem|
                от редакции:|від редакції:|editörün notu:
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

    private static func first(of text: String) -> String { String(text.utf8Prefix { $0 == 0x20 || $0 == UInt8(ascii: ":") }) }

    private static func split(_ phrases: String) -> [String] {
        phrases.split { $0 == "|" || $0 == "\n" }.map { Folding.fold(String($0).trimmedSpaces) }.filter { !$0.isEmpty }
    }
}
