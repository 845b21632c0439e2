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
        var filter = ImportQuery(states: reader.choices("state", ImportState.self))
        filter.reasons = reader.names("reason", Self.reasonRules)
        filter.path = reader.exactImportPath()
        filter.pathPrefix = reader.importPath("pathPrefix")
        let paging = reader.paging()
        try reader.finish()
        let scope = reader.scope("imports", sort: "")
        let listing = ImportListing(imports: imports, control: control, filter: filter)
        return try await Listing(query: query, page: try paging.request(scope), scope: scope) { page throws(RepositoryError) in
            try await listing.page(page)
        } write: {
            $0.importRecord($1)
        }.answer(call)
    }

    /// A file, as a list that asks for its path shows it.
    func get(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        let row = try await row(try call.id())
        return .json { $0.importRecord(row) }
    }

    private func row(_ id: ResourceID) async throws(RepositoryError) -> ImportRecord {
        // The database may know nothing of one that is on its way.
        if let row = await control.active(id) { return row }
        let row = try await imports.record(id).record
        guard let active = await control.active(row.path), active.id == id else { return row }
        return active
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
        let body = try await call.emptyBody()
        return try await posts.answer(call, body: body, keeping: .afterwards) { _ in
            // Nothing would get through before somebody resumes it.
            if waits, await control.status().reason == ImportStatus.heldReason { throw Self.paused }
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

/// What a person decides about files that the program has given up on, or doesn't dare to.
extension ImportRoutes {
    /// Has one file tried again, although it hasn't changed.
    func retry(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        let id = try call.id()
        let body = try await call.emptyBody()
        return try await posts.answer(call, body: body, keeping: .afterwards) { _ in
            let path = try await imports.record(id).record.path
            guard let taken = try await control.retry(.file(id)) else { throw Self.noFolder }
            if let row = await control.active(path), row.id == id { return .json(status: 202) { $0.importRecord(row) } }
            guard taken > 0 else {
                throw Problem(.conflict, "This file can't be tried again: it is gone.")
            }
            // It may be through already.
            let row = try await imports.record(id).record
            return .json(status: 202) { $0.importRecord(row) }
        }
    }

    /// The states of files that can be tried again.
    private enum Retried: String, CaseIterable {
        case failed, partial, retrying, skipped

        var state: ImportState {
            switch self {
            case .failed: .failed
            case .partial: .partial
            case .retrying: .retrying
            case .skipped: .skipped
            }
        }
    }

    /// Has all files of a state tried again.
    func retryAll(_ call: Call) async throws -> Response {
        var reader = ParameterReader(try call.query())
        let retried = reader.requiredChoice("state", Retried.self)
        let reason = reader.single("reason").flatMap { Self.reasonRules.check($0, at: .parameter("reason"), into: &reader.faults) }
        try reader.finish()
        guard let state = retried?.state else { throw ParameterError(reader.faults) }
        let body = try await call.emptyBody()
        return try await posts.answer(call, body: body, keeping: .afterwards) { _ in
            guard let taken = try await control.retry(.all(state: state, reason: reason)) else { throw Self.noFolder }
            return .json(status: 202) { $0.count("retried", taken) }
        }
    }

    /// Carries out the deletions that are held.
    func confirmDeletes(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        let body = try await call.emptyBody()
        return try await posts.answer(call, body: body, keeping: .afterwards) { _ in
            guard let confirmed = try await control.confirmDeletes() else { throw Self.noFolder }
            return .json(status: 200) { $0.count("confirmed", confirmed) }
        }
    }

    func pause(_ call: Call) async throws -> Response { try await setPaused(true, call) }

    func resume(_ call: Call) async throws -> Response { try await setPaused(false, call) }

    private func setPaused(_ isPaused: Bool, _ call: Call) async throws -> Response {
        try call.refuseParameters()
        let body = try await call.emptyBody()
        return try await posts.answer(call, body: body, keeping: .afterwards) { _ in
            guard await control.setPaused(isPaused) else { throw Self.noFolder }
            let status = await control.status()
            return .json(status: 200) { $0.importStatus(status) }
        }
    }

    private static let paused = Problem(.conflict, "Importing is paused; POST /v1/imports/resume lets it go on.")
    private static let noFolder = Problem(.conflict, "No folder is watched; start the service with --inbox.")
}
