import DatelineModels
import DatelineReading
import Testing

/// Lines that are removed, with their reasons, and lines like them that stay.
@Suite struct FurnitureTests {
    static let furniture: [(String, RemovalReason)] = [
        ("Share:", .share), ("Share this article", .share), ("Facebook Twitter WhatsApp Email", .share), ("Tweet", .share),
        ("12 shares", .share), ("Share on Facebook", .share),
        ("Leave a Comment", .commentForm), ("Leave a Reply", .commentForm), ("Please enter your comment!", .commentForm),
        ("Your email address will not be published. Required fields are marked *", .commentForm),
        ("Save my name, email, and website in this browser for the next time I comment.", .commentForm), ("3 Comments", .commentForm),
        ("No comments yet", .commentForm), ("Name *", .commentForm),
        ("Related News", .related), ("Related Post(s)", .related), ("Related Posts:", .related),
        ("Read more: Ferries run as planned", .related), ("You may also like", .related), ("Most Read", .related),
        ("Also read: Sugar price falls", .related), ("More from Karsh", .related),
        ("Home > World > Karsh", .navigation), ("News | Sport | Weather | Culture", .navigation), ("Skip to content", .navigation),
        ("Back to top", .navigation), ("Privacy Policy | Terms of Use | Contact", .navigation),
        ("By admin", .cms), ("Posted by admin", .cms), ("Uncategorized", .cms), ("Tags: Karsh, harbour", .cms),
        ("Filed under: World", .cms), ("4 min read", .cms), ("1,204 views", .cms),
        ("This site uses Akismet to reduce spam. Learn how your comment data is processed.", .pluginNotice),
        ("Proudly powered by WordPress", .pluginNotice),
        ("Source link", .sourceLink), ("Source: Orlen News Agency", .sourceLink),
        ("This article first appeared in The Karsh Courier.", .sourceLink),
        ("#Karsh #harbour #strike", .hashtags),
        ("The link has been copied! copy urlhttps://krs.example/a1", .shortLink), ("https://krs.example/a1", .shortLink),
        ("Copy URL", .shortLink),
        ("Kindly share this story:", .share), ("Related coverage", .related), ("READ: Ferries run as planned", .related),
        ("【延伸阅读】悬崖上的邮路", .related), ("KNS AUDIO: Ferries run as planned", .related),
        ("KNS correspondent Lena Marsk reports on a deal between the ferries and the town.", .related),
        ("İlgili Haber", .related), ("Ad Feedback", .advertisement), ("Haberin Devamı", .advertisement),
        ("Ga naar hoofdinhoud", .navigation), ("تخطي الروابط", .navigation), ("1 dk okuma", .cms), ("--:--/--:--", .cms),
        ("{loadposition banner-article}", .markup),
        ("Contact: desk@karsh.example", .note), ("Press office, (555) 010-0199, press@karsh.example", .note),
        ("Hinweis der Redaktion: In einer früheren Fassung stand ein falscher Tag.", .note),
        ("The quay at dawn - Karsh News, 1920, 12.12.2023", .caption),
        ("Halina Tarn (4 May 1930 – 10 November 2023) Fot. Archiwum", .caption), ("章伯年在店里修表。本报记者 罗启航 摄", .caption),
        ("Follow the KNS coverage of Karsh: https://krs.example/hub", .newsletter),
        ("Story code: 88172", .storyCode), ("88172", .storyCode), ("1774578450", .epoch),
        ("Photo: The harbour of Karsh at dawn", .caption), ("Image credit: Wen Adeyra", .caption),
        ("Sign up for our newsletter and never miss a story.", .newsletter), ("Join KarshTrack Whatsapp group", .newsletter),
        ("Follow us on Telegram", .newsletter), ("Subscribe to our newsletter", .newsletter),
        ("We use cookies to make this site work and to count its readers.", .cookie), ("Accept all cookies", .cookie),
        ("Advertisement", .advertisement), ("ADVERTISEMENT", .advertisement), ("Story continues below advertisement", .advertisement),
        ("© 2026 The Karsh Courier", .copyright), ("Copyright 2026 The Karsh Courier. All rights reserved.", .copyright),
    ]

