import Foundation
import Testing

@Suite struct ReadOnlyTests {
    @Test func serve_readOnly_readsBesideTheWriterAndRefusesWrites() async throws {
        let folder = try TemporaryFolder()
        let database = folder.file("a.sqlite")
        let writer = try await RunningDateline.start(database: database)
        let created = try await writer.post("/v1/articles", #"{"headline":"Seen by both"}"#)
        let location = try #require(created.headers["location"])

        let reader = try await RunningDateline.start(database: database, arguments: ["--read-only"])
        #expect(try await reader.get(location).body == created.body)
        let refused = try await reader.post("/v1/articles", #"{"headline":"Not taken"}"#)
        #expect(refused.status == 503)
        #expect(try refused.json["reason"]?.string == "read-only")
        let later = try await writer.post("/v1/articles", #"{"headline":"Seen later"}"#)
        #expect(try await reader.get(try #require(later.headers["location"])).status == 200)
        #expect(await reader.stop() == 0)
        #expect(await writer.stop() == 0)
    }

    @Test func serve_readOnlyOnAFileNobodyWrites_leavesItUntouched() async throws {
        let folder = try TemporaryFolder()
        let database = folder.file("a.sqlite")
        let writer = try await RunningDateline.start(database: database)
        let location = try #require(try await writer.post("/v1/articles", #"{"headline":"Kept"}"#).headers["location"])
        await writer.stop()
        let before = try Data(contentsOf: URL(fileURLWithPath: database))
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()

        let reader = try await RunningDateline.start(database: database, arguments: ["--read-only"])
        #expect(try await reader.get(location).status == 200)
        #expect(try await reader.get("/v1/articles?q=kept").json["items"]?.items.count == 1)
        await reader.stop()
        #expect(try Data(contentsOf: URL(fileURLWithPath: database)) == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == files)
    }

    @Test func serve_readOnlyWithoutFileOrWithInbox_isRefused() async throws {
        let folder = try TemporaryFolder()
        let missing = try ProgramRun(["serve", "--read-only", "--port", "0", "--database", folder.file("none.sqlite")])
        #expect(await missing.exitCode() != 0)
        #expect(!FileManager.default.fileExists(atPath: folder.file("none.sqlite")))
        try FileManager.default.createDirectory(atPath: folder.file("inbox"), withIntermediateDirectories: true)
        let both = try ProgramRun(["serve", "--read-only", "--inbox", folder.file("inbox"), "--database", folder.file("data/none.sqlite")])
        #expect(await both.exitCode() == 64)
    }
}
