import DatelineModels
import DatelineReading
import Testing

/// Which of several dates is the publication date.
@Suite struct DateRoleTests {
    private static let headline = "Karsh port opens again after the long strike"
    private static let text =
        "The port of Karsh was open again after eleven weeks, officials said.\n\nThe first ship came in at dawn, and the cranes began to move.\n"

    private func read(_ page: String, zone: (any LocalTimeResolving)? = nil, order: DateOrder? = nil, notAfter: String? = nil) throws
        -> PageReading
    {
        let limit = try notAfter.map { try PartialDate(parsing: $0).earliest }
        return try PageReader(ReadingSettings(zone: zone, dateOrder: order, notAfter: limit)).read(text: page)
    }

    @Test func read_mastheadDateAlone_isNeverPublication() throws {
        let reading = try read("26 March 2026\n\(Self.headline)\n\n\(Self.text)")
        #expect(reading.datePublished == nil)
        #expect(reading.dateStatus == .unknown)
        #expect(reading.provenance.dates.map(\.role) == [.masthead])
        #expect(reading.provenance.dates.map(\.outcome) == [.wrongRole])
    }

    @Test func read_epochLine_isNeverPublication() throws {
        let reading = try read("\(Self.headline)\n\n\(Self.text)\n1774578450\n")
        #expect(reading.datePublished == nil)
        #expect(reading.provenance.dates.map(\.role) == [.epoch])
        #expect(!reading.body.contains("1774578450"))
    }

    @Test func read_dateInProse_isAnEvent() throws {
        let reading = try read(
            "\(Self.headline)\n\nThe strike had begun on 8 January 2026 after months of talks, the union said.\n\n\(Self.text)")
        #expect(reading.datePublished == nil)
        #expect(reading.provenance.dates.map(\.role) == [.event])
    }

    @Test func read_bareDateBetweenParagraphs_isAnEvent() throws {
        let reading = try read(
            "\(Self.headline)\n\n\(Self.text)\n26 March 2026 08:00 GMT\n\nDrivers gather at the east gate and wait for the bus to come.\n")
        #expect(reading.datePublished == nil)
        #expect(reading.provenance.dates.map(\.role) == [.event])
    }

    @Test func read_dateUnderTheDeck_isPublication() throws {
        let reading = try read(
            "\(Self.headline)\nCrane drivers return, but the quarrel over night shifts is not settled.\nBy Lena Marsk\n26 March 2026\n\n\(Self.text)"
        )
        #expect(reading.datePublished?.description == "2026-03-26")
        #expect(reading.byline == "Lena Marsk")
    }

    /// The time between two dates is the second one's; once it was taken for both, which ended the program.
    @Test(arguments: [
        ("March 3, 2020 | Updated 2:14 PM, March 4, 2020", "2020-03-03"), ("3 March 2020 Updated 2:14 PM, Wed 4 March 2020", "2020-03-03"),
        ("Published 3 March 2020 | Updated 14:14, 4 March 2020 | Updated 15:15, 5 March 2020", "2020-03-03"),
    ]) func read_timeBetweenTwoDates(line: String, published: String) throws {
        let reading = try read("\(Self.headline)\nBy Lena Marsk\n\(line)\n\n\(Self.text)")
        #expect(reading.datePublished?.description == published)
    }

    @Test(arguments: [
        "Fecha de publicación: 3 de marzo de 2020", "Data de publicação: 3 de março de 2020", "Data di pubblicazione: 3 marzo 2020",
        "Date de parution : 3 mars 2020", "Дата публикации: 3 марта 2020", "Pub. date: 3 March 2020", "Mittelstand | 3. März 2020",
        "Getty Images\n3 March 2020", "Listen:\nPublished\n3 March 2020", "Published and last reviewed on 3 March 2020",
        "Date: 3 March 2020\nTime: 10:15\nAuthor: Lena Marsk", "Published: 3 March 2020\nVenue: Town hall",
        "Date: 3 March 2020\nLocation: Karsh\nContact: Harbour office",
    ]) func read_labelOfPublication(line: String) throws {
        let reading = try read("\(Self.headline)\n\(line)\n\n\(Self.text)")
        #expect(reading.datePublished?.description == "2020-03-03")
        #expect(reading.dateStatus == .stated && reading.dateModified == nil)
    }

