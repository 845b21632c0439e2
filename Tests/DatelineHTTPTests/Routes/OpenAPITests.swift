@testable import DatelineHTTP
import DatelineModels
import DatelineSQLite
import Foundation
import HTTPTypes
import Testing
import Yams

/// The description and the program say the same.
@Suite struct OpenAPITests {
    private static let methods = ["get", "post", "put", "patch", "delete"]

    private static var file: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../openapi.yaml").standardizedFileURL
    }

    private func description() throws -> [String: Any] {
        try #require(try Yams.load(yaml: String(contentsOf: Self.file, encoding: .utf8)) as? [String: Any])
    }

    private func table() throws -> RouteTable {
        let store = try SQLiteStore(at: .memory, now: { Timestamp(milliseconds: 0) }, makeID: { ResourceID(high: 0, low: 1 << 63) })
        let stores = Stores(
            articles: store.articles, entities: store.entities, events: store.events, tags: store.tags, sources: store.sources,
            changes: store.changes, answers: store.answers, imports: store.imports, importControl: InactiveImport(),
            rawFiles: StubRawFiles(), readings: store.readings, rereads: InactiveRereads(), health: store.health
        )
        return HTTPService(stores: stores, version: "0").routes
    }

    private func routes() throws -> Set<String> {
        Set(try table().routes.map { "\($0.method.rawValue) \($0.pattern)" })
    }

    @Test func routes_thatChangeNothing_areThoseToGet_andThePreview() throws {
        let unchanging = try table().routes.filter { !$0.isChange }
        #expect(unchanging.filter { $0.method != .get }.map(\.pattern) == ["/v1/imports/preview"])
        #expect(try table().routes.allSatisfy { !($0.method == .get && $0.isChange) })
    }

    @Test func paths_describedAndRouted_areTheSame() throws {
        let paths = try #require(try description()["paths"] as? [String: [String: Any]])
        var described: Set<String> = []
        for (path, operations) in paths {
            for method in Self.methods where operations[method] != nil { described.insert("\(method.uppercased()) \(path)") }
        }
        let routed = try routes()
        #expect(described.count > 40)
        #expect(described.subtracting(routed).isEmpty, "described but not there: \(described.subtracting(routed).sorted())")
        #expect(routed.subtracting(described).isEmpty, "there but not described: \(routed.subtracting(described).sorted())")
    }

    /// A comma in a description without quotes ends it, and makes a member without a value of the rest.
    @Test func schemas_haveNoMemberWithoutValue() throws {
        let components = try #require(try description()["components"] as? [String: Any])
        var empty: [String] = []
        var visited = 0
        func visit(_ value: Any, _ path: String) {
            visited += 1
            if let object = value as? [String: Any] { for (name, value) in object { visit(value, path + "/" + name) } }
            if let array = value as? [Any] { for value in array { visit(value, path) } }
            if value is NSNull { empty.append(path) }
        }
        visit(try #require(components["schemas"]), "")
        #expect(visited > 1000 && empty.filter { !$0.hasSuffix("/enum") }.isEmpty, "\(empty)")
    }

    @Test func operations_each_haveIdentityExampleOrSchemaAndProblem() throws {
        let paths = try #require(try description()["paths"] as? [String: [String: Any]])
        var identities: Set<String> = []
        for (path, operations) in paths {
            for method in Self.methods {
                guard let operation = operations[method] as? [String: Any] else { continue }
                let identity = try #require(operation["operationId"] as? String, "\(method) \(path)")
                #expect(identities.insert(identity).inserted, "\(identity) twice")
                let responses = try #require(operation["responses"] as? [String: Any], "\(method) \(path)")
                #expect(responses.keys.contains { $0.hasPrefix("2") }, "\(method) \(path)")
                // Of everything but signs of life a token may be wanted, and be counted.
                for status in ["401", "429"] { #expect((responses[status] != nil) == (path != "/livez"), "\(method) \(path) \(status)") }
            }
        }
    }

    @Test func embedded_document_isTheFile() throws {
        let text = try String(contentsOf: Self.file, encoding: .utf8)
        #expect(OpenAPIDocument.yaml == text, "run scripts/embed-openapi")
        let embedded = try #require(try JSONSerialization.jsonObject(with: Data(OpenAPIDocument.json.utf8)) as? NSDictionary)
        let paths = try #require(try description()["paths"] as? [String: Any])
        #expect(Set((embedded["paths"] as? [String: Any])?.keys.map { $0 } ?? []) == Set(paths.keys))
        #expect(embedded["openapi"] as? String == "3.1.0")
    }
}
