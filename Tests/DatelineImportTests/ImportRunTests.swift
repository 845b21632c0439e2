@testable import DatelineImport
import DatelineModels
import DatelineTestSupport
import Logging
import Synchronization
import Testing

@Suite(.timeLimit(.untilHung))
struct ImportRunTests {
    private let ledger: MemoryLedger
    private let run: ImportRun

    init() {
        let ids = ResourceIDGenerator(now: ImportHarness.now)
        let ledger = MemoryLedger(ids: ids)
        self.ledger = ledger
        run = ImportRun(
            ledger: ledger, now: ImportHarness.now, makeID: { ids.next() }, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
    }

    @Test func run_overAFolder_importsAndTellsFailures() async throws {
        let folder = try TemporaryFolder()
        try folder.makeDirectory("d")
        for number in 1...40 { try folder.write(page("\(number)"), to: number % 2 == 0 ? "\(number).txt" : "d/\(number).txt") }
        try folder.write("{\"headline\": }", to: "bad.json")
        try folder.write("{\"headline\":\"A\"}\n{", to: "half.jsonl")
        try folder.write("x", to: "a.pdf")
        try folder.write("x", to: "a.tmp")
        let seen = Mutex<[ImportRunProgress]>([])
        let summary = try await run.run(paths: [folder.path + "/"]) { progress in seen.withLock { $0.append(progress) } }
        #expect(
            summary.done == 40 && summary.partial == 1 && summary.failed == 1 && summary.skipped == 1 && summary.ignored == 1
                && summary.unchanged == 0)
        let bad = try #require(summary.failures.first { $0.state == .failed })
        #expect(bad.path == folder.path + "/bad.json" && bad.reason == "parse-failed" && bad.line == 1 && bad.byteOffset == 13)
        let last = try #require(seen.withLock { $0.last })
        #expect(last.found == 43 && last.finished == 43 && last.currentPath != nil && last.summary.bytes > 0)
        #expect(seen.withLock { zip($0, $0.dropFirst()).allSatisfy { $0.finished <= $1.finished } })

        let again = try await run.run(paths: [folder.path])
        #expect(again.unchanged == 43 && again.done == 0 && ledger.stores == 41)
    }

    @Test func run_overFiles_usesTheirFolder() async throws {
        let folder = try TemporaryFolder()
        try folder.write(page("a"), to: "a.txt")
        let summary = try await run.run(paths: [folder.path + "/a.txt", folder.path + "/none.txt"])
        #expect(summary.done == 1 && summary.failed == 1 && summary.failures.map(\.reason) == ["not-found"])
        // Imported before by its name, the file is known in the folder too.
        #expect(try await run.run(paths: [folder.path]).unchanged == 1)
    }

    @Test func run_editedFile_keepsItsArticle() async throws {
        let folder = try TemporaryFolder()
        try folder.write(page("a"), to: "a.txt")
        _ = try await run.run(paths: [folder.path])
        let ids = ledger.row("a.txt")?.articleIDs
        try folder.write(page("b"), to: "a.txt")
        let summary = try await run.run(paths: [folder.path])
        #expect(summary.done == 1 && ledger.row("a.txt")?.articleIDs == ids && ledger.row("a.txt")?.revision == 2)
        try folder.age("a.txt", by: 100)
        let touched = try await run.run(paths: [folder.path])
        #expect(touched.unchanged == 1 && ledger.stores == 2)
    }

    @Test func run_storeThatStaysAway_throws() async throws {
        let folder = try TemporaryFolder()
        try folder.write(page("a"), to: "a.txt")
        ledger.fail(with: .unavailable(.readOnly, cause: "test"))
        await #expect(throws: RepositoryError.self) { try await run.run(paths: [folder.path]) }
    }
}
