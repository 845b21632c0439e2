import DatelineModels

/// The files of the watched folder in pages: what the ledger has of them and, where files on their way are asked for, those that it
/// doesn't have yet.
struct ImportListing: Sendable {
    let imports: any ImportLedger
    let control: any ImportControl
    let filter: ImportQuery

    func page(_ request: PageRequest) async throws(RepositoryError) -> Page<ImportRecord> {
        if let active = ActiveImports(control: control, filter: filter) { return await active.page(request) }
        if let path = filter.path, request.after == nil, let row = await control.active(path) {
            let items = matches(row) ? [row] : []
            return Page(items: items, next: nil, total: request.counts ? items.count : nil)
        }
        var query = filter
        query.page = request
        return try await imports.list(query)
    }

    private func matches(_ row: ImportRecord) -> Bool {
        (filter.states.isEmpty || filter.states.contains(row.state))
            && (filter.reasons.isEmpty || row.reason.map(filter.reasons.contains) == true)
            && filter.pathPrefix.map { row.path.bytes.starts(with: $0.bytes) } != false
    }
}

extension ParameterReader {
    /// A path is compared byte by byte; it may hold what names of files may hold.
    mutating func importPath(_ name: String) -> ImportPath? {
        guard let text = single(name) else { return nil }
        guard (1...4096).contains(text.utf8.count), !text.utf8.contains(0) else {
            add(name, .format, "A path of 1 to 4096 bytes without NUL is needed.")
            return nil
        }
        return ImportPath(bytes: Array(text.utf8))
    }
}
