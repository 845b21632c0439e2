import DatelineModels

/// What page furniture says, by reason. All phrases are keys as ``LineKey`` makes them.
enum FurniturePhrases {
    /// Whole lines.
    static let labels: [String: RemovalReason] = table([
        (
            .share,
            "share|republish our articles|kindly share this story|kindly share|share page|share full article|about sharing|x|republish|republish this story|republish this article|reprint|reprints|reprints and permissions|e-mail this|email this story|e-mail|facebook|twitter|whatsapp|telegram|linkedin|share obituary|share email|share facebook|show more sharing options|close extra sharing options|more sharing options|copy permalink|permalink|share article link|send by email|share this page|shares|print this|print page|printer friendly|printer-friendly|printer friendly version|send to a friend|send flowers|plant a tree|react|like|follow|share this:|share:|click to print|x (twitter)|bluesky|share this|share this article|share this story|share this post|share this news|share article|share via|sharing|tweet|tweet this|print this|print article|email this|copy link|link copied|save|save article|bookmark|gift this article"
        ),
        (.shortLink, "copy url|url copied|short link|short url|shortlink"),
        (
            .commentForm,
            "reply|replies|reader comments|promoted comments|latest comment|discussion about this post|leave a comment|leave a reply|leave your comment|leave comment|post a comment|post comment|add a comment|add comment|write a comment|comment|comments|no comments|no comments yet|view comments|show comments|read comments|cancel reply|submit comment|name|name *|email(required)|email (required)|name(required)|name (required)|email *|e-mail *|website|your name|your email|your comment|be the first to comment|log in to comment|login to comment|comments are closed|join the conversation|join the discussion|reply|read the comments|show all comments|see comments|see all comments|start the conversation|start the discussion|sort by|newest|oldest|most liked|report this comment|report comment|add your comment|have your say|what do you think|send|submit|security code|refresh|guestbook|guest book|sign the guestbook|sign the guest book|view guest book|commenting rules|community guidelines|discussion|comment:|responses|letters to the editor policy|your message"
        ),
        (
            .related,
            "people are also reading|related|related coverage|more coverage|related video|related videos|featured stories|top videos|related post(s|related article(s|related news|related posts|related post|related articles|related article|related stories|related story|related topics|related content|related links|related reading|more news|more stories|more from us|more headlines|read more|read also|also read|see also|you may also like|you might also like|you may like|recommended|recommended for you|recommended stories|most read|most read today|most read this week|most read now|most popular now|most popular|most viewed|most shared|trending|trending now|trending stories|popular posts|popular now|popular stories|latest news|latest stories|latest posts|latest headlines|recent posts|recent news|top stories|don't miss|up next|read next|next article|previous article|previous post|next post|next story|more on this story|more on this|in other news|editor's picks|editors' picks|from our partners|around the web|also in the news|in case you missed it|in the headlines|also in the headlines|continue reading|continue reading the main story|keep reading|full story|more to read|must read|must reads|read this next|what to read next|more for you|related topics|related links|suggested topics|top news|top news today|just in|news feed|latest updates|more from author|more from this author|latest|latest from our site|popular|popular in the community|around the site|most commented|editor's pick|editors' choice|our picks|hot topics|recent stories|recent articles|other news|other stories|today's headlines|today's top stories|you may have missed|you might like|next up|keep exploring|explore more|dig deeper|go deeper|similar stories|similar articles|for subscribers|more in this section|elsewhere on the web|elsewhere|from the archive|from the archives|stories for you|best of the week|suggested reading|further reading|news in pictures|watch next|more videos|playlist"
        ),
        (
            .navigation,
            "accessibility links|accessibility statement|accessibility help|skip navigation|skip to site index|close panel|see all updates|show all updates|privacy notice|ad choices|your ad choices|open navigation menu|open app|open in app|site theme|quick exit|listen live|now playing|home|menu|search|news|world|politics|sport|sports|business|economy|opinion|opinions|culture|technology|tech|health|science|entertainment|lifestyle|weather|video|videos|photos|gallery|galleries|podcast|podcasts|live|live tv|watch live|about|about us|contact us|contact|advertise|advertise with us|careers|privacy policy|privacy|terms of use|terms and conditions|terms of service|terms|sitemap|login|log in|sign in|sign up|register|subscribe|my account|account|skip to content|skip to main content|back to top|go to top|top|main menu|toggle navigation|close|close menu|open menu|sections|all sections|breaking news|breaking|e-paper|home page|homepage|international|local|region|regional|national|english|languages|rss|toggle search|next|previous|back|view all|see all|show more|load more|more|site map|site index|my news|log out|logout|create account|my profile|help|help center|faq|about this site|editions|search by name|all topics|our standards|cookie notice|read later|see all|remove|browse|explore|navigation|site navigation|subscriptions|e-edition|eedition|today's paper|newsstand|obituaries|classifieds|public notices|advertise with us|report this ad|loading|please wait|back to home|return to homepage|donate|support us|become a member|get in touch|send your news|editorial policy|corrections|accessibility|open main navigation|close navigation|switch edition|expand|collapse"
        ),
        (
            .cms,
            "mailto|article content|auto-updates|oldest first|newest first|pinned|a+|a-|admin|uncategorized|uncategorised|edit|edit post|listen|listen to this article|listen to article|listen to this story|font size|text size|a a a|a- a a+|views|tags|categories|category|filed under|what you need to know|key points|key takeaways|at a glance|in brief|highlights|was this page helpful|was this article helpful|was this helpful|gift this article|report an error|report a typo|send us a correction|minimize text|reading mode|dark mode|aa|download pdf|download|cite|topics|topic|categories|story tools|article tools|tools|in this article|key events|table of contents|on this page|contents|loading...|show captions|captions off|captions and subtitles off|play|pause|mute|unmute|fullscreen|play audio|transcript|slideshow|previous slide|next slide|open image in gallery|view gallery|view fullscreen|enlarge"
        ),
        (
            .newsletter,
            "unsubscribe|update your preferences|forward to a friend|manage your subscription|newsletter|newsletters|our newsletter|sign up for our newsletter|subscribe now|subscribe to our newsletter|subscribe to newsletter|get our newsletter|follow us|stay connected|download our app|get the app"
        ),
        (
            .cookie,
            "accept cookies|accept all cookies|accept all|reject all|cookie settings|cookie policy|manage cookies|manage preferences|cookie preferences|accept|i agree"
        ),
        (
            .advertisement,
            "sponsor message|ad feedback|skip advertisement|story continues below this ad|pub|advertisement|advertisements|advertisment|advertising|advert|sponsored|sponsored content|sponsored links|ad|ads|promoted|promoted content|paid content|paid post|story continues below|story continues below advertisement|article continues below|article continues below advertisement|continue reading below|scroll to continue|continues after advertisement|remove ads"
        ),
        (
            .sourceLink,
            "source link|news provided by|provided by|source|original article|original source|view original|view original article|read original|read the original article|via|source url"
        ),
        (
            .caption,
            "view image in fullscreen|enlarge this image|file photo|representative image|representational image|getty images|image|photo|enlarge image|view image|play video|loading video"
        ),
        (
            .dateLine,
            "published|published on|published at|posted|posted on|publication date|date|updated|updated on|last updated|last updated on|last update|last modified|modified|date published|date posted|last updated at|updated at|posted at|first published|originally published|date updated|date modified|last edited|created|created on|date created|publish date|published date"
        ),
    ])