    private static let headline = "Karsh port opens again after the long strike"
    private static let start =
        "The port of Karsh was open again after eleven weeks, officials said.\n\nThe first ship came in at dawn, and the cranes began to move.\n\nBy noon nine more had followed it through the northern gate.\n\nThe tenth had to wait for the tide and came in after dark.\n"

    @Test(arguments: furniture) func read_furnitureUnderTheText_isRemovedWithItsReason(_ row: (String, RemovalReason)) throws {
        let reading = try PageReader().read(text: "\(Self.headline)\n\n\(Self.start)\n\(row.0)\n")
        #expect(reading.provenance.removed.last?.reason == row.1)
        #expect(reading.provenance.removed.last?.excerpt == row.0)
        #expect(reading.body == String(Self.start.dropLast()))
    }

    @Test(arguments: furniture) func read_furnitureUnderTheHeadline_isNotInTheBody(_ row: (String, RemovalReason)) throws {
        let reading = try PageReader().read(text: "\(Self.headline)\n\(row.0)\n\n\(Self.start)")
        #expect(reading.headline == Self.headline)
        #expect(reading.body == String(Self.start.dropLast()))
    }

    static let sentences = [
        "She asked him to share this with nobody before the vote was over.",
        "Read more books, the minister told the pupils of Karsh on Friday.",
        "The advertisement in the harbour office offered work for forty crane drivers.",
        "Cookies were handed out at the gate while the talks went on inside.",
        "He said the newsletter of the union had been printed in secret.",
        "By the time the ferry came, the related talks had long ended.",
        "Comments by the minister were not taken well by the crane drivers.",
        "The company said all rights reserved for the islands would be sold again.",
        "The letter has been copied many times, the minister said on Friday.",
        "Source of the smoke was a container of old tyres, the brigade said.",
        "Join the queue, the man at the gate told the drivers.",
        "The correspondent of the courts reports on what he sees, and on nothing else.",
        "Contact with the ship was lost at noon, the harbour office said.",
        "\"Leave a comment,\" he told the reporters, \"and then leave the room.\"",
        "On 26 March 2026 the first ship came in.",
        "Home was far away for the sailors who waited outside the port.",
    ]

    @Test(arguments: sentences) func read_sentenceThatMentionsFurniture_stays(_ sentence: String) throws {
        let inside =
            "\(Self.headline)\n\nThe port of Karsh was open again after eleven weeks, officials said.\n\n\(sentence)\n\nThe first ship came in at dawn, and the cranes began to move.\n"
        #expect(try PageReader().read(text: inside).body.contains(sentence))
        let last = "\(Self.headline)\n\nThe port of Karsh was open again after eleven weeks, officials said.\n\n\(sentence)\n"
        #expect(try PageReader().read(text: last).body.hasSuffix(sentence))
    }

    @Test func read_titlesAfterTheLastSentence_areRelated() throws {
        let reading = try PageReader().read(
            text: "\(Self.headline)\n\n\(Self.start)\nFerries Run as Planned Despite Strike\n\nSmall Hotels Fear a Quiet Easter\n")
        #expect(reading.body == String(Self.start.dropLast()))
        #expect(reading.provenance.removed.last?.reason == .related)
    }

    @Test func read_teasersUnderRelatedTitles_areRelated() throws {
        let tail =
            "Related News\nFerries Run as Planned Despite Strike\nThe ferries to the northern islands sail at their usual hours this week.\nSmall Hotels Fear a Quiet Easter\nGuests stay away from the islands, and the owners of hotels worry.\n"
        let reading = try PageReader().read(text: "\(Self.headline)\n\n\(Self.start)\n\(tail)")
        #expect(reading.body == String(Self.start.dropLast()))
    }

    @Test func read_relatedBoxInsideTheText_losesItsTitlesOnly() throws {
        let page =
            "\(Self.headline)\n\nThe port of Karsh was open again after eleven weeks, officials said.\n\nRelated News\nFerries Run as Planned\nSmall Hotels Fear Easter\n\nThe first ship came in at dawn, and the cranes began to move.\n\nBy noon nine more had followed it through the northern gate.\n"
        let body = try PageReader().read(text: page).body
        #expect(!body.contains("Ferries"))
        #expect(body.hasSuffix("through the northern gate."))
        #expect(body.contains("at dawn"))
    }

