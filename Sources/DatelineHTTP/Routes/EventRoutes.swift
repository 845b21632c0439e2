import DatelineJSON
import DatelineModels
import Hummingbird

struct EventRoutes: Sendable {
    let events: any EventRepository
    let posts: IdempotentPosts
    let requiresIfMatch: Bool

    static let path = "/v1/events"

    func list(_ call: Call) async throws -> Response {
        let query = try call.query()
        var reader = ParameterReader(query)
        let filter = reader.eventFilter()
        let sort = reader.choice("sort", EventSort.self) ?? .newest
        let paging = reader.paging()
        try reader.finish()
        let scope = reader.scope("events", sort: sort.rawValue)
        return try await Listing(query: query, page: try paging.request(scope), scope: scope) { page throws(RepositoryError) in
            try await events.list(EventQuery(filter: filter, sort: sort, page: page))
        } write: {
            $0.event($1)
        }.answer(call)
    }

    func create(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        _ = try ContentType.required(in: call.request.headers, oneOf: [.json])
        let body = try await call.body(limit: call.limits.smallBytes)
        return try await posts.answer(call, body: body) { key in
            let draft = try EventInput.draft(from: try JSONReader.read(body, limits: call.limits.json))
            let recorder = key.map { AnswerRecorder<Event>(key: $0) { Self.answer($0, isNew: true) } }
            return Self.answer(try await events.create(draft, recorder: recorder), isNew: true)
        }
    }

    func get(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        let event = try await events.event(try call.id())
        return try call.answer(version: event.version, moving: event.movingFields) { $0.event(event) }
    }

    func put(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        let id = try call.assignableID()
        let precondition = try call.precondition(isCompulsory: requiresIfMatch)
        let json = try await call.json(limit: call.limits.smallBytes)
        let outcome = try await events.put(id, if: precondition) { current throws(ValidationError) in
            try EventInput.draft(from: json, mode: .replace(id: id, current: current))
        }
        return Response(Self.answer(outcome.resource, isNew: outcome.effect == .created))
    }

    func patch(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        let id = try call.id()
        let precondition = try call.precondition(isCompulsory: requiresIfMatch)
        let patch = try await call.patch(limit: call.limits.smallBytes)
        let event = try await events.update(id, if: precondition) { current throws(ValidationError) in
            try EventInput.draft(patching: current, with: patch)
        }
        return Response(Self.answer(event, isNew: false))
    }

    func delete(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        let id = try call.id()
        try await events.delete(id, if: try call.precondition(isCompulsory: requiresIfMatch))
        return .noContent
    }

    private static func answer(_ event: Event, isNew: Bool) -> RecordedAnswer {
        .written(isNew: isNew, path: "\(path)/\(event.id)", version: event.version, moving: event.movingFields) { $0.event(event) }
    }
}
