import DatelineJSON
import DatelineModels
import Hummingbird

struct ImportRoutes: Sendable {
    let imports: any ImportLedger
    let control: any ImportControl
    let posts: IdempotentPosts

    private static let reasonRules = TextRules(length: 1...100)

    func list(_ call: Call) async throws -> Response {
        let query = try call.query()
        var reader = ParameterReader(query)
        var importQuery = ImportQuery(states: reader.choices("state", ImportState.self))
        importQuery.reasons = reader.names("reason", Self.reasonRules)
        importQuery.path = reader.importPath("path")
        importQuery.pathPrefix = reader.importPath("pathPrefix")
        let paging = reader.paging()
        try reader.finish()
        let scope = reader.scope("imports", sort: "")
        let filter = importQuery
        return try await Listing(query: query, page: try paging.request(scope), scope: scope) { page throws(RepositoryError) in
            var paged = filter
            paged.page = page
            return try await imports.list(paged)
        } write: {
            $0.importRecord($1)
        }.answer(call)
    }

    func status(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        let status = await control.status()
        return .json { $0.importStatus(status) }
    }

    /// With `wait` a barrier: 200 once everything that lay in the folder is dealt with.
    func scan(_ call: Call) async throws -> Response {
        var reader = ParameterReader(try call.query())
        let waits = reader.flag("wait")
        let timeout = reader.integer("timeout", in: 1...600) ?? 60
        try reader.finish()
        let body = try await call.body(limit: Call.smallLimit)
        return try await posts.answer(call, body: body, keeping: .afterwards) { _ in
            let isReached = await control.scan(waitingAtMost: waits ? .seconds(timeout) : nil)
            let status = await control.status()
            guard isReached else { throw Self.timeout(status) }
            return .json(status: waits ? 200 : 202) { $0.importStatus(status) }
        }
    }

    private static func timeout(_ status: ImportStatus) -> Problem {
        var problem = Problem(.timeout, "Not everything that lay in the folder was dealt with in time.")
        var writer = JSONWriter()
        writer.importStatus(status)
        problem.members = [(name: "import", json: writer.bytes)]
        return problem
    }
}

extension ParameterReader {
    /// A path is compared byte by byte; it may hold what names of files may hold.
    fileprivate mutating func importPath(_ name: String) -> ImportPath? {
        guard let text = single(name) else { return nil }
        guard (1...4096).contains(text.utf8.count), !text.utf8.contains(0) else {
            add(name, .format, "A path of 1 to 4096 bytes without NUL is needed.")
            return nil
        }
        return ImportPath(bytes: Array(text.utf8))
    }
}
