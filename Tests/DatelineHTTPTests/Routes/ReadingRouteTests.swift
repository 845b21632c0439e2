import DatelineModels
import Synchronization
import Testing

@testable import DatelineHTTP

/// Where articles came from, and reading them again.
@Suite struct ReadingRouteTests {
    @Test func provenance_tellsAllThatIsKept() async throws {
        try await RouteRun.with { run throws in
            run.articles.fill(2)
            let read = try run.ask("GET", "/v1/articles/\(knownID)/provenance")
            #expect(read.status == 200)
            #expect(
                read.text
                    == #"{"article":"\#(knownID)","origin":"file","files":[{"importId":"\#(knownID)","path":"a\#u{FFFD}","pathBase64":"Yf8=","state":"done","recordNumber":2}],"changedSince":["headline"],"raw":{"sha256":"\#(String(repeating: "ab", count: 32))","size":3,"kept":true},"reading":{"readerVersion":7,"readAt":"1970-01-01T00:00:02.000Z","notAfter":"1970-01-01T00:00:01.000Z","recordNumber":2,"folderSource":"NewsTrack","hasSideFile":true,"detectedType":"text","provenance":null}}"#
            )
            let second = "018f0000-0000-7000-8000-000000000002"
            let stated = try run.ask("GET", "/v1/articles/\(second)/provenance")
            #expect(stated.text == #"{"article":"\#(second)","origin":"client","files":[],"changedSince":[],"raw":null,"reading":null}"#)
            #expect(try run.ask("GET", "/v1/articles/018f0000-0000-7000-8000-000000000009/provenance").status == 404)
            #expect(try run.ask("GET", "/v1/articles/x/provenance").status == 404)
            #expect(try run.ask("GET", "/v1/articles/\(knownID)/provenance?a=b").status == 400)
        }
    }

    @Test func raw_isNeverAPageOfThisService() async throws {
        try await RouteRun.with { run throws in
            run.articles.fill(2)
            let raw = try run.ask("GET", "/v1/articles/\(knownID)/raw")
            #expect(raw.status == 200 && raw.text == "<b>")
            #expect(raw["content-type"] == "application/octet-stream" && raw["x-content-type-options"] == "nosniff")
            #expect((raw["content-disposition"] ?? "").hasPrefix("attachment"))
            #expect(raw["repr-digest"] == "sha-256=:q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=:")
            #expect(try run.ask("GET", "/v1/articles/018f0000-0000-7000-8000-000000000002/raw").status == 404)
            #expect(try run.ask("GET", "/v1/articles/018f0000-0000-7000-8000-000000000009/raw").status == 404)
            #expect(try run.ask("GET", "/v1/articles/\(knownID)/raw", nil, ["Accept": "text/html"]).status == 406)
        }
    }

    private final class StubRereads: RereadControl {
        let last = Mutex<RereadRequest?>(nil)
        let isBusy: Bool
        let isSlow: Bool

        init(isBusy: Bool = false, isSlow: Bool = false) {
            self.isBusy = isBusy
            self.isSlow = isSlow
        }

        func start(_ request: RereadRequest) async throws(RepositoryError) -> Bool {
            last.withLock { $0 = request }
            return !isBusy
        }

        func status() async -> RereadStatus {
            var status = RereadStatus(state: .running)
            status.changed = 1
            status.examples = [
                RereadResult(
                    article: ResourceID(high: 0x018f_0000_0000_7000, low: 0x8000_0000_0000_0001), headline: "h",
                    changes: [FieldChange(field: "tags", before: .texts([]), after: .texts(["a"]))],
                    conflicts: [FieldChange(field: "byline", before: .text("x"), after: .text(nil))])
            ]
            return status
        }

        func wait(atMost timeout: Duration) async -> Bool { !isSlow }
    }

    @Test func reread_takesTheFilterOfArticles() async throws {
        let stub = StubRereads()
        try await RouteRun.with(rereads: stub) { run throws in
            let begun = try run.ask("POST", "/v1/imports/reread?source=NewsTrack&dateStatus=unknown&dryRun=true&examples=3", "")
            #expect(begun.status == 202)
            #expect(
                begun.text.hasSuffix(
                    #""changed":1,"conflicting":0,"examples":[{"article":"\#(knownID)","headline":"h","changes":[{"field":"tags","before":[],"after":["a"]}],"conflicts":[{"field":"byline","before":"x","after":null}]}]}"#
                ), "\(begun.text)")
            let request = try #require(stub.last.withLock { $0 })
            #expect(request.isDryRun && request.examples == 3 && request.filter.dateStatuses == [.unknown])
            #expect(request.filter.sources == [Folding.fold("NewsTrack")])
            #expect(try run.ask("POST", "/v1/imports/reread?wait=true&timeout=1", "").status == 200)
            #expect(stub.last.withLock { $0?.isDryRun } == false)
            #expect(try run.ask("GET", "/v1/imports/reread").text.hasPrefix(#"{"state":"running","dryRun":false,"#))
        }
    }

    @Test(arguments: ["examples=201", "examples=x", "dryRun=maybe", "limit=5", "tz=Mars", "timeout=0"])
    func reread_wrongParameter_isNamed(_ query: String) async throws {
        try await RouteRun.with(rereads: StubRereads()) { run throws in
            #expect(try run.ask("POST", "/v1/imports/reread?\(query)", "").status == 400)
        }
    }

    @Test func reread_busySlowOrReadOnly_isSaid() async throws {
        try await RouteRun.with(rereads: StubRereads(isBusy: true)) { run throws in
            #expect(try run.ask("POST", "/v1/imports/reread", "").status == 409)
        }
        try await RouteRun.with(rereads: StubRereads(isSlow: true)) { run throws in
            let late = try run.ask("POST", "/v1/imports/reread?wait=true", "")
            #expect(late.status == 504 && late.text.contains(#""reread":{"state":"running""#))
        }
        try await RouteRun.with { run throws in
            let refused = try run.ask("POST", "/v1/imports/reread", "")
            #expect(refused.status == 503 && refused.text.contains("read-only"))
        }
    }
}
