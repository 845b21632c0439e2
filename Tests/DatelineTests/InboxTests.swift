import DatelineJSON
import Foundation
import Testing

@Suite struct InboxTests {
    private func page(_ headline: String, date: String = "2026-05-01") -> String {
        "\(headline)\nBy Ana Sousa\n\(date)\n\n\(headline) was the talk of the town, and the mayor of Velmora said that more would follow. It was long enough.\n"
    }

    @Test func drop_page_isReadLinkedAndFound() async throws {
        let folder = try TemporaryFolder()
        let inbox = folder.file("inbox")
        try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
        let service = try await RunningDateline.start(database: folder.file("data/a.sqlite"), arguments: ["--inbox", inbox])
        #expect(try await service.post("/v1/entities", #"{"type":"place","name":"Velmora"}"#).status == 201)

        try folder.write(page("Harbour strike ends in Velmora"), to: "inbox/one.txt")
        #expect(try await service.send("POST", "/v1/imports/scan?wait=true&timeout=600").status == 200)
        let found = try await service.get("/v1/articles?entity=velmora&from=2026-05-01&to=2026-05-01").json["items"]?.items ?? []
        #expect(found.map { $0["headline"]?.string } == ["Harbour strike ends in Velmora"])
        let id = try #require(found.first?["id"]?.string)

        try folder.write(page("Harbour strike goes on in Velmora"), to: "inbox/one.txt")
        try await eventually("the edit is followed") {
            _ = try await service.send("POST", "/v1/imports/scan?wait=true&timeout=600")
            return try await service.get("/v1/articles/\(id)").json["headline"]?.string == "Harbour strike goes on in Velmora"
        }
        #expect(try await service.get("/v1/articles?count=true").json["total"]?.integer == 1)

        try folder.write(#"{"headline": }"#, to: "inbox/bad.json")
        try folder.write(#"{"headline":"From JSON","datePublished":"2026"}"# + "\n{\n", to: "inbox/two.jsonl")
        try await eventually("all is decided") {
            _ = try await service.send("POST", "/v1/imports/scan?wait=true&timeout=600")
            let files = try await service.get("/v1/imports").json["items"]?.items ?? []
            let states = Dictionary(uniqueKeysWithValues: files.map { ($0["path"]?.string ?? "", $0["state"]?.string ?? "") })
            return states == ["one.txt": "done", "bad.json": "failed", "two.jsonl": "partial"]
        }
        let failed = try await service.get("/v1/imports?state=failed").json["items"]?[0]
        #expect(failed?["reason"]?.string == "parse-failed")
        #expect(failed?["errors"]?[0]?["byteOffset"]?.integer == 13)
        #expect(try await service.get("/v1/articles?q=json").json["items"]?.items.count == 1)
        let parsed = try await service.get("/v1/imports/status").json["totals"]?["parsedFiles"]?.integer
        await service.stop()

        let again = try await RunningDateline.start(database: folder.file("data/a.sqlite"), arguments: ["--inbox", inbox])
        #expect(try await again.send("POST", "/v1/imports/scan?wait=true&timeout=600").status == 200)
        #expect(try await again.get("/v1/articles?count=true").json["total"]?.integer == 2)
        #expect(try await again.get("/v1/imports/status").json["totals"]?["parsedFiles"]?.integer == parsed)
        await again.stop()
    }

    @Test func importCommand_files_areStoredAndSummed() async throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.file("pages"), withIntermediateDirectories: true)
        for number in 0..<20 { try folder.write(page("Story number \(number)"), to: "pages/\(number).txt") }
        let database = folder.file("data/a.sqlite")
        let good = try ProgramRun(["import", folder.file("pages"), "--database", database])
        #expect(await good.exitCode() == 0, "\(good.errorText)")
        #expect(good.outputText.contains("20"))
        try folder.write("{", to: "pages/bad.json")
        let bad = try ProgramRun(["import", folder.file("pages"), "--database", database])
        #expect(await bad.exitCode() == 1)
        #expect((bad.outputText + bad.errorText).contains("bad.json"))
        #expect(await (try ProgramRun(["import", folder.file("nothing"), "--database", database])).exitCode() == 66)
        let service = try await RunningDateline.start(database: database)
        #expect(try await service.get("/v1/articles?count=true").json["total"]?.integer == 20)
        await service.stop()
    }
}