    /// Beginnings of lines, under their first word. `words` is the longest line they may begin.
    static let openings: [String: [Opening]] = {
        var result: [String: [Opening]] = [:]
        for opening in openingList {
            let first = String(opening.text.prefix { $0 != " " && $0 != ":" })
            result[first, default: []].append(opening)
        }
        return result
    }()

    struct Opening {
        let text: String
        let reason: RemovalReason
        let words: Int
    }

    private static let openingList: [Opening] = [
        openings(.share, 8, "share this|share on|share via|share to|share:|tweet this|share with"),
        openings(.share, 12, "click to share|click to email|click to print"),
        openings(.share, 24, "to plant a tree|to plant trees|to send flowers"),
        openings(.share, 20, "republish our articles|republish this article"),
        openings(.share, 14, "kindly share this|please share|click here to share|please share this|if you liked this article, share"),
        openings(
            .shortLink, 10, "the link has been copied|link has been copied|copy url|copy link|short link|short url|shortlink|link copied"),
        openings(
            .commentForm, 14,
            "leave a comment|leave a reply|please enter your|your email address will not|required fields are|save my name|notify me of|you must be logged in|you must log in|log in to leave|be the first to comment|comments are closed|comment on this|enter your comment|want to comment|cancel reply|please log in to comment|please read our comment"
        ),
        openings(
            .commentForm, 30,
            "save my name, email|your email address will not be published|please enter your comment|please enter your name"),
        openings(
            .pluginNotice, 30,
            "this site uses akismet|this site is protected by recaptcha|learn how your comment data|please enable javascript|javascript is disabled|you need to enable javascript|powered by wordpress|proudly powered by|your browser does not support|this video is not available|we apologize, but this video|try refreshing your browser"
        ),
        openings(
            .related, 24,
            "related:|read:|related news:|related article:|related story:|related stories:|read more:|also read:|read also:|see also:|read next:|more:|next:|previous:|don't miss:|must read:|watch:|watch video:|recommended:|in pictures:|in photos:|you may also like:|next post:|previous post:|more on this:|read more about:"
        ),
        openings(.related, 4, "more from|more in|more on|latest from|most read in|other stories"),
        openings(
            .related, 7,
            "read more|click here to read|click here for more|read the full|read full|continue reading|see more|view more|show more|more stories"
        ),
        openings(
            .paywall, 20,
            "to read the rest of|to continue reading|to read this article|already a subscriber|already subscribed|already have an account|subscribe to continue|subscribe to read|this article is for subscribers|this story is for subscribers|this content is for subscribers|this article is only for|you have reached your|you've reached your|you have one free|you have 1 free|you have 2 free|you have 3 free|register to continue|log in to continue|sign in to continue|unlock this article|unlock the full|start your free trial|full access for|subscribe for full access|get unlimited access|unlimited access"
        ),
        openings(
            .note, 40,
            "a version of this article|a version of this story|this article appears in|the views expressed|views expressed in|the opinions expressed|opinions expressed|letters may be edited|this interview has been edited|this interview was edited|do you have information about this|do you know more about this|do you have a story|disclaimer:|about the author|notes to editors|note to editors|for more information contact|for further information"
        ),
        openings(
            .related, 7,
            "recent stories from|top stories from|latest stories from|latest headlines from|more stories from|more headlines from"),
        // What a player of films says to those who can't see it.
        openings(
            .markup, 12,
            "loaded: 0|stream type live|seek to live|playback rate|descriptions off, selected|captions settings, opens|subtitles settings, opens|captions off, selected|subtitles off, selected|default, selected|picture-in-picture|video player is loading|this is a modal window|beginning of dialog window|end of dialog window|escape will cancel"
        ),
        openings(.note, 90, "a version of this article appears|a version of this story appears|a version of this article appeared"),
        openings(
            .note, 60,
            "an earlier version of this article|an earlier version of this story|an earlier version of this report|an earlier version of this post|an earlier version of this column|an earlier version of this headline|a previous version of this article|a previous version of this story|a previous version of this report|a previous version of this post|a previous version of this column|a previous version of this headline|a correction was made on|an editing error in|because of an editing error"
        ),
        openings(
            .navigation, 24,
            "no results found|searching for your|when typing in this|please change your search|use the up and down|search results will"),
        openings(.cms, 24, "story saved|story savedyou"),
        openings(
            .newsletter, 30,
            "you are receiving this|you're receiving this|you received this|view this email|to unsubscribe|to leave this list"),
        openings(.newsletter, 10, "good morning.|good evening.|good afternoon.|welcome to our"),
        openings(.navigation, 6, "you are here|skip to|browse by|jump to|keyboard shortcuts"),
        openings(.note, 12, "this article is more than|this story is more than|our standards:|disclosure statement"),
        openings(
            .newsletter, 24,
            "success! an email|error! there was an error|find out what's happening|we believe in the free flow|thanks for reading to the end"
        ),
        openings(.caption, 12, "listing image by|listing image:|image by"),
        openings(
            .newsletter, 40,
            "after newsletter promotion|privacy notice:|by signing up you|by signing up, you|by subscribing you|by subscribing, you|by submitting your email"
        ),
        openings(.caption, 30, "enlarge / |enlarge image"),
        openings(.cms, 16, "posted in|posted under|listen to article|listen to this article|listen to this story"),
        openings(.cms, 20, "this page was last|this article was last modified|this page has been accessed"),
        openings(.newsletter, 4, "newsletter"),
        openings(
            .cms, 20,
            "filed under|category:|categories:|tags:|tag:|tagged|topics:|keywords:|views:|reading time|estimated reading|read time|listen to this|post views|hits:|uncategorized"
        ),
        openings(
            .newsletter, 40,
            "sign up for|sign up to receive|sign up to our|sign up here|subscribe to our|subscribe to the|subscribe for|get our newsletter|get our daily|get the latest news|get the day's|get daily|get breaking|join our|follow us on|follow us at|follow our|follow @|download our app|download the app|enter your email|thank you for subscribing|thanks for signing up|never miss a|for the latest news|for more news|stay up to date with|stay informed with|like us on|find us on|click here to subscribe|click here to join|support our journalism|stay tuned"
        ),
        openings(
            .cookie, 60,
            "we use cookies|this website uses cookies|this site uses cookies|our site uses cookies|by continuing to use|by continuing to browse|by using this site|by clicking accept|by clicking \"accept|cookies help us|we and our partners|we value your privacy|we care about your privacy"
        ),
        openings(
            .advertisement, 30,
            "we may earn a|we earn a commission|we may receive a commission|this post contains affiliate|this article contains affiliate|as an amazon associate|if you buy something through|when you buy through our"
        ),
        openings(
            .advertisement, 8,
            "advertisement|sponsored by|story continues below|article continues below|continue reading below|paid for by|promoted by|ad -|ad:"
        ),
        openings(
            .sourceLink, 12,
            "source:|source link|source url|original article:|original source:|read the original|view the original|originally published|this article was originally|this article first appeared|this story first appeared|this article originally appeared|permalink:|canonical url:|canonical:|article url:|page url:|url:|original url:|via:|link:"
        ),
        openings(
            .storyCode, 5, "story code|story id|article id|item id|news id|doc id|document id|ref:|reference:|story no|code:|id:|slug:"),
        openings(
            .caption, 40,
            "image caption|photo caption|media caption|picture caption|photo:|photo by|photo credit|photos:|image:|image credit|image source|image courtesy|picture:|picture credit|photograph:|photograph by|caption:|file photo|file image|featured image|representative image|cover photo|illustration:|credit:"
        ),
        openings(.copyright, 40, "copyright|©|(c) 20|all rights reserved|© "),
    ].flatMap { $0 }

