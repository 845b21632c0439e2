import DatelineJSON
import Foundation
import Testing

/// The built program keeps what it reads, tells how it read it, and reads it again.
@Suite struct ReadingAgainTests {
    private static func page(_ title: String, date: String = "26 March 2024 22:16", source: String = "Velmora Post") -> String {
        """
        <html><head><title>\(title)</title><meta property="og:site_name" content="\(source)"></head><body><h1>\(title)</h1><p>\(date)</p>
        <p>The harbour of Velmora was closed for two years. Nobody knew why it had taken them so long.</p></body></html>
        """
    }

    private static func dates(_ service: RunningDateline, _ query: String = "") async throws -> Set<String?> {
        let items = try await service.get("/v1/articles?limit=200" + query).json["items"]?.items ?? []
        return Set(items.map { $0["datePublished"]?.string })
    }

    private func start(_ folder: TemporaryFolder, _ arguments: [String] = []) async throws -> RunningDateline {
        let inbox = folder.file("inbox")
        try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
        return try await RunningDateline.start(database: folder.file("data/a.sqlite"), arguments: ["--inbox", inbox] + arguments)
    }

    private func scan(_ service: RunningDateline) async throws {
        #expect(try await service.send("POST", "/v1/imports/scan?wait=true&timeout=600").status == 200)
    }

    @Test func bytes_areGivenBackAsTheyCame() async throws {
        let folder = try TemporaryFolder()
        let service = try await start(folder)
        let (head, tail) = ("Bad bytes in Velmora\n\nIt says café, and then ", "and goes on. It ends here.\n")
        let bytes = Data(Array(head.utf8) + [0xFF, 0x0D, 0x0A] + Array(tail.utf8))
        try bytes.write(to: URL(fileURLWithPath: folder.file("inbox/bad.txt")))
        try folder.write(#"{"headline":"Stated by itself"}"#, to: "inbox/stated.json")
        try await scan(service)
        let row = try await service.get("/v1/imports?path=bad.txt").json["items"]?[0]
        let id = try #require(row?["articleIds"]?[0]?.string)
        #expect(try await service.get("/v1/articles/\(id)/raw").body == bytes)
        let told = try await service.get("/v1/articles/\(id)/provenance").json
        #expect(told["origin"]?.string == "file" && told["files"]?[0]?["path"]?.string == "bad.txt")
        #expect(told["raw"]?["sha256"]?.string == row?["sha256"]?.string && told["reading"]?["replacedBytes"]?.integer == 1)
        #expect(told["reading"]?["provenance"]?["headline"]?["how"]?.string == "title-line")
        let stated = try #require(try await service.get("/v1/imports?path=stated.json").json["items"]?[0]?["articleIds"]?[0]?.string)
        let plain = try await service.get("/v1/articles/\(stated)/provenance").json
        #expect(plain["origin"]?.string == "file" && plain["reading"] == .null)
        #expect(try await service.get("/v1/articles/\(stated)/raw").status == 404)
        // A backup holds them too.
        let backup = try ProgramRun(["backup", folder.file("copy.sqlite"), "--database", folder.file("data/a.sqlite")])
        #expect(await backup.exitCode() == 0, "\(backup.errorText)")
        await service.stop()
        let copy = try await RunningDateline.start(database: folder.file("copy.sqlite"), arguments: ["--read-only"])
        #expect(try await copy.get("/v1/articles/\(id)/raw").body == bytes)
        #expect(try await copy.send("POST", "/v1/imports/reread").status == 503)
        await copy.stop()
    }

    @Test func habitsOfASource_countEverywhere() async throws {
        let folder = try TemporaryFolder()
        let service = try await start(folder)
        try folder.write(Self.page("Strike ends in Velmora"), to: "inbox/one.html")
        try await scan(service)
        let posted = try await service.send(
            "POST", "/v1/articles", body: Self.page("Strike begins in Velmora"), headers: ["Content-Type": "text/html"])
        #expect(posted.status == 201)
        #expect(try await Self.dates(service) == ["2024-03-26"])
        let zone = #"{"timeZone":"Asia/Riyadh","dateOrder":"dmy"}"#
        #expect(
            try await service.send(
                "PATCH", "/v1/sources/velmora%20post", body: zone, headers: ["Content-Type": "application/merge-patch+json"]
            ).status == 200)
        // What is stored changes only when it is read again.
        #expect(try await Self.dates(service) == ["2024-03-26"])
        try folder.write(Self.page("Strike goes on in Velmora", date: "Published: 3/4/2024 10:00"), to: "inbox/two.html")
        try await scan(service)
        #expect(try await Self.dates(service, "&q=goes") == ["2024-04-03T07:00Z"])
        for path in ["/v1/imports/preview", "/v1/articles"] {
            let answer = try await service.send(
                "POST", path, body: Self.page("Strike over in Velmora", date: "Published: 3/4/2024 10:00"),
                headers: ["Content-Type": "text/html"])
            #expect(answer.text.contains(#""datePublished":"2024-04-03T07:00Z""#), "\(answer.text)")
        }
        // A page of text whose headline names the outlet.
        let text = """
            Strike forgotten in Velmora | Velmora Post

            26 March 2024 22:16

            The harbour was closed for two years. Nobody knew why.
            """
        let plain = try await service.send("POST", "/v1/imports/preview", body: text, headers: ["Content-Type": "text/plain"]).json
        #expect(plain["articles"]?[0]?["source"]?.string == "Velmora Post")
        #expect(plain["articles"]?[0]?["datePublished"]?.string == "2024-03-26T19:16Z", "\(plain)")
        let run = try await service.send("POST", "/v1/imports/reread?wait=true&timeout=600&source=Velmora%20Post").json
        #expect(run["state"]?.string == "done" && run["changed"]?.integer == 2 && run["matched"]?.integer == 4, "\(run)")
        #expect(try await Self.dates(service) == ["2024-03-26T19:16Z", "2024-04-03T07:00Z"])
        // The file hasn't changed, so the folder leaves the article as it was read again.
        try await scan(service)
        #expect(try await Self.dates(service) == ["2024-03-26T19:16Z", "2024-04-03T07:00Z"])
        await service.stop()
    }