    @Test func read_dayInTheFirstSentence_isNoPaperThatIsCited() throws {
        let sentence = "World Press Freedom Day, 3 May 2020, was marked in the port of Karsh with a march of all the crane drivers.\n\n"
        #expect(try read("\(Self.headline)\n\n\(sentence)\(Self.text)").datePublished == nil)
    }

    @Test func read_labelledDate_outranksBareOne() throws {
        let reading = try read("\(Self.headline)\n24 March 2026\nPublished: 26 March 2026\n\n\(Self.text)")
        #expect(reading.datePublished?.description == "2026-03-26")
        #expect(reading.provenance.dates.map(\.outcome) == [.outranked, .published])
    }

    @Test func read_twoBareDatesThatDiffer_giveNone() throws {
        let reading = try read("\(Self.headline)\n24 March 2026\n26 March 2026\n\n\(Self.text)")
        #expect(reading.datePublished == nil)
        #expect(reading.dateStatus == .unknown)
        #expect(reading.provenance.dates.map(\.outcome) == [.conflict, .conflict])
    }

    @Test func read_labelOnItsOwnLine_countsForTheNext() throws {
        let reading = try read("\(Self.headline)\nLast updated\n27 March 2026\nPublished on\n26 March 2026\n\n\(Self.text)")
        #expect(reading.datePublished?.description == "2026-03-26")
        #expect(reading.dateModified?.description == "2026-03-27")
    }

    @Test func read_labelledDateUnderTheText_isPublication() throws {
        let reading = try read("\(Self.headline)\n\n\(Self.text)\nPublished: 26 March 2026\n")
        #expect(reading.datePublished?.description == "2026-03-26")
        #expect(reading.dateStatus == .stated)
    }

    @Test(arguments: [
        "Joined: 12 March 2022", "Joined\n12 March 2022\nMessages\n3,104", "Member since March 12, 2022", "Retrieved 12 March 2022",
        "Accessed: 12 March 2022", "Printed on 12 March 2022", "Captured 12 Mar 2022 10:22:33", "Event date: 12 March 2022",
        "When: 12 March 2022\nWhere: Town hall", "Deadline: 12 March 2022", "Expires 12 March 2022", "Effective date: 12 March 2022",
        "14–16 March 2022", "12 March – 2 April 2022", "As of 12 March 2022", "Founded 12 March 1922", "Hasta el 12 de marzo de 2022",
        "Registriert: 12.03.2022", "Abgerufen am 12.03.2022", "Inscrit le 12/03/2022", "Miembro desde: 12/03/2022", "На сайте с 12.03.2022",
    ]) func read_dateOfSomethingElse_isNoPublication(line: String) throws {
        let reading = try read("\(Self.headline)\n\(line)\n\n\(Self.text)")
        #expect(reading.datePublished == nil)
        #expect(reading.dateStatus == .unknown)
        let both = try read("\(Self.headline)\n\(line)\nPublished 26 March 2026\n\n\(Self.text)")
        #expect(both.datePublished?.description == "2026-03-26")
    }

    @Test(arguments: [
        "Date: 18 May 2024\nTime: 19:00\nVenue: Town hall", "Date: Saturday 18 May 2024\nTime: 19:00",
        "Date: 18 May 2024\nTickets: 4 crowns",
        "Date: 18 May 2024 | Time: 19:00 | Venue: Town Hall", "18 May 2024\nWhere: Town hall", "Datum: 18. Mai 2024\nEintritt: frei",
        "Date\n18 May 2024\nVenue\nTown hall", "Date\nSaturday 18 May 2024\nVenue\nTown hall",
        "Visitation\n18 May 2024\n4:00 p.m. - 7:00 p.m.",
    ]) func read_dayBesideTimeAndVenue_isAnEvent(lines: String) throws {
        let reading = try read("\(Self.headline)\n\(lines)\n\n\(Self.text)")
        #expect(reading.datePublished == nil && reading.dateStatus == .unknown)
        #expect(reading.provenance.dates.allSatisfy { $0.role == .event })
    }

