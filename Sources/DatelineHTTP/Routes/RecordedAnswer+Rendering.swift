import DatelineJSON
import DatelineModels
import HTTPTypes
import Hummingbird
import NIOCore

extension RecordedAnswer {
    /// A JSON answer.
    static func json(status: Int, headers: [(String, String)] = [], _ write: (inout JSONWriter) -> Void) -> Self {
        var writer = JSONWriter(capacity: 1024)
        write(&writer)
        return Self(status: status, headers: [("Content-Type", ContentType.json.description)] + headers, body: writer.bytes)
    }

    /// A whole resource with its `ETag`.
    static func resource(status: Int, version: Int, moving: [String] = [], _ write: (inout JSONWriter) -> Void) -> Self {
        json(status: status, headers: [("ETag", EntityTag.text(version, moving: moving))], write)
    }

    /// A resource that a write made, or left.
    ///
    /// - Parameter path: where it is from now on.
    static func written(isNew: Bool, path: String, version: Int, moving: [String] = [], _ write: (inout JSONWriter) -> Void) -> Self {
        var answer = resource(status: isNew ? 201 : 200, version: version, moving: moving, write)
        if isNew { answer.headers.append(("Location", path)) }
        return answer
    }

    /// A problem as it is kept for repetitions of the request.
    init(_ problem: Problem) {
        var writer = JSONWriter(capacity: 512)
        problem.write(into: &writer)
        self.init(
            status: problem.status.code, headers: [("Content-Type", ContentType.problem.description)], body: writer.bytes
        )
    }
}

extension Response {
    init(_ answer: RecordedAnswer) {
        var headers = HTTPFields()
        for (name, value) in answer.headers {
            if let name = HTTPField.Name(name) { headers.append(HTTPField(name: name, value: value)) }
        }
        self.init(status: .init(code: answer.status), headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: answer.body)))
    }

    static func json(_ status: HTTPResponse.Status = .ok, headers: [(String, String)] = [], _ write: (inout JSONWriter) -> Void) -> Response
    {
        Response(RecordedAnswer.json(status: status.code, headers: headers, write))
    }

    static var noContent: Response { Response(status: .noContent) }
}
