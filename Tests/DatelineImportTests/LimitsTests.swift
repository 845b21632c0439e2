@testable import DatelineImport
import DatelineModels
import DatelineTestSupport
import Foundation
import Glibc
import Testing

/// What needs a process with fewer rights or smaller limits than tests often have: run as another user than root, or within
/// `unshare -Ur` after `echo 5 > /proc/sys/user/max_inotify_watches`.
@Suite(.timeLimit(.untilHung))
struct LimitsTests {
    private static let isOrdinaryUser = geteuid() != 0
    private static let watches =
        (try? String(contentsOfFile: "/proc/sys/user/max_inotify_watches", encoding: .utf8))
        .flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) } ?? .max

    private func setMode(_ mode: mode_t, of name: String, in folder: TemporaryFolder) throws {
        try #require(folder.full(name).withPath { chmod($0, mode) } == 0)
    }

    @Test(.enabled(if: Self.isOrdinaryUser)) func unreadable_isRetried_andNothingBelowIsMissing() async throws {
        try await withImporter(prepare: { folder in
            for name in ["no.txt", "yes.txt"] { try folder.write(page(name), to: name) }
            try folder.makeDirectory("shut")
            try folder.write(page("in"), to: "shut/in.txt")
        }) { harness in
            #expect(await harness.sync())
            #expect(await harness.counts() == [.done: 3])
            try harness.folder.write(page("no, again"), to: "no.txt")
            try setMode(0, of: "no.txt", in: harness.folder)
            try setMode(0, of: "shut", in: harness.folder)
            #expect(await harness.sync())
            let row = try #require(harness.ledger.row("no.txt"))
            #expect(row.state == .retrying && row.reason == "permission-denied" && row.nextAttemptAt != nil)
            #expect(await harness.counts() == [.done: 2, .retrying: 1])
            try setMode(0o644, of: "no.txt", in: harness.folder)
            try setMode(0o755, of: "shut", in: harness.folder)
            try harness.folder.write(page("more"), to: "shut/more.txt")
            await eventually { await harness.counts() == [.done: 4] }
            #expect(harness.ledger.row("no.txt")?.revision == 2 && harness.ledger.row("no.txt")?.reason == nil)
        }
    }

    @Test(.enabled(if: Self.watches <= 16)) func tooFewWatches_areSaid_andPollingFindsTheRest() async throws {
        var settings = ImportSettings()
        settings.pollInterval = .milliseconds(100)
        try await withImporter(
            settings: settings,
            prepare: { folder in
                for number in 1...20 { try folder.makeDirectory("\(number)") }
            }
        ) { harness in
            #expect(await harness.sync())
            let watcher = await harness.importer.status().watcher
            #expect(watcher?.mode == .degraded && watcher?.reason == "watch-limit")
            for number in 1...20 { try harness.folder.write(page("\(number)"), to: "\(number)/z.txt") }
            await eventually { harness.ledger.articles.count == 20 }
        }
    }
}