    @Test(arguments: [
        "Ferry fares rise 5 percent", "Ferries: fares to rise again", "Ferry fares rise",
    ]) func read_labelledDayUnderATitleBelowTheText_isAnothers(title: String) throws {
        let tail = "\n\(title)\nPosted on 2 April 2020\n"
        #expect(try read("\(Self.headline)\n\n\(Self.text)\(tail)").datePublished == nil)
        #expect(try read("\(Self.headline)\n26 March 2020\n\n\(Self.text)\(tail)").datePublished?.description == "2020-03-26")
    }

    @Test func read_labelledDayUnderTheText_thatIsNotTheOneAtTheHead_givesNone() throws {
        let tail = "\nPosted on 2 April 2020\n"
        let reading = try read("\(Self.headline)\n26 March 2020\n\n\(Self.text)\(tail)")
        #expect(reading.datePublished == nil && reading.provenance.dates.map(\.outcome) == [.conflict, .conflict])
        #expect(try read("\(Self.headline)\n2 April 2020\n\n\(Self.text)\(tail)").datePublished?.description == "2020-04-02")
        let labelled = try read("\(Self.headline)\nPublished: 26 March 2020\n\n\(Self.text)\(tail)")
        #expect(labelled.datePublished?.description == "2020-03-26")
    }

    @Test func read_orderOfThePage_againstThatOfTheSource_leavesTheDayOpen() throws {
        let page = { (line: String) in "\(Self.headline)\n\(line)\nLast updated: 28/05/2020\n\n\(Self.text)" }
        #expect(try read(page("04/05/2020")).datePublished?.description == "2020-05-04")
        #expect(try read(page("04/05/2020"), order: .dmy).datePublished?.description == "2020-05-04")
        for line in ["04/05/2020", "04.05.2020"] {
            let reading = try read(page(line), order: .mdy)
            #expect(reading.datePublished?.description == "2020" && reading.dateStatus == .inferred)
        }
    }

    @Test(arguments: ["Published: 22 January 2024\nLast updated: 17:48 GMT", "Published 22 January 2024 Updated 17:48 GMT"])
    func read_timeOfAChange_underTheDayOfPublication_isOfAnUnknownDay(lines: String) throws {
        let reading = try read("\(Self.headline)\n\(lines)\n\n\(Self.text)")
        #expect(reading.datePublished?.description == "2024-01-22" && reading.dateStatus == .stated && reading.dateModified == nil)
    }

    @Test func read_authorAndDayInALineUnderTheText_isTheCredit() throws {
        let reading = try read("\(Self.headline)\n\n\(Self.text)\nBy Lena Marsk, 26 March 2026\n")
        #expect(reading.datePublished?.description == "2026-03-26" && reading.dateStatus == .stated && reading.byline == "Lena Marsk")
    }

    @Test(arguments: ["Wheelhouse: 12 March 2022", "Wheelhouse:\n12 March 2022"])
    func read_labelNobodyKnows_leavesTheDayUnsure(lines: String) throws {
        let reading = try read("\(Self.headline)\n\(lines)\n\n\(Self.text)")
        #expect(reading.datePublished?.description == "2022-03-12")
        #expect(reading.dateStatus == .inferred)
    }

    @Test func read_labelsUnderTheirDates_areNotThoseOfTheNext() throws {
        let reading = try read("\(Self.headline)\n12 March 2022\nPublished\n14 March 2022\nUpdated\n\n\(Self.text)")
        #expect(reading.datePublished?.description == "2022-03-12")
        #expect(reading.dateModified?.description == "2022-03-14")
        let columns = try read("\(Self.headline)\nPublished\nUpdated\n12 March 2022\n14 March 2022\n\n\(Self.text)")
        #expect(columns.datePublished == nil)
        let change = try read("\(Self.headline)\n14 March 2022 (updated)\n\n\(Self.text)")
        #expect(change.datePublished == nil && change.dateModified?.description == "2022-03-14")
    }

    @Test func read_longLineOfDatesThatEndsWithAStop_isNoSentence() throws {
        let line = "PUBLISHED: March 14, 2022 at 10:22 a.m. | UPDATED: March 15, 2022 at 9:00 a.m."
        let reading = try read("\(Self.headline)\nBy Lena Marsk\n\(line)\n\n\(Self.text)")
        #expect(reading.datePublished?.description == "2022-03-14")
        #expect(reading.dateModified?.description == "2022-03-15")
    }

