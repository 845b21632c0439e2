import DatelineModels
import DatelineSQLite
import DatelineTestSupport
import Foundation
import Testing

/// That acknowledged writes were synced, seen from outside: a second process of these tests does the writing under `strace`.
@Suite struct SyncTests {
    @Test(.enabled(if: SystemTrace.works, "strace isn't there or can't trace"), .timeLimit(.untilHung))
    func writes_acknowledged_haveBeenSynced() async throws {
        try await withTemporaryFolder { folder in
            let syncs = try SystemTrace.syncs(runningTest: "SyncTests/child_writes", folder: folder)
            // Each of these was answered before the next was sent.
            #expect(syncs[folder + "/alone/dateline.db-wal", default: 0] >= 20)
            // At most 64 of these 200 share one.
            let together = syncs[folder + "/together/dateline.db-wal", default: 0]
            #expect((4...150).contains(together), "\(together) syncs of 200 writes")
        }
    }

    /// A disk that fails to sync once: nothing is acknowledged from then on, though later syncs would succeed.
    @Test(.enabled(if: SystemTrace.works, "strace isn't there or can't trace"), .timeLimit(.untilHung))
    func sync_fails_refusesAllFurtherWrites() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/broken/dateline.db"
            let sound = try OpenStore(.file(path))
            let stored = try await sound.store.articles.create(ArticleDraft(headline: "acknowledged"), onConflict: .error, recorder: nil)
                .resource
            try await sound.store.close()
            try SystemTrace.run(
                test: "SyncTests/child_cannotSync", folder: folder, ["-P", path + "-wal", "-e", "inject=fdatasync:error=EIO:when=6"])
            #expect(FileManager.default.fileExists(atPath: folder + "/refused"))
            let again = try OpenStore(.file(path))
            #expect(try await again.store.articles.article(stored.id).headline == "acknowledged")
            try await again.store.close()
            try StoreAudit.check(path)
        }
    }

    @Test(.enabled(if: SystemTrace.childFolder != nil, "only as the traced process"))
    func child_cannotSync() async throws {
        let folder = try #require(SystemTrace.childFolder)
        let open = try OpenStore(.file(folder + "/broken/dateline.db"))
        // Which thread writes isn't known, and each thread's sixth sync fails (opening needs a few): soon one does.
        var refusals = 0
        for number in 0..<200 where refusals < 3 {
            do throws(RepositoryError) {
                _ = try await open.store.articles.create(ArticleDraft(headline: "\(number)"), onConflict: .error, recorder: nil)
                #expect(refusals == 0, "acknowledged after a failed sync")
            } catch {
                guard case .unavailable(.storageError, _) = error else {
                    Issue.record("\(error)")
                    return
                }
                refusals += 1
            }
        }
        #expect(refusals == 3)
        // Reading goes on.
        _ = try await open.store.changes.changes(after: 0, limit: 10)
        try Data().write(to: URL(fileURLWithPath: folder + "/refused"))
    }

    @Test(.enabled(if: SystemTrace.childFolder != nil, "only as the traced process"))
    func child_writes() async throws {
        let folder = try #require(SystemTrace.childFolder)
        let alone = try OpenStore(.file(folder + "/alone/dateline.db"))
        for number in 0..<20 {
            _ = try await alone.store.articles.create(ArticleDraft(headline: "\(number)"), onConflict: .error, recorder: nil)
        }
        let together = try OpenStore(.file(folder + "/together/dateline.db"))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                group.addTask {
                    _ = try await together.store.articles.create(ArticleDraft(headline: "\(number)"), onConflict: .error, recorder: nil)
                }
            }
            try await group.waitForAll()
        }
        // Left open: what closing would sync isn't counted.
    }
}

enum SystemTrace {
    private static let program = "/usr/bin/strace"
    private static let variable = "DATELINE_TRACED_FOLDER"

    static var childFolder: String? { ProcessInfo.processInfo.environment[variable] }

    static let works: Bool = {
        guard FileManager.default.isExecutableFile(atPath: program) else { return false }
        return (try? run(["--seccomp-bpf", "-f", "-qq", "-e", "trace=fsync", "-o", "/dev/null", "/bin/true"])) == 0
    }()

    /// The number of syncs of each file that a test, run alone in another process, asked for.
    static func syncs(runningTest test: String, folder: String) throws -> [String: Int] {
        let output = folder + "/trace"
        try run(test: test, folder: folder, ["-y", "-e", "trace=fsync,fdatasync", "-o", output])
        return try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n").reduce(into: [:]) { counts, line in
            // 1234 fdatasync(7</tmp/x/dateline.db-wal>) = 0
            guard let start = line.firstIndex(of: "<"), let end = line.lastIndex(of: ">"), start < end else { return }
            counts[String(line[line.index(after: start)..<end]), default: 0] += 1
        }
    }

    /// Runs one test alone in another process under strace; fails where that test does.
    static func run(test: String, folder: String, _ options: [String]) throws {
        let filter = ["--testing-library", "swift-testing", "--filter", test]
        let status = try run(
            ["--seccomp-bpf", "-f", "-qq"] + options + [CommandLine.arguments[0]] + filter,
            environment: Traced.environment.merging([variable: folder]) { $1 })
        #expect(status == 0)
    }

    private static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
