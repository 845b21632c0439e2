import DatelineModels

/// The files on their way in pages, in the order of their paths.
struct ActiveImports: Sendable {
    private let control: any ImportControl
    private let states: Set<ImportState>
    private let prefix: ImportPath?

    /// Files in these states may have no row yet, or an older one.
    private static let activeStates: Set<ImportState> = [.waiting, .queued, .importing]
    /// Rows looked at together while they are counted.
    private static let countedPage = 1000

    /// nil where anything else is asked for.
    init?(control: any ImportControl, filter: ImportQuery) {
        let states = Set(filter.states)
        guard !states.isEmpty, states.isSubset(of: Self.activeStates), filter.reasons.isEmpty, filter.path == nil else { return nil }
        self.control = control
        self.states = states
        prefix = filter.pathPrefix
    }

    func page(_ request: PageRequest) async -> Page<ImportRecord> {
        let after = request.after.flatMap(Self.place)
        let rows = await rows(after: after, limit: request.limit + 1)
        let total = request.counts ? await count() : nil
        let shown = Array(rows.prefix(request.limit))
        guard rows.count > request.limit, let last = shown.last else { return Page(items: shown, next: nil, total: total) }
        let key = PageKey(placeOf: last)
        // A cut path stands before its own file, which is then shown again; where nothing else would come, the list ends.
        let isOnward = if let after, let place = Self.place(key) { place > after } else { true }
        return Page(items: shown, next: isOnward ? key : nil, total: total)
    }

    private func rows(after: ImportPath?, limit: Int) async -> [ImportRecord] {
        var rows: [ImportRecord] = []
        var after = after
        if after == nil, let prefix {
            // Every other path with this beginning comes after the one that is nothing else.
            if let row = await control.active(prefix), states.contains(row.state) { rows.append(row) }
            after = prefix
        }
        rows += await control.active(states: states, after: after, limit: limit - rows.count)
            .prefix { row in prefix.map { row.path.bytes.starts(with: $0.bytes) } ?? true }
        return rows
    }

    private func count() async -> Int {
        guard prefix != nil else {
            let counts = await control.status().counts
            return states.reduce(0) { $0 + (counts[$1] ?? 0) }
        }
        var count = 0
        var after: ImportPath?
        while true {
            let rows = await rows(after: after, limit: Self.countedPage)
            count += rows.count
            guard rows.count == Self.countedPage, let last = rows.last else { return count }
            after = last.path
        }
    }

    private static func place(_ key: PageKey) -> ImportPath? {
        guard case .bytes(let bytes) = key.value else { return nil }
        return ImportPath(bytes: bytes)
    }
}