    @Test func read_numberOfTheIssue_isNoDay() throws {
        let reading = try read("\(Self.headline)\nVol. 12, No. 3, March 2022\n\n\(Self.text)")
        #expect(reading.datePublished?.description == "2022-03")
    }

    @Test(arguments: [
        "Ferry fares to rise\nPublished 12 March 2022", "Posted on March 12, 2022 by Orhan Deel\nWhat a waste of money.",
        "Ferry fares to rise\nBy Orhan Deel\n12 March 2022", "Orhan Deel\nPosted: 12 March 2022\nWhat a waste.",
    ]) func read_dateOfTeaserOrCommentUnderTheText_isNoPublication(tail: String) throws {
        let reading = try read("\(Self.headline)\n\n\(Self.text)\nThe harbour master has asked for a second opinion.\n\n\(tail)\n")
        #expect(reading.datePublished == nil)
    }

    @Test func read_bareDateUnderTheText_isNotTaken() throws {
        let reading = try read("\(Self.headline)\n\n\(Self.text)\n26 March 2026\n")
        #expect(reading.datePublished == nil)
        #expect(reading.provenance.dates.map(\.role) == [.unplaced])
    }

    @Test func read_datesOfRelatedHeadlinesAndComments_areNotTaken() throws {
        let page =
            "\(Self.headline)\n\n\(Self.text)\nRelated News\nFerries run as planned despite the strike\n20 March 2026\nLeave a comment\nR. Vale\n28 March 2026\nAbout time, I say.\nReply\n"
        let reading = try read(page)
        #expect(reading.datePublished == nil)
        #expect(reading.provenance.dates.map(\.role) == [.related, .comment])
        #expect(!reading.body.contains("Vale"))
    }

    @Test func read_dateline_givesDatePlaceAndAgency() throws {
        let reading = try read("\(Self.headline)\n\nKARSH, March 26, 2026 (Orlen News Agency) — \(Self.text)")
        #expect(reading.datePublished?.description == "2026-03-26")
        #expect(reading.dateStatus == .stated)
        #expect(reading.provenance.dateline?.place == "KARSH")
        #expect(reading.provenance.dateline?.agency == "Orlen News Agency")
        #expect(reading.source == "Orlen News Agency")
        #expect(reading.provenance.dates.first?.role == .dateline)
    }

    @Test func read_datelineWithoutYearAndWithoutHelp_isUnknown() throws {
        let reading = try read("\(Self.headline)\n\nKARSH, March 26 (Orlen News Agency) — \(Self.text)")
        #expect(reading.datePublished == nil)
        #expect(reading.provenance.dates.map(\.outcome) == [.noYear])
    }

    @Test func read_datelineWithoutYear_takesItFromTheMasthead() throws {
        let reading = try read("Friday, 2 January 2026\n\(Self.headline)\n\nKARSH, December 31 (Orlen News Agency) — \(Self.text)")
        #expect(reading.datePublished?.description == "2025-12-31")
        #expect(reading.dateStatus == .inferred)
    }

    @Test func read_dateWithoutYear_takesItFromTheWeekdayAndAPrintedYear() throws {
        let page = "\(Self.headline)\nThursday, 26 March\n\n\(Self.text)"
        // The weekday comes back to the date every few years, and the year of a copyright line may be another.
        #expect(try read(page, notAfter: "2026-06-01").datePublished == nil)
        #expect(try read(page + "\n\n© 2026 The Karsh Courier\n").datePublished?.description == "2026-03-26")
        #expect(try read(page + "\n\n© 2026 The Karsh Courier\n").dateStatus == .inferred)
        #expect(try read(page + "\n\n© 2025 The Karsh Courier\n").datePublished == nil)
        #expect(try read("\(Self.headline)\n26 March\n\n\(Self.text)\n\n© 2026 The Karsh Courier\n").datePublished == nil)
    }