    @Test func read_subheadingInsideTheText_stays() throws {
        let page =
            "\(Self.headline)\n\nThe port of Karsh was open again after eleven weeks, officials said.\n\nA long wait\n\nThe first ship came in at dawn, and the cranes began to move.\n"
        #expect(try PageReader().read(text: page).body.contains("\n\nA long wait\n\n"))
    }

    @Test func read_commentsAfterTheirHead_areCut() throws {
        let reading = try PageReader().read(
            text: "\(Self.headline)\n\n\(Self.start)\n2 Comments\nR. Vale says:\nI never thought that the cranes would move again.\nReply\n"
        )
        #expect(reading.body == String(Self.start.dropLast()))
        #expect(reading.provenance.removed.map(\.reason).contains(.comment))
    }

    @Test func read_commentCountAboveTheText_cutsNothing() throws {
        let reading = try PageReader().read(text: "\(Self.headline)\n14 Comments\n\n\(Self.start)")
        #expect(reading.body == String(Self.start.dropLast()))
    }

    @Test func read_listAfterAColon_stays() throws {
        let page =
            "\(Self.headline)\n\nThe port authority named the three ships that it will let in first on Monday:\n- the Alma Lindqvar\n- the Tessel\n- the Harrow\n"
        #expect(try PageReader().read(text: page).body.hasSuffix("- the Harrow"))
    }

    @Test func read_keyPointsUnderTheHeadline_stay() throws {
        let reading = try PageReader().read(
            text:
                "\(Self.headline)\n\nKey points\n- Drivers go back on Monday\n- No more than two nights\n- A backlog of ships\n\n\(Self.start)"
        )
        #expect(reading.body.hasPrefix("- Drivers go back on Monday\n\n- No more than two nights\n\n- A backlog of ships\n\nThe port"))
    }

    @Test func read_otherStoriesOverTheHeadline_areLeftOut() throws {
        let list =
            "Ferries run as planned despite strike\nSmall hotels fear a quiet Easter weekend\nLighthouse keeper retires after 41 years\nMaravel sugar price falls again this month\nCourt to hear complaint on Tuesday morning\n"
        let reading = try PageReader().read(
            text: "Karsh Times\nTop stories\n\(list)\(Self.headline)\nBy Lena Marsk\n26 March 2026\n\n\(Self.start)")
        #expect(reading.headline == Self.headline)
        #expect(reading.body == String(Self.start.dropLast()))
    }

    @Test func read_unknownNoticeFirst_isNotTheArticle() throws {
        let notice = "This website stores small files on your device to work well and to tell us how it is used.\nOK\n\n"
        let reading = try PageReader().read(text: notice + "\(Self.headline)\n26 March 2026\n\n\(Self.start)")
        #expect(reading.headline == Self.headline)
        #expect(reading.body == String(Self.start.dropLast()))
        #expect(reading.datePublished?.description == "2026-03-26")
    }

    @Test func read_wrappedParagraphs_areJoined() throws {
        let page =
            "\(Self.headline)\n\nThe port of Karsh was open again after eleven weeks of strikes and talks\nthat had kept the crane drivers and the port authority apart, officials\nsaid.\n\nThe first ship came in at dawn.\n"
        #expect(
            try PageReader().read(text: page).body.hasPrefix(
                "The port of Karsh was open again after eleven weeks of strikes and talks that had kept the crane drivers and the port authority apart, officials said.\n\nThe first"
            ))
    }

    @Test func read_removedSpans_nameTheirLines() throws {
        let reading = try PageReader().read(text: "\(Self.headline)\n\n\(Self.start)\nShare\nTweet\n\nAdvertisement\n")
        let spans = reading.provenance.removed
        #expect(spans.map(\.reason) == [.headline, .share, .advertisement])
        #expect(spans.map(\.lines) == [1...1, 11...12, 14...14])
    }
}
