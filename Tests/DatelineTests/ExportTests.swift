import DatelineJSON
import Foundation
import Testing

@Suite struct ExportTests {
    @Test func export_importedIntoAnEmptyDatabase_givesTheSameBytesAndAnswers() async throws {
        let folder = try TemporaryFolder()
        let database = try folder.folder("one") + "/a.sqlite"
        let service = try await RunningDateline.start(database: database)
        try await Self.fillMixed(service)
        let exported = try ProgramRun(["export", "--database", database, "--output", folder.file("one.ndjson")])
        #expect(await exported.exitCode() == 0, "\(exported.errorText)")
        let paths = [
            "/v1/articles?limit=500&fields=headline,mentions,tags,events,datePublished&sort=datePublished", "/v1/tags?limit=500",
            "/v1/sources?limit=500",
            "/v1/articles/facets?facet=entity&facet=tag&facet=day&limit=100",
        ]
        var before: [JSONValue] = []
        for path in paths { before.append(Self.withoutRecordFields(try await service.get(path).json)) }
        #expect(await service.stop() == 0)

        let other = try folder.folder("two") + "/b.sqlite"
        let imported = try ProgramRun(["import", folder.file("one.ndjson"), "--database", other])
        #expect(await imported.exitCode() == 0, "\(imported.errorText)")
        let again = try ProgramRun(["export", "--database", other])
        #expect(await again.exitCode() == 0)
        let original = try String(contentsOfFile: folder.file("one.ndjson"), encoding: .utf8)
        #expect(original.split(separator: "\n").count >= 200)
        for member in ["unlinked", "superEvent", "\"autolink\":false", "mentions", "weakAliases", "identifiers", "color", "timeZone"] {
            #expect(original.contains(member), "nothing with \(member) was tried")
        }
        #expect(Array(again.outputText.utf8) == Array(original.utf8))
        #expect(await (try ProgramRun(["check", "--database", other])).exitCode() == 0)

        let restored = try await RunningDateline.start(database: other)
        for (path, was) in zip(paths, before) { #expect(Self.withoutRecordFields(try await restored.get(path).json) == was, "\(path)") }
        #expect(await restored.stop() == 0)

        let repeated = try ProgramRun(["import", folder.file("one.ndjson"), "--database", other])
        #expect(await repeated.exitCode() == 0, "\(repeated.errorText)")
        #expect(repeated.outputText.contains("0 articles, \(original.split(separator: "\n").count) unchanged"), "\(repeated.outputText)")
    }

    @Test func import_linesThatCannotBe_areToldAndTheRestIsTaken() async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            {"kind":"tag","id":"01a1fc91-6368-72e6-956d-33af147f83aa","name":"good"}
            {"kind":"planet","id":"01a1fc91-6368-72e6-956d-33af147f83ab","name":"Mars"}
            {"kind":"entity","id":"none","type":"person","name":"Nobody"}
            {"kind":"article","id":"01a1fc91-6368-72e6-956d-33af147f83ac","headline":"Lost link","events":["01a1fc91-6368-72e6-956d-33af147f83ff"]}
            {"kind":"article"
            {"kind":"article","id":"01a1fc91-6368-72e6-956d-33af147f83ad","headline":"Taken","tags":["good"]}

            """, to: "x.ndjson")
        let database = try folder.folder("data") + "/a.sqlite"
        let run = try ProgramRun(["import", folder.file("x.ndjson"), "--database", database])
        #expect(await run.exitCode() == 1)
        #expect(
            run.outputText.contains("1 tags") && run.outputText.contains("1 articles") && run.outputText.contains("4 failed"),
            "\(run.outputText)")
        for line in 2...5 { #expect(run.errorText.contains("line \(line):"), "\(run.errorText)") }
    }

    @Test func export_outputThatCannotBeWritten_endsWith74() async throws {
        let folder = try TemporaryFolder()
        let database = try folder.folder("data") + "/a.sqlite"
        try await MaintenanceTests.fill(database, articles: 3)
        let commands = [
            ["export", "--database", database], ["check", "--database", database], ["migrate", "--database", database],
            ["migrate", "--status", "--database", database], ["doctor", "--port", "0", "--database", database], ["--help"], ["--version"],
        ]
        for command in commands {
            let run = try ProgramRun(command: ["/bin/sh", "-c", #"exec "$0" "$@" > /dev/full"#, ProgramRun.executable] + command)
            #expect(await run.exitCode() == 74, "\(command)")
            #expect(run.errorText.split(separator: "\n").count == 1, "\(run.errorText)")
        }
        try folder.write("The harbour reopens\n\nShips enter the harbour again, the port said.\n", to: "a.txt")
        let importing = try ProgramRun(command: [
            "/bin/sh", "-c", #"exec "$0" "$@" > /dev/full"#, ProgramRun.executable, "import", folder.file("a.txt"), "--database", database,
        ])
        #expect(await importing.exitCode() == 74, "\(importing.errorText)")
        try folder.write("mine", to: "taken.ndjson")
        let run = try ProgramRun(["export", "--database", database, "--output", folder.file("taken.ndjson")])
        #expect(await run.exitCode() == 73)
        #expect(try String(contentsOfFile: folder.file("taken.ndjson"), encoding: .utf8) == "mine")
    }

    @Test func export_readerThatGoesAway_isQuiet() async throws {
        let folder = try TemporaryFolder()
        let database = try folder.folder("data") + "/a.sqlite"
        try await MaintenanceTests.fill(database, articles: 400, body: String(repeating: "words and words ", count: 200))
        let run = try ProgramRun(command: [
            "/bin/bash", "-c", #""$0" "$@" | head -n 1; exit ${PIPESTATUS[0]}"#, ProgramRun.executable, "export", "--database", database,
        ])
        #expect(await run.exitCode() == 141)
        #expect(run.errorText.isEmpty, "\(run.errorText)")
        #expect(run.outputText.hasPrefix(#"{"kind":"#))
    }

    /// Versions and times of the last change aren't carried over, and sources are made anew in another order.
    private static func withoutRecordFields(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let object):
            .object(
                JSONObject(
                    members: object.members.filter { $0.name != "version" && $0.name != "updatedAt" }.map {
                        .init(name: $0.name, value: withoutRecordFields($0.value))
                    }))
        case .array(let items): .array(items.map(withoutRecordFields))
        default: value
        }
    }

    private static func fillMixed(_ service: RunningDateline) async throws {
        func make(_ path: String, _ body: String) async throws -> String {
            let answer = try await service.post(path, body)
            #expect(answer.status == 201, "\(answer.text)")
            return try #require(try answer.json["id"]?.string)
        }
        func change(_ method: String, _ path: String, _ body: String? = nil) async throws {
            let answer = try await service.send(
                method, path, body: body, headers: body == nil ? [:] : ["Content-Type": "application/merge-patch+json"])
            #expect((200..<300).contains(answer.status), "\(method) \(path): \(answer.text)")
        }
        let families = ["Sousa", "Kowal", "Brandt", "Ivarsen", "Ōsaka", "Müller"]
        var people: [String] = []
        for number in 0..<30 {
            let family = families[number % 6]
            people.append(
                try await make(
                    "/v1/entities",
                    """
                    {"type":"person","name":"Ana\(number) \(family)","aliases":["A\(number). \(family)"],"weakAliases":["\(family)"],
                     "identifiers":{"wikidata":"Q\(number)","isni":"000\(number)"},"description":"Nr \(number)\\nof many","tags":["group:\(number % 4)"]}
                    """))
        }
        let place = try await make("/v1/entities", #"{"type":"place","name":"Porto \"Old\" Town"}"#)
        var events: [String] = []
        for number in 0..<20 {
            let place = number % 2 == 0 ? #"{"entity":"\#(place)"}"# : #"{"text":"Somewhere \#(number)"}"#
            let date = number % 3 == 0 ? "" : #""startDate":"2026-0\#(number % 9 + 1)","#
            events.append(
                try await make(
                    "/v1/events",
                    """
                    {"name":"Event \(number)",\(date)"location":\(place),"participants":[{"entity":"\(people[number])","role":"host"},{"entity":"\(people[0])"}],"tags":["group:\(number % 4)"]}
                    """))
        }
        // The earlier, hence exported first, under the later.
        for number in 0..<10 { try await change("PATCH", "/v1/events/\(events[number])", #"{"superEvent":"\#(events[number + 10])"}"#) }
        var articles: [String] = []
        for number in 0..<130 {
            let family = families[number % 6]
            let extra = number % 5 == 0 ? #""autolink":false,"mentions":[{"entity":"\#(people[(number + 3) % 30])"}],"# : ""
            let date = number % 7 == 0 ? "" : #""datePublished":"2026-0\#(number % 9 + 1)-1\#(number % 10)","#
            articles.append(
                try await make(
                    "/v1/articles",
                    """
                    {"headline":"Ana\(number % 30) \(family) in Porto","body":"\(family) said: \\"no\\"\\n\\tÜber 𝄞 \(number).","source":"Paper \(number % 5)",
                     "url":"https://example.org/\(number)?b=2&a=1","language":"en",\(extra)\(date)"events":["\(events[number % 20])"],"tags":["t\(number % 11)","Sea:Deep"]}
                    """))
        }
        for number in [1, 2, 8] { try await change("DELETE", "/v1/articles/\(articles[number])/mentions/\(people[number])") }
        try await change("PUT", "/v1/articles/\(articles[4])/mentions/\(people[29])")
        try await change("PATCH", "/v1/tags/t1", ##"{"color":"#00ff00","description":"Green"}"##)
        try await change("PATCH", "/v1/sources/Paper%201", #"{"timeZone":"Europe/London","dateOrder":"dmy"}"#)
        try await eventually("all names are searched for") {
            try await service.get("/v1/entities?limit=200").text.contains(#""linking":"pending""#) == false
        }
    }
}
