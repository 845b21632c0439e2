import DatelineModels

/// How much of a list is wanted, and from where.
struct Paging: Sendable {
    static let limits: ClosedRange<Int64> = 1...200
    static let defaultLimit = 50
    /// The parameters that say which part or form of the matches is wanted, not which items match.
    static let parameters: Set<String> = ["limit", "cursor", "count", "fields", "include", "sort"]

    let limit: Int
    let counts: Bool
    let cursor: String?

    /// - Throws: ``ParameterError`` where the cursor isn't one of this resource, order and filter.
    func request(_ scope: Cursor.Scope) throws(ParameterError) -> PageRequest {
        guard let cursor else { return PageRequest(limit: limit, counts: counts) }
        guard let key = Cursor.decode(cursor, scope: scope) else {
            throw ParameterError("cursor", .format, "This is no cursor of this list; start again without one.")
        }
        return PageRequest(limit: limit, after: key, counts: counts)
    }
}

extension ParameterReader {
    mutating func paging() -> Paging {
        Paging(
            limit: Int(integer("limit", in: Paging.limits) ?? Int64(Paging.defaultLimit)), counts: flag("count"), cursor: single("cursor"))
    }

    /// What a cursor of this list belongs to.
    func scope(_ resource: String, sort: String) -> Cursor.Scope {
        Cursor.Scope(resource: resource, sort: sort, filter: query.replacing(Paging.parameters))
    }
}
