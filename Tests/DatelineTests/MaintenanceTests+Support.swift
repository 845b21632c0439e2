import DatelineJSON
import Foundation
import Testing

extension MaintenanceTests {
    /// Makes a database with articles, an entity that they mention, an event and tags, and closes it.
    static func fill(_ database: String, articles: Int, body: String = "Ana Sousa spoke.") async throws {
        let service = try await RunningDateline.start(database: database)
        _ = try await service.post("/v1/entities", #"{"type":"person","name":"Ana Sousa"}"#)
        let event = try #require(try await service.post("/v1/events", #"{"name":"Harbour fair","startDate":"2026-03"}"#).json["id"]?.string)
        let lines = (0..<articles).map {
            #"{"headline":"Harbour \#($0)","body":"\#(body)","datePublished":"2026-03-1\#($0 % 10)","tags":["sea"],"events":["\#(event)"],"source":"Courier"}"#
        }
        let answer = try await service.send(
            "POST", "/v1/articles/batch", body: lines.joined(separator: "\n") + "\n", headers: ["Content-Type": "application/x-ndjson"])
        #expect((200..<300).contains(answer.status), "\(answer.text)")
        #expect(try await service.get("/v1/articles?limit=1&count=true").json["total"]?.integer ?? articles == articles)
        #expect(await service.stop() == 0)
    }
}

extension TemporaryFolder {
    /// Makes a folder in this one.
    func folder(_ name: String) throws -> String {
        try FileManager.default.createDirectory(atPath: file(name), withIntermediateDirectories: true)
        return file(name)
    }
}