    private static func openings(_ reason: RemovalReason, _ words: Int, _ phrases: String) -> [Opening] {
        phrases.split(separator: "|").map { Opening(text: String($0), reason: reason, words: words) }
    }

    /// Words of share bars; a line of nothing else is one.
    static let shareWords: Set<String> = [
        "share", "tweet", "facebook", "twitter", "x", "whatsapp", "telegram", "linkedin", "pinterest", "reddit", "tumblr", "viber",
        "messenger", "instagram",
        "threads", "bluesky", "mastodon", "vk", "line", "wechat", "weibo", "flipboard", "pocket", "email", "e-mail", "mail", "print",
        "copy", "link", "url",
        "save", "bookmark", "on", "via", "this", "sms", "snapchat", "youtube", "tiktok", "rss", "comment", "comments", "follow", "shares",
        "like", "post", "to", "and", "or", "with", "icon", "button",
    ]

    /// Words that alone make a share bar of a line of share words.
    static let shareNames: Set<String> = [
        "share", "tweet", "facebook", "twitter", "whatsapp", "telegram", "linkedin", "pinterest", "reddit", "tumblr", "viber", "messenger",
        "instagram", "email", "print", "x", "shares",
    ]

    private static func table(_ rows: [(RemovalReason, String)]) -> [String: RemovalReason] {
        var result: [String: RemovalReason] = [:]
        for (reason, phrases) in rows {
            for phrase in phrases.split(separator: "|") { result[String(phrase)] = reason }
        }
        return result
    }
}