    @Test func read_ambiguousOrder_isDecidedByTheSource() throws {
        let page = "\(Self.headline)\n4/5/2026\n\n\(Self.text)"
        #expect(try read(page, order: .dmy).datePublished?.description == "2026-05-04")
        #expect(try read(page, order: .mdy).datePublished?.description == "2026-04-05")
        #expect(try read(page, order: .mdy).dateStatus == .stated)
        #expect(try read(page).dateStatus == .inferred)
    }

    @Test func read_ambiguousOrder_isDecidedByAnotherDateOfThePage() throws {
        #expect(try read("\(Self.headline)\n4/5/2026 | Updated 4/15/2026\n\n\(Self.text)").datePublished?.description == "2026-04-05")
        #expect(try read("\(Self.headline)\n4/5/2026 | Updated 15/5/2026\n\n\(Self.text)").datePublished?.description == "2026-05-04")
        #expect(try read("Saturday, 4 May 2024\n\(Self.headline)\n4/5/2024\n\n\(Self.text)").datePublished?.description == "2024-05-04")
    }

    @Test func read_orderOfTheSource_neverOverridesANumberOverTwelve() throws {
        #expect(try read("\(Self.headline)\n26/3/2026\n\n\(Self.text)", order: .mdy).datePublished?.description == "2026-03-26")
    }

    @Test func read_ambiguousOrder_isInferredFromTheMomentFound() throws {
        let reading = try read("\(Self.headline)\n4/12/2026\n\n\(Self.text)", notAfter: "2026-05-01")
        #expect(reading.datePublished?.description == "2026-04-12")
        #expect(reading.dateStatus == .inferred)
    }

    @Test func read_dateAfterThePageWasFound_isNotTaken() throws {
        let page = "\(Self.headline)\n26 March 2027\n\n\(Self.text)"
        let reading = try read(page, notAfter: "2026-05-01")
        #expect(reading.datePublished == nil)
        #expect(reading.provenance.dates.map(\.outcome) == [.afterFound])
        #expect(try read(page).datePublished?.description == "2027-03-26")
    }

