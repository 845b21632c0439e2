import DatelineJSON
import DatelineModels
import Hummingbird

struct EntityRoutes: Sendable {
    let entities: any EntityRepository
    let posts: IdempotentPosts
    let requiresIfMatch: Bool

    static let path = "/v1/entities"

    func list(_ call: Call) async throws -> Response {
        let query = try call.query()
        var reader = ParameterReader(query)
        let filter = reader.entityFilter()
        let sort = reader.choice("sort", EntitySort.self) ?? .name
        let paging = reader.paging()
        try reader.finish()
        let scope = reader.scope("entities", sort: sort.rawValue)
        return try await Listing(query: query, page: try paging.request(scope), scope: scope) { page throws(RepositoryError) in
            try await entities.list(EntityQuery(filter: filter, sort: sort, page: page))
        } write: {
            $0.entity($1)
        }.answer(call)
    }

    func create(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        _ = try ContentType.required(in: call.request.headers, oneOf: [.json])
        let body = try await call.body(limit: call.limits.smallBytes)
        return try await posts.answer(call, body: body) { key in
            let draft = try EntityInput.draft(from: try JSONReader.read(body, limits: call.limits.json))
            let recorder = key.map { AnswerRecorder<Entity>(key: $0) { Self.answer($0, isNew: true) } }
            return Self.answer(try await entities.create(draft, recorder: recorder), isNew: true)
        }
    }

    func get(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        let entity = try await entities.entity(try call.id())
        return try call.answer(version: entity.version, moving: entity.movingFields) { $0.entity(entity) }
    }

    func put(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        let id = try call.assignableID()
        let precondition = try call.precondition(isCompulsory: requiresIfMatch)
        let json = try await call.json(limit: call.limits.smallBytes)
        let outcome = try await entities.put(id, if: precondition) { current throws(ValidationError) in
            try EntityInput.draft(from: json, mode: .replace(id: id, current: current))
        }
        return Response(Self.answer(outcome.resource, isNew: outcome.effect == .created))
    }

    func patch(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        let id = try call.id()
        let precondition = try call.precondition(isCompulsory: requiresIfMatch)
        let patch = try await call.patch(limit: call.limits.smallBytes)
        let entity = try await entities.update(id, if: precondition) { current throws(ValidationError) in
            try EntityInput.draft(patching: current, with: patch)
        }
        return Response(Self.answer(entity, isNew: false))
    }

    func delete(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        let id = try call.id()
        try await entities.delete(id, if: try call.precondition(isCompulsory: requiresIfMatch))
        return .noContent
    }

    private static func answer(_ entity: Entity, isNew: Bool) -> RecordedAnswer {
        .written(isNew: isNew, path: "\(path)/\(entity.id)", version: entity.version, moving: entity.movingFields) { $0.entity(entity) }
    }
}
