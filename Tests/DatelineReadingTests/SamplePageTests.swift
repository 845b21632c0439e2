import DatelineModels
import DatelineReading
import Foundation
import Testing

/// The pages of `samples/pages`, read whole.
@Suite struct SamplePageTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let file: String
        let headline: String
        var byline: String?
        var source: String?
        var published: String?
        var status = DateStatus.stated
        var modified: String?
        let first: String
        let last: String
        let paragraphs: Int
        /// What must not be in the body.
        var absent: [String] = []

        var testDescription: String { file }
    }

    static let rows: [Row] = [
        Row(
            file: "01-courier-iso", headline: "Velmark and Ostraya Agree to Meet Again After First Day of Ceasefire Talks",
            source: "The Velmark Courier", published: "2026-03-26",
            first: "Negotiators from Velmark and Ostraya ended their first day of talks",
            last: "whom both governments accepted as mediator last month.", paragraphs: 5,
            absent: ["Facebook", "Relief convoy reaches", "Five questions", "central bank", "©"]
        ),
        Row(
            file: "02-lakeland-gmt", headline: "Orlenko: Ostraya ready to swap prisoners before ceasefire", byline: "Hanne Toverud",
            source: "Lakeland Post", published: "2026-03-26T22:16Z",
            first: "Ostraya is ready to exchange all prisoners of war", last: "a written proposal on the table on Friday morning.",
            paragraphs: 4,
            absent: ["Comments", "Toverud", "Tags", "Leave a Reply", "email", "Website"]
        ),
        Row(
            file: "03-qasira-run-together", headline: "Brennick talks: mediator proposes a thirty-day truce on the Tessel",
            published: "2026-03-27", modified: "2026-03-27T02:28Z",
            first: "The mediator of the Brennick talks, Judge Jose Almarenda,", last: "and that an answer would come before the weekend.",
            paragraphs: 3,
            absent: ["copied", "1774578450", "#", "Akismet", "Mecca"]
        ),
        Row(
            file: "04-agency-dateline", headline: "Mediator hands truce draft to both sides in Brennick",
            byline: "Reporting by Dario Venn in Brennick; Editing by Ottoline Marsh", source: "Orlen News Agency", published: "2026-03-27",
            first: "BRENNICK, 27 March 2026 (Orlen News Agency) — The mediator in the talks", last: "and answer within a day.",
            paragraphs: 3, absent: ["Dario Venn"]
        ),
        Row(
            file: "05-newsloop-no-date", headline: "Villagers on the Tessel Wait for News from the Brennick Talks", source: "NewsLoop",
            status: .unknown,
            first: "In the village of Harrow Ford, the ferry has not crossed", last: "on Sunday, twice as many as in February.",
            paragraphs: 4,
            absent: ["Share", "Night Trains", "Thirty-Day Draft", "Fishermen", "NewsLoop", "Wait for News from"]
        ),
        Row(
            file: "06-sarnholm-dmy", headline: "Velmark signs thirty-day truce with Ostraya", byline: "Peer Oskarson and Noor al-Hadi",
            source: "Sarnholm Abendzeitung English Edition", published: "2026-03-28T08:15Z", modified: "2026-03-28T10:02Z",
            first: "Velmark and Ostraya have signed a truce of thirty days",
            last: "Orlenko thanked the mediator and said nothing about the prisoners.", paragraphs: 4,
            absent: ["cookies", "Accept", "Home >", "Advertisement", "R. Vale", "I will believe it", "Reply"]
        ),
        Row(
            file: "07-harbourlight-prepared", headline: "Crane drivers at Port Ansel walk out over night shifts",
            byline: "Prepared by Lucan Abara",
            source: "HARBOURLIGHT DAILY", published: "2026-04-03",
            first: "Crane drivers at Port Ansel, the largest harbour of the Maravel islands,",
            last: "offered to talk on Monday if the cranes move again at the weekend.", paragraphs: 4,
            absent: ["admin", "Lucan", "Ferry timetable", "sugar", "Follow us"]
        ),
        Row(
            file: "08-islands-suffix", headline: "Strike shuts Port Ansel for a second day as ships pile up", byline: "Wen Adeyra",
            source: "Islands Tribune", published: "2026-04-04T20:05Z",
            first: "PORT ANSEL — Eighteen ships lay off Port Ansel on Saturday",
            last: "Until then, the union says, nothing will be lifted.", paragraphs: 4,
            absent: ["Photo:", "sugar", "newsletter", "luxury", "Privacy", "Copyright", "min read"]
        ),
        Row(
            file: "09-portwatch-ambiguous", headline: "Port Ansel strike: what shippers should know", source: "Portwatch Bulletin",
            published: "2026", status: .inferred,
            first: "The strike of crane drivers at Port Ansel goes on,", last: "a list of the ships it has turned away every evening.",
            paragraphs: 3,
            absent: ["4/5/2026", "Share this", "Portwatch"]
        ),
        Row(
            file: "10-evening-masthead", headline: "Crane drivers and port authority reach a deal in Ansel",
            source: "The Maravel Evening Star", published: "2026-04-06", status: .inferred,
            first: "PORT ANSEL, April 6 (Orlen News Agency) -- Crane drivers",
            last: "the backlog of 23 ships would be cleared within ten days.", paragraphs: 3,
            absent: ["Most Read", "Easter", "Lighthouse", "Tuesday, 7"]
        ),
    ]

    private static let folder = TestFolders.package.appending(path: "samples/pages")

    @Test(arguments: rows) func read_samplePage_givesTheArticle(_ row: Row) throws {
        let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: row.file + ".txt")))
        let reading = try PageReader().read(bytes)
        #expect(reading.headline == row.headline)
        #expect(reading.byline == row.byline)
        #expect(reading.source == row.source)
        #expect(reading.datePublished?.description == row.published)
        #expect(reading.dateModified?.description == row.modified)
        #expect(reading.dateStatus == row.status)
        #expect(reading.language == "en")
        #expect(reading.encoding == "utf-8")
        #expect(reading.body.hasPrefix(row.first))
        #expect(reading.body.hasSuffix(row.last))
        #expect(reading.body.components(separatedBy: "\n\n").count == row.paragraphs)
        for text in row.absent { #expect(!reading.body.contains(text), "\(text)") }
    }

    @Test func rows_nameEveryPageOfTheFolder() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".txt") }.map {
            String($0.dropLast(4))
        }
        #expect(names.sorted() == Self.rows.map(\.file).sorted())
    }

    @Test(arguments: rows) func read_samplePageAsUTF16AndCRLF_givesTheSameArticle(_ row: Row) throws {
        let text = try String(contentsOf: Self.folder.appending(path: row.file + ".txt"), encoding: .utf8)
        let plain = try PageReader().read(text: text)
        let dos = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        let wide = try PageReader().read([0xFF, 0xFE] + DecodingTests.utf16(dos, little: true))
        #expect(wide.encoding == "utf-16le")
        #expect(wide.headline == plain.headline)
        #expect(wide.body == plain.body)
        #expect(wide.datePublished == plain.datePublished)
        #expect(wide.provenance == plain.provenance)
    }
}

/// Where things are, seen from this file.
enum TestFolders {
    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let realPages = package.deletingLastPathComponent().appending(path: "shared/samples")

    static var hasRealPages: Bool { FileManager.default.fileExists(atPath: realPages.path) }
}
