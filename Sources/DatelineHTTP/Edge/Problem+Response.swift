public import DatelineJSON
import DatelineModels
import HTTPTypes
public import Hummingbird
import NIOCore

extension Problem {
    /// Writes the problem as one JSON object (RFC 9457 §3.1), also where it is a part of an answer, as in a batch.
    public func write(into writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("type", string: "/problems/\(slug.rawValue)")
        writer.member("title", string: slug.title)
        writer.member("status", integer: status.code)
        writer.member("detail", string: detail)
        if let instance { writer.member("instance", string: instance) }
        if let reason { writer.member("reason", string: reason) }
        if let existing { writer.member("existing", string: existing.description) }
        for member in members {
            writer.key(member.name)
            writer.raw(member.json)
        }
        if !faults.isEmpty { writeFaults(into: &writer) }
        writer.endObject()
    }

    private func writeFaults(into writer: inout JSONWriter) {
        writer.key("errors")
        writer.beginArray()
        for fault in faults.prefix(Faults.kept) {
            writer.beginObject()
            switch fault.location {
            case .pointer(let pointer): writer.member("pointer", string: pointer)
            case .parameter(let name): writer.member("parameter", string: name)
            }
            writer.member("code", string: fault.code.rawValue)
            writer.member("detail", string: fault.detail)
            writer.endObject()
        }
        writer.endArray()
        if faultCount > min(faults.count, Faults.kept) { writer.member("errorCount", integer: faultCount) }
    }

    /// The whole answer: status, header fields and `application/problem+json`.
    public func response() -> Response {
        var writer = JSONWriter(capacity: 512)
        write(into: &writer)
        var fields = headers
        fields[.contentType] = ContentType.problem.description
        if slug == .methodNotAllowed { fields[.allow] = allow.map(\.rawValue).joined(separator: ", ") }
        if let retryAfter { fields[.retryAfter] = String(retryAfter) }
        if slug == .unauthorized, fields[.wwwAuthenticate] == nil { fields[.wwwAuthenticate] = "Bearer" }
        return Response(status: status, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(bytes: writer.bytes)))
    }
}
