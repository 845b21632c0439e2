import DatelineJSON
import DatelineModels
import HTTPTypes
import Hummingbird

/// One request in the hands of its handler.
struct Call: Sendable {
    let request: Request
    let context: DatelineRequestContext
    /// The content type of the answer that the client likes best of those the route offers.
    let accepted: ContentType

    /// What a request may cost.
    var limits: ServiceLimits { context.workplace.limits }

    /// The query string, decoded.
    func query() throws(ParameterError) -> QueryString {
        try QueryString(request.uri.query ?? "")
    }

    /// For routes that take no parameters.
    func refuseParameters() throws(ParameterError) {
        var reader = ParameterReader(try query())
        try reader.finish()
    }

    /// A part of the path, decoded once.
    func name(_ parameter: String) -> String {
        context.pathParameter(parameter)
    }

    /// An id in the path; one of another form names nothing.
    func id(_ parameter: String = "id") throws -> ResourceID {
        guard let id = ResourceID(name(parameter)) else { throw RepositoryError.notFound }
        return id
    }

    /// The id in the path under which a `PUT` may create.
    func assignableID() throws -> ResourceID {
        let id = try id()
        guard id.isAssignable else {
            throw ValidationError(faults: [
                Fault(.parameter("id"), .format, "An id to be given to a resource is a UUID of the variant of RFC 9562.")
            ])
        }
        return id
    }

    func conditions() throws(ParameterError) -> ConditionalHeaders {
        try ConditionalHeaders(ifMatch: request.headers[values: .ifMatch], ifNoneMatch: request.headers[values: .ifNoneMatch])
    }

    /// What a change demands of the version it replaces.
    ///
    /// - Throws: 428 where the service wants one and none is given.
    func precondition(isCompulsory: Bool) throws -> Precondition {
        let precondition = try conditions().precondition()
        guard !isCompulsory || precondition.ifMatch != nil || precondition.mustBeNew else {
            throw Problem(.preconditionRequired, "If-Match with the version last seen is needed here.")
        }
        return precondition
    }

    /// The JSON document in the body.
    /// - Parameter limit: bytes; nil: those of an article.
    func json(_ types: [ContentType] = [.json], limit: Int? = nil) async throws -> JSONValue {
        _ = try ContentType.required(in: request.headers, oneOf: types)
        return try await readJSON(request, limit: limit ?? limits.documentBytes, context: context, limits: limits.json)
    }

    /// The merge patch in the body.
    func patch(limit: Int? = nil) async throws -> JSONValue {
        try await json([.mergePatch, .json], limit: limit)
    }

    /// Runs a read of the store that goes through a set, when its turn has come.
    /// - Parameter isHeavy: whether it may go through all of it.
    func read<Value>(
        isHeavy: Bool, _ body: () async throws(RepositoryError) -> Value
    ) async throws(RepositoryError) -> Value {
        let lanes = context.workplace.lanes
        return try await (isHeavy ? lanes.heavy : lanes.lists).run(for: context.client, body)
    }

    func body(limit: Int) async throws -> [UInt8] {
        try await readBody(request, limit: limit, context: context)
    }

    /// The body of a request that says everything by its address: none, or an object without fields, as clients send it that always send JSON.
    ///
    /// - Throws: 415, 400 or 422 where there is something else.
    func emptyBody() async throws -> [UInt8] {
        let body = try await body(limit: limits.smallBytes)
        guard !body.isEmpty else { return body }
        _ = try ContentType.required(in: request.headers, oneOf: [.json])
        var faults = Faults()
        if var reader = ObjectReader(try JSONReader.read(body, limits: limits.json), faults: &faults) {
            reader.finish(known: [])
            faults = reader.faults
        }
        try faults.throwIfAny()
        return body
    }

    /// A single resource with its version, or 304 where the client has it.
    func answer(version: Int, moving: [String] = [], _ write: (inout JSONWriter) -> Void) throws -> Response {
        let conditions = try conditions()
        if let ifMatch = conditions.ifMatch, !Precondition(ifMatch: ifMatch).holds(for: version) {
            throw RepositoryError.preconditionFailed
        }
        if conditions.isCurrent(version, moving: moving) {
            return Response(status: .notModified, headers: [.eTag: EntityTag.text(version, moving: moving)])
        }
        return Response(.resource(status: 200, version: version, moving: moving, write))
    }
}
