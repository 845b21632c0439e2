import Foundation
import Testing

/// Faults of the store, provoked under the running program: clients are told that there is one, and nothing of the inside.
@Suite struct LeakTests {
    private static let insides = [
        "/tmp", "/var", "dateline-", ".sqlite", "-wal", "SQLite", "sqlite", "SQL", "SELECT", "GRDB", "Swift", "NIO", "RepositoryError",
        "deleted", "malformed", "disk image",
        "Optional", "errno", "article_text",
    ]

    private func expectSilence(_ answer: RunningDateline.Answer, status: Int, reason: String?) throws {
        #expect(answer.status == status, "\(answer.text)")
        #expect(answer.headers["content-type"] == "application/problem+json")
        #expect(try answer.json["reason"]?.string == reason)
        for word in Self.insides {
            #expect(!answer.text.contains(word), "\(word) in \(answer.text)")
            #expect(!answer.headers.values.contains { $0.contains(word) }, "\(word) in \(answer.headers)")
        }
    }

    @Test func database_deletedUnderIt_isOnlyAStorageError() async throws {
        let folder = try TemporaryFolder()
        let database = folder.file("data/a.sqlite")
        let service = try await RunningDateline.start(database: database)
        #expect(try await service.post("/v1/articles", #"{"headline":"a"}"#).status == 201)
        try FileManager.default.removeItem(atPath: database)
        try expectSilence(try await service.post("/v1/articles", #"{"headline":"b"}"#), status: 503, reason: "storage-error")
        #expect(await service.process.exitCode() == 74, "it ends, as nobody knows what is on the disk")
        #expect(service.process.errorText.contains("was deleted or replaced"), "the log says what it is")
    }

    @Test func pages_brokenUnderIt_areOnlyAStorageError() async throws {
        let folder = try TemporaryFolder()
        let database = folder.file("data/a.sqlite")
        let first = try await RunningDateline.start(database: database)
        for number in 0..<50 {
            #expect(
                try await first.post(
                    "/v1/articles", #"{"headline":"Number \#(number)","body":"\#(String(repeating: "word ", count: 500))"}"#
                ).status == 201)
        }
        #expect(await first.stop() == 0)
        let service = try await RunningDateline.start(database: database)
        // Beyond the first pages, which every connection has in its memory by now.
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: database))
        let size = try handle.seekToEnd()
        try handle.seek(toOffset: 16_384)
        try handle.write(contentsOf: Data(repeating: 0xa5, count: Int(size) - 16_384))
        try handle.close()
        var broken = 0
        for target in [
            "/v1/articles?include=body&limit=200", "/v1/articles?q=word&count=true", "/v1/articles/facets?facet=source&facet=tag",
            "/v1/tags", "/v1/changes",
        ] {
            let answer = try await service.get(target)
            if answer.status == 200 { continue }
            broken += 1
            try expectSilence(answer, status: 503, reason: "storage-error")
            break
        }
        #expect(broken == 1)
        #expect(await service.process.exitCode() == 65, "it ends, as nobody knows what else is broken, and starting it again doesn't help")
        #expect(FileManager.default.fileExists(atPath: database + ".damaged"), "the next start knows")
    }

    @Test func readOnly_isOnlyThat() async throws {
        let folder = try TemporaryFolder()
        let database = folder.file("data/a.sqlite")
        let first = try await RunningDateline.start(database: database)
        #expect(await first.stop() == 0)
        let service = try await RunningDateline.start(database: database, arguments: ["--read-only"])
        try expectSilence(try await service.post("/v1/articles", #"{"headline":"b"}"#), status: 503, reason: "read-only")
        #expect(await service.stop() == 0)
    }
}
