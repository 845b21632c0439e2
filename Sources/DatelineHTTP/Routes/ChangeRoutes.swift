import DatelineJSON
import DatelineModels
import Hummingbird

/// `GET /v1/changes`
struct ChangeRoutes: Sendable {
    let changes: any ChangeLog

    func list(_ call: Call) async throws -> Response {
        let query = try call.query()
        var reader = ParameterReader(query)
        let after = reader.integer("after", in: 0...Int64.max) ?? 0
        let limit = Int(reader.integer("limit", in: Paging.limits) ?? Int64(Paging.defaultLimit))
        try reader.finish()
        return try await Listing(query: query, limit: limit) { request throws(RepositoryError) in
            var start = after
            if case .integer(let sequence)? = request.after?.value { start = sequence }
            // One more than asked for says whether there is a next page.
            let found = try await changes.changes(after: start, limit: request.limit + 1)
            let items = Array(found.prefix(request.limit))
            let last = found.count > items.count ? items.last : nil
            return Page(items: items, next: last.map { PageKey(value: .integer($0.sequence), id: $0.id) })
        }.answer(call)
    }
}

extension Listing where Item == Change {
    /// A page of changes is found by the sequence it comes after.
    fileprivate init(
        query: QueryString, limit: Int, fetch: @escaping @Sendable (PageRequest) async throws(RepositoryError) -> Page<Change>
    ) {
        self.init(query: query, page: PageRequest(limit: limit), nextParameter: "after") { key in
            if case .integer(let sequence) = key.value { String(sequence) } else { "" }
        } fetch: { (request) async throws(RepositoryError) in
            try await fetch(request)
        } write: {
            $0.change($1)
        }
    }
}
