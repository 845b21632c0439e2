import DatelineModels
import DatelineReading
import Foundation
import Testing

/// Pages from real outlets. They aren't ours to ship, so these tests run only where the pages lie beside the package.
@Suite(.enabled(if: TestFolders.hasRealPages, "the real pages are not beside the package")) struct RealPageTests {
    private func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: TestFolders.realPages.appending(path: name)))
    }

    @Test func read_pageWithoutDate_leavesItUnknown() throws {
        let reading = try PageReader().read(bytes("001_74888a945cd2ecf2.txt"))
        #expect(reading.headline == "White House Holds Talks with Israel on Gaza Offensive Concerns")
        #expect(reading.datePublished == nil)
        #expect(reading.dateModified == nil)
        #expect(reading.dateStatus == .unknown)
        #expect(reading.source == "NewsTrack")
        #expect(reading.byline == nil)
        #expect(reading.body.hasPrefix("In Washington, White House national security adviser"))
        #expect(reading.body.hasSuffix("Progress has reportedly been made in recent days."))
        for text in ["Share:", "Hamas Rejects Ceasefire Proposal", "Day-169", "Vetoed", "Whatsapp", "Related"] {
            #expect(!reading.body.contains(text))
        }
    }

    static let glue = ["", "Related News"]

    @Test(arguments: glue) func read_pageWithRunTogetherDates_givesDayAndUpdate(_ glued: String) throws {
        let reading = try PageReader().read(Array(glued.utf8) + bytes("004_9d09b65a9dedc41d.txt"))
        #expect(reading.headline == "US Warns Israel Against Large-Scale Invasion of Rafah: Latest Updates")
        #expect(reading.datePublished?.description == "2024-03-26")
        #expect(reading.dateModified?.description == "2024-03-26T02:28Z")
        #expect(reading.dateStatus == .stated)
        #expect(reading.body.hasPrefix("US Secretary of State Anthony Blinken warned"))
        #expect(reading.body.hasSuffix("during the month of Ramadan."))
        for text in ["1711428572", "#Blinken", "copied", "Leave a Comment", "Akismet", "Mecca"] { #expect(!reading.body.contains(text)) }
        #expect(reading.provenance.removed.map(\.reason.rawValue).contains("epoch"))
    }
}
