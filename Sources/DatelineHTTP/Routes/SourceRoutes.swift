import DatelineJSON
import DatelineModels
import Hummingbird

struct SourceRoutes: Sendable {
    let sources: any SourceRepository
    let requiresIfMatch: Bool

    func list(_ call: Call) async throws -> Response {
        let query = try call.query()
        var reader = ParameterReader(query)
        let paging = reader.paging()
        try reader.finish()
        let scope = reader.scope("sources", sort: "")
        return try await Listing(query: query, page: try paging.request(scope), scope: scope) { page throws(RepositoryError) in
            try await sources.list(page)
        } write: {
            $0.source($1)
        }.answer(call)
    }

    func get(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        let source = try await sources.source(Folding.fold(call.name("name")))
        return try call.answer(version: source.version, moving: source.movingFields) { $0.source(source) }
    }

    func patch(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        let folded = Folding.fold(call.name("name"))
        let precondition = try call.precondition(isCompulsory: requiresIfMatch)
        let patch = try await call.patch(limit: call.limits.smallBytes)
        let source = try await sources.update(folded, if: precondition) { current throws(ValidationError) in
            try current.dateHabits(patchedWith: patch)
        }
        return Response(.resource(status: 200, version: source.version, moving: source.movingFields) { $0.source(source) })
    }
}
