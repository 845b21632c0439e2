import DatelineJSON
import DatelineModels
import HTTPTypes
import Hummingbird
import NIOCore

/// What the service says of itself.
struct ServiceRoutes: Sendable {
    let health: any StoreHealth
    let version: String
    /// Writes down all figures, as they are now.
    let exposition: HTTPConfiguration.Exposition
    let warnings: @Sendable () -> [ServiceWarning]

    static let collections = ["articles", "entities", "events", "tags", "sources", "changes", "imports"]

    func index(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        return .json { writer in
            writer.beginObject()
            writer.member("name", string: "dateline")
            writer.member("version", string: version)
            writer.key("resources")
            writer.beginObject()
            for name in Self.collections { writer.member(name, string: "/v1/\(name)") }
            writer.endObject()
            writer.endObject()
        }
    }

    /// That the process answers; whether the store can be used is another question.
    func live(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        return Self.ok
    }

    func ready(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        try await health.check()
        let warnings = warnings()
        return .json { writer in
            writer.beginObject()
            writer.member("status", string: "ok")
            if !warnings.isEmpty {
                writer.key("warnings")
                writer.beginArray()
                for warning in warnings {
                    writer.beginObject()
                    writer.member("part", string: warning.part)
                    writer.member("detail", string: warning.detail)
                    writer.endObject()
                }
                writer.endArray()
            }
            writer.endObject()
        }
    }

    /// For Prometheus, in its text format.
    func metrics(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        var response = Self.text(await exposition(), .plainTextUTF8)
        response.headers[.contentType] = "text/plain; version=0.0.4; charset=utf-8"
        return response
    }

    func openAPIYAML(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        return Self.text(OpenAPIDocument.yaml, .yaml)
    }

    func openAPIJSON(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        return Self.text(OpenAPIDocument.json, .json)
    }

    /// Where the `type` of a problem leads.
    func problem(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        guard let slug = Problem.Slug(rawValue: call.name("slug")) else { throw RepositoryError.notFound }
        return Self.text("\(slug.title) (\(slug.status.code))\n\n\(slug.explanation)\n", .plainTextUTF8)
    }

    private static var ok: Response {
        .json { writer in
            writer.beginObject()
            writer.member("status", string: "ok")
            writer.endObject()
        }
    }

    private static func text(_ text: String, _ type: ContentType) -> Response {
        Response(status: .ok, headers: [.contentType: type.description], body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}