    @Test func read_dayThatHasBegunSomewhere_isNotAfterFound() throws {
        #expect(
            try read("\(Self.headline)\n27 March 2026\n\n\(Self.text)", notAfter: "2026-03-26T12:00Z").datePublished?.description
                == "2026-03-27")
    }

    @Test func read_timeWithoutZone_takesTheZoneOfTheSource() throws {
        let page = "\(Self.headline)\n2026-03-26 02:21:30\n\n\(Self.text)"
        let reading = try read(page, zone: ZonedClock(identifier: "Asia/Riyadh"))
        #expect(reading.datePublished?.description == "2026-03-25T23:21:30Z")
        let plain = try read(page)
        #expect(plain.datePublished?.description == "2026-03-26")
        #expect(plain.provenance.dates.first?.localTime == "02:21:30")
    }

    @Test func read_statedZone_outranksTheZoneOfTheSource() throws {
        let reading = try read("\(Self.headline)\n26 March 2026 22:16 GMT\n\n\(Self.text)", zone: ZonedClock(identifier: "Asia/Riyadh"))
        #expect(reading.datePublished?.description == "2026-03-26T22:16Z")
    }

    @Test func read_relativeDate_isKeptInProvenanceOnly() throws {
        let reading = try read("\(Self.headline)\nUpdated 5 hours ago\n\n\(Self.text)")
        #expect(reading.dateModified == nil)
        #expect(reading.provenance.dates.map(\.outcome) == [.relative])
        #expect(!reading.body.contains("hours ago"))
    }

    @Test func read_impossibleDay_isReported() throws {
        let reading = try read("\(Self.headline)\n31/02/2026\n\n\(Self.text)")
        #expect(reading.datePublished == nil)
        #expect(reading.provenance.dates.map(\.outcome) == [.impossible])
    }

    static let noDatelines = [
        "On 12 March 2019 Karsh beat Wells 2–1 in the final, and the town was happy about it for weeks on end.",
        "On 12 March 2019 Karsh beat Wells – the first win in ten years – and the town was happy about it.",
        "In May 2019 the council voted 7–2 to open the port again, as it had been asked to do for years.",
        "In May 2019 — a cold month — the council decided to open the port again, as it had been asked to do.",
        "Mayor Lena Marsk (SPD) said: \"The port of Karsh is open again, and it will stay so.\"",
        "Easter, 31 March 2019—a cold day—saw the port of Karsh open again, as it had been asked to do.",
        "On Monday (the day of the vote) — a cold one — the council decided to open the port again.",
        "The European Union (EU) agreed on Monday — after eleven weeks of talks — to open the port again.",
    ]

    @Test(arguments: noDatelines) func read_sentenceWithDateOrBracket_isNoDateline(_ sentence: String) throws {
        let reading = try read("\(Self.headline)\n\n\(sentence)\n\n\(Self.text)")
        #expect(reading.provenance.dateline == nil)
        #expect(reading.datePublished == nil && reading.dateStatus == .unknown)
        #expect(reading.source == nil)
    }

    static let datelines: [(String, String, String?)] = [
        ("KARSH--", "KARSH", nil), ("KARSH—", "KARSH", nil), ("KARSH, March 26, 2026—", "KARSH", "2026-03-26"),
        ("Karsh, 26 March 2026 – ", "Karsh", "2026-03-26"), ("KARSH (KNS) - ", "KARSH", nil),
        ("KARSH/WELLS, 26 March 2026 – ", "KARSH", "2026-03-26"),
        ("KARSH, Norland, March 26, 2026 /KarshLine/ -- ", "KARSH, Norland", "2026-03-26"), ("KARSH: ", "KARSH", nil),
        // Names that begin as a sentence may.
        ("DEN HAAG (ANP) - ", "DEN HAAG", nil), ("Den Bosch, 26 maart 2026 – ", "Den Bosch", "2026-03-26"),
        ("IN AMENAS, Algeria (AP) — ", "IN AMENAS, Algeria", nil), ("Am Timan (AFP) – ", "Am Timan", nil),
        // No space behind the bracket or the day
        ("Karsh, March 26, 2026 (AP)—", "Karsh", "2026-03-26"), ("ST. LOUIS (AP)—", "ST. LOUIS", nil),
        ("Karsh, 26 March 2026—", "Karsh", "2026-03-26"),
    ]

    static let agencies = ["KNA", "epd", "OTS", "SID", "AGI", "PNA", "NAN"]

    @Test(arguments: agencies) func read_agencyBehindPlace_isOfTheDateline(_ agency: String) throws {
        let reading = try read("\(Self.headline)\n\nKarsh (\(agency)) – \(Self.text)")
        #expect(reading.provenance.dateline?.place == "Karsh" && reading.provenance.dateline?.agency == agency)
    }

    @Test(arguments: datelines) func read_datelineOfSeveralShapes_isOne(_ head: String, place: String, published: String?) throws {
        let reading = try read("\(Self.headline)\n\n\(head)\(Self.text)")
        #expect(reading.provenance.dateline?.place == place)
        #expect(reading.datePublished?.description == published)
    }

    @Test func read_labelOfSomeOtherDate_statesNothing() throws {
        for label in ["Election date", "Kick-off date", "Release date of the film"] {
            #expect(try read("\(Self.headline)\n\(label): 8 November 2022\n\n\(Self.text)").dateStatus != .stated, "\(label)")
        }
        for label in ["Date", "Issue date", "Date of publication", "Article date", "Lena Marsk Date"] {
            let reading = try read("\(Self.headline)\n\(label): 8 November 2022\n\n\(Self.text)")
            #expect(reading.datePublished?.description == "2022-11-08" && reading.dateStatus == .stated, "\(label)")
        }
    }

    @Test func read_dottedDate_followsSourceAndPage() throws {
        let page = "\(Self.headline)\n05.03.2021 07:00 AM\n\n\(Self.text)"
        #expect(try read(page).datePublished?.description == "2021-03-05")
        #expect(try read(page).dateStatus == .stated)
        #expect(try read(page, order: .mdy).datePublished?.description == "2021-05-03")
        #expect(try read(page, order: .ymd).datePublished?.description == "2021-03-05")
        let related = "\nRelated News\nFerries run as planned despite the strike\n"
        #expect(try read("\(page)\(related)04.28.2021\n").datePublished?.description == "2021-05-03")
        #expect(try read("\(page)\(related)28.04.2021\n").datePublished?.description == "2021-03-05")
        // How others are written with strokes says nothing against a day that leaves no doubt.
        #expect(try read("\(page)\(related)04/28/2021\n27.04.2021\n").datePublished?.description == "2021-03-05")
    }

    @Test func read_monthOfTwoLanguages_isThatOfThePage() throws {
        let croatian =
            "Luka u Karshu ponovo je otvorena\nObjavljeno: 12. listopada 2023.\n\nLuka je ponovo otvorena nakon jedanaest tjedana, rekli su dužnosnici.\n"
        #expect(try read(croatian).datePublished?.description == "2023-10-12")
        let polish =
            "Port w Karsh znowu otwarty po długim strajku\n12 listopada 2023\n\nPort w Karsh jest znowu otwarty po jedenastu tygodniach strajku, powiedział burmistrz, który nie chciał się spierać. Pierwszy statek wpłynął o świcie, a dźwigi zaczęły się poruszać, jak się okazało, po raz pierwszy od tygodni.\n"
        #expect(try read(polish).datePublished?.description == "2023-11-12")
        let open = try read("\(Self.headline)\n12 listopada 2023\n\n\(Self.text)")
        #expect(open.datePublished?.description == "2023" && open.dateStatus == .inferred)
        // What the page is written in goes before the stop that Polish doesn't write.
        let stop = try read(polish.replacing("12 listopada", with: "12. listopada"))
        #expect(stop.datePublished?.description == "2023-11-12")
    }

    static let months: [(String, croatian: String, czech: String)] = [
        ("12 lis 2023", "2023-10-12", "2023-11-12"), ("12. lis 2023", "2023-10-12", "2023-11-12"),
        ("lis 12, 2023", "2023-10-12", "2023-11-12"), ("12. srp 2023", "2023-07-12", "2023-08-12"),
        ("srp 12, 2023", "2023-07-12", "2023-08-12"),
    ]

    @Test(arguments: months) func read_shortMonthOfTwoLanguages_isThatOfThePage(_ line: String, croatian: String, czech: String) throws {
        let inCroatian =
            "Luka u Karshu ponovo je otvorena nakon štrajka\n\(line)\n\nLuka je ponovo otvorena nakon jedanaest tjedana, rekli su dužnosnici. Prvi brod uplovio je u zoru, što se dogodilo prvi put nakon više tjedana.\n"
        #expect(try read(inCroatian).datePublished?.description == croatian)
        let inCzech =
            "Přístav v Karshi je po stávce znovu otevřený\n\(line)\n\nPřístav je po jedenácti týdnech stávky znovu otevřený, řekli úředníci. První loď připlula za svítání a jeřáby se začaly hýbat.\n"
        #expect(try read(inCzech).datePublished?.description == czech)
    }

    @Test func read_openMonthWithoutYear_getsNone() throws {
        let reading = try read("\(Self.headline)\nPublished 20 November 2023 | Updated 21 Listopada\n\n\(Self.text)")
        #expect(reading.datePublished?.description == "2023-11-20" && reading.dateModified == nil)
        #expect(reading.provenance.dates.contains { $0.outcome == .noYear })
    }

    static let zoned: [(String, String)] = [
        ("26 March 2026 02:30 م", "2026-03-26T13:30Z"), ("26 March 2026 9:15 صباحًا", "2026-03-26T08:15Z"),
        ("26 March 2026 9:15 مساءً", "2026-03-26T20:15Z"), ("26 March 2026, 9:15 π.μ.", "2026-03-26T08:15Z"),
        ("26 March 2026, 9:15 μμ", "2026-03-26T20:15Z"), ("26 March 2026, 9:15 p. m.", "2026-03-26T20:15Z"),
        ("26 March 2026 14:30", "2026-03-26T13:30Z"), ("26 March 2026 14:30 local time", "2026-03-26T13:30Z"),
        // An initial is no half of the day, and what follows it no zone.
        ("26 March 2026 10:28 P. Müller", "2026-03-26T09:28Z"), ("26 March 2026 10:28 P. M.", "2026-03-26T21:28Z"),
        ("26 March 2026 10:28 pm، الكرش", "2026-03-26T21:28Z"),
        // Noon has an hour before it and some behind it.
        ("26 March 2026 11:30 ظهراً", "2026-03-26T10:30Z"), ("26 March 2026 12:30 ظهرا", "2026-03-26T11:30Z"),
        ("26 March 2026 1:30 ظهرًا", "2026-03-26T12:30Z"),
        ("26 марта 2026, 10:30 мск", "2026-03-26T07:30Z"), ("26 марта 2026, 10:30 МСК", "2026-03-26T07:30Z"),
        // Words that are no zone.
        ("March 26, 2026 10:30 AM Reading time: 4 min", "2026-03-26T09:30Z"), ("March 26, 2026 10:30 AM First time", "2026-03-26T09:30Z"),
        ("March 26, 2026 10:30 AM MATT MARSK", "2026-03-26T09:30Z"), ("March 26, 2026 10:30 AM KURT MARSK", "2026-03-26T09:30Z"),
        // What isn't understood makes no instant.
        ("26 March 2026 10:30 the Almaty time", "2026-03-26"), ("26 March 2026 10:30 MYT", "2026-03-26"),
        ("26 March 2026 10:30 AKST", "2026-03-26"),
        ("26 March 2026 14:30 Almaty time", "2026-03-26"), ("26 March 2026 10:32 IST", "2026-03-26"),
        ("26 March 2026 9:15 शाम", "2026-03-26"), ("26 March 2026 10:30 بتوقيت الكرش", "2026-03-26"),
    ]

    @Test func read_abbreviationOfSeveralZones_isThatOfTheSource() throws {
        let page = "\(Self.headline)\n26 March 2026 10:32 IST\n\n\(Self.text)"
        #expect(try read(page, zone: ZonedClock(identifier: "Asia/Kolkata")).datePublished?.description == "2026-03-26T05:02Z")
        #expect(try read(page).datePublished?.description == "2026-03-26")
    }

    @Test func read_abbreviationOfSeveralZones_isThatOfTheOnlyCountryThePageSpeaksOf() throws {
        let page = { (text: String) in "\(Self.headline)\n26 March 2026 10:32 IST\n\n\(text)\n\n\(Self.text)" }
        let told = "The yard in Mumbai has cost 40 crore, which is more than India pays for all of its lights."
        #expect(try read(page(told)).datePublished?.description == "2026-03-26T05:02Z")
        #expect(try read(page(told + " Israel has a share in it.")).datePublished?.description == "2026-03-26")
        #expect(try read(page("The ship was built in India a long time ago.")).datePublished?.description == "2026-03-26")
    }

    @Test(
        arguments: [
            ("[From our old site. First published on 12 June 2016.]", "2016-06-12"),
            ("This article was originally published on 12 June 2016.", "2016-06-12"),
            ("His book on the port was first published on 12 June 2016.", nil),
            ("First published on 12 June 2016, the book has never been out of print.", nil),
        ] as [(String, String?)])
    func read_noteOnTheFirstPublication_givesTheDate(note: String, published: String?) throws {
        #expect(try read("\(Self.headline)\n\n\(note)\n\n\(Self.text)").datePublished?.description == published)
    }

    @Test func read_addressUnderTheHeadline_makesTheDayLikely() throws {
        let page = { (path: String) in
            "\(Self.headline)\nLena Marsk\n2 days ago\nhttps://karsh.example/sea/2024/03/06/\(path)/\n\n\(Self.text)"
        }
        let reading = try read(page("karsh-port-opens"))
        #expect(reading.datePublished?.description == "2024-03-06" && reading.dateStatus == .inferred)
        #expect(try read(page("donkey-wins-prize")).datePublished == nil)
        #expect(try read(page("karsh-port-opens").replacing("2 days ago", with: "8 March 2024")).datePublished?.description == "2024-03-08")
    }

    @Test(arguments: zoned) func read_timeWithWordsBehindIt_takesTheZoneOfTheSourceOnlyWhereItIsUnderstood(
        _ line: String, published: String
    ) throws {
        let reading = try read("\(Self.headline)\n\(line)\n\n\(Self.text)", zone: ZonedClock(identifier: "Europe/Berlin"))
        #expect(reading.datePublished?.description == published)
    }
}
