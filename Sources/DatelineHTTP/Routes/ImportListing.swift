import DatelineModels
import Foundation

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
    /// In bytes; what lies deeper is found by its id, since a request's target has no room for it.
    private static let longestPath = 8000

    /// A path is compared byte by byte; it may hold what names of files may hold.
    mutating func importPath(_ name: String) -> ImportPath? {
        single(name).flatMap { checkedPath(Array($0.utf8), name) }
    }

    /// The path of one file, which can only be said in base64 where it isn't UTF-8.
    mutating func exactImportPath() -> ImportPath? {
        let path = importPath("path")
        let name = "pathBase64"
        guard let text = single(name) else { return path }
        if query.items.contains(where: { $0.name == "path" }) {
            add(name, .inconsistent, "Only one of path and pathBase64 can be asked for.")
            return nil
        }
        // In a query a bare plus stands for a space.
        guard text.utf8.count <= Self.longestPath, let data = Data(base64Encoded: text.replacing(" ", with: "+")) else {
            add(name, .format, "At most \(Self.longestPath) bytes of base64 with padding are needed, as a file's pathBase64 has it.")
            return nil
        }
        return checkedPath(Array(data), name)
    }

    private mutating func checkedPath(_ bytes: [UInt8], _ name: String) -> ImportPath? {
        guard (1...Self.longestPath).contains(bytes.count), !bytes.contains(0) else {
            add(name, .format, "A path of 1 to \(Self.longestPath) bytes without NUL is needed.")
            return nil
        }
        return ImportPath(bytes: bytes)
    }
}
