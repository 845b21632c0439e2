/// Words of classes and ids that tell what an element is; pairs of words are joined.
enum HTMLVocabulary {
    static let words: [String: HTMLPart] = {
        let rows: [(HTMLPart, String)] = [
            (
                .comments,
                """
                comment comments commentlist commentarea commentsection cmts disqus respond replies reply kommentare kommentar commentaires comentarios
                commenti komentarze reacties talkback talkbacks livefyre discussion userreviews fbcomments coral berrors responses commentform
                """
            ),
            (
                .related,
                """
                related relatedposts relatedarticles relatednews rel recommended recommendations recommend recirculation recirc readmore teaser
                teasers popular trending mostread mostviewed mostpopular latest latestnews river ticker breaking weiterlesen relacionadas
                relacionados relacionado sidebar widget readnext upnext readalso seealso lireaussi leiatambem leesook leggianche keepreading
                morestories morefrom moreon morenews morein moreposts suggested suggestions similar onward onwards playlist outbrain taboola
                zergnet crosslinks crosslink interlinks linklist linkbox infobox factbox articlelist newslist topstories toplist otherstories
                othernews pluslus maisleidas masleidas mostcommented meistgelesen auchinteressant morelikethis youmayalso youmightalso aussi
                nextarticle prevnext previousnext postnavigation onthisstory storylinks seealsolinks inlinerelated inreadlink
                alsoread contentlist moreheadlines headlines newsfeed articlefooter storyfooter benzer ilgili podobne czytaj powiazane
                verwandt themen voorpagina secondary rightcol rightcolumn leftcol leftcolumn rightbar leftbar sidecol
                """
            ),
            (
                .share,
                """
                share sharing sharebar sharebuttons sharelinks sharerow sharedaddy social socials socialmedia sociallinks socialbar soc sns compartir
                compartilhar partager partage partilhar teilen condividi udostepnij paylas addthis addtoany sharethis bookmarks articletools
                storytools pagetools posttools toolbox tools actions articleactions followus follow reactions printmail
                """
            ),
            (
                .newsletter,
                """
                newsletter newsletters newslettersignup subscribe subscription signup emailsignup nl optin mailinglist mailing calltoaction cta donate donation donations
                membership membercta supportus supporter support appeal inreadabo abo abobox abonnement contribute contribution callout joinus
                appdownload whatsappchannel telegramchannel followchannel
                """
            ),
            (.cookie, "cookie cookies cookiebar cookiebanner gdpr consent cmp didomi onetrust ccpa privacybar aviso cookienotice"),
            (
                .advertisement,
                """
                ad ads adv advert adverts advertisement advertising adslot adunit adbox adwrap adwrapper adcontainer admanager promo promos
                promotion promobox sponsored sponsor anzeige anzeigen werbung reklama reklam publicidade publicidad publicite annonce
                paywall piano regwall meteredwall subscriberonly dfp gpt leaderboard mpu banner banners commercial affiliate deals
                """
            ),
            (
                .navigation,
                """
                breadcrumb breadcrumbs crumb crumbs ariane nav navbar navigation menu mainmenu topmenu submenu topbar topnav pagination pager
                paging skip skiplink toolbar subnav sitenav jumplinks toc tableofcontents navlinks topstrip siteheader headernav megamenu burger
                shapka loginbar searchbox searchform search languageswitcher langswitcher kicker tagline slogan sitesub strapline sitedescription sitetagline sitemotto
                """
            ),
            (
                .tags,
                """
                tags taglist tagged topics topiclist postmetadata tagcloud keywords entities catlinks tagslinks tagslist articletags posttags hashtags
                etiquetas schlagworte schlagwoerter motscles filedunder entrytags relatedtopics articletopics storytags
                """
            ),
            (
                .author,
                """
                authorbox authorbio authorcard authorinfo authorprofile aboutauthor abouttheauthor bio biography biobox authordescription
                authorabout autorenbox authordetails writerbio contributorbio writerbox reporterbox reporterbio contributorbox aboutwriter aboutreporter
                """
            ),
            (.footer, "footer foot colophon sitefooter pagefooter podval ftr bottombar impressum legal copyright"),
            (
                .caption,
                """
                caption captions figcaption imagecaption photocaption piccaption mediacaption wpcaptiontext cutline photocredit imagecredit
                photocredits piccredit bildunterschrift bildtext legende didascalia piedefoto legenda mediadescription imagedescription
                photodescription imagecopyright picturecaption videocaption photoby imgcaption imgdesc photoinfo
                """
            ),
            (.hidden, "printonly noprint printfooter modal popup overlay lightbox tooltip loadinglayer skeleton"),
        ]
        var result: [String: HTMLPart] = [:]
        for (part, list) in rows {
            for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) { result[String(word)] = part }
        }
        return result
    }()
}