    @Test func killedRun_isFinishedByAnother() async throws {
        let folder = try TemporaryFolder()
        let service = try await start(folder)
        let count = 400
        for number in 0..<count { try folder.write(Self.page("Strike \(number) ends in Velmora"), to: "inbox/\(number).html") }
        try await scan(service)
        #expect(
            try await service.send(
                "PATCH", "/v1/sources/velmora%20post", body: #"{"timeZone":"Asia/Riyadh"}"#,
                headers: ["Content-Type": "application/merge-patch+json"]
            ).status == 200)
        #expect(try await service.send("POST", "/v1/imports/reread").status == 202)
        try await eventually("some are read again") {
            (try await service.get("/v1/imports/reread").json["looked"]?.integer ?? 0) > 0
        }
        await service.kill()
        let again = try await start(folder)
        let run = try await again.send("POST", "/v1/imports/reread?wait=true&timeout=600").json
        #expect(run["state"]?.string == "done" && run["looked"]?.integer == count)
        #expect(try await Self.dates(again, "&q=strike") == ["2024-03-26T19:16Z"])
        let versions = try await again.get("/v1/articles?limit=200").json["items"]?.items.compactMap { $0["version"]?.integer } ?? []
        #expect(Set(versions) == [2])
        #expect(try await again.send("POST", "/v1/imports/reread?wait=true&timeout=600").json["changed"]?.integer == 0)
        await again.stop()
        let check = try ProgramRun(["check", "--database", folder.file("data/a.sqlite")])
        #expect(await check.exitCode() == 0, "\(check.outputText)")
    }

    @Test func keepingOff_keepsTheAccountAlone() async throws {
        let folder = try TemporaryFolder()
        let service = try await start(folder, ["--keep-raw", "off"])
        let posted = try await service.send(
            "POST", "/v1/articles", body: Self.page("Strike ends in Velmora"), headers: ["Content-Type": "text/html"]
        ).json
        let id = try #require(posted["id"]?.string)
        let told = try await service.get("/v1/articles/\(id)/provenance").json
        #expect(told["raw"]?["kept"] == .bool(false) && told["reading"]?["detectedType"]?.string == "html")
        #expect(try await service.get("/v1/articles/\(id)/raw").status == 404)
        #expect(try await service.send("POST", "/v1/imports/reread?wait=true&timeout=600").json["notKept"]?.integer == 1)
        await service.stop()
    }
}
