import DatelineModels
import GRDB

/// What was being parsed when the program came down.
struct LeftClaims {
    private let context: WriteContext

    init(_ context: WriteContext) {
        self.context = context
    }

    /// Counts an attempt for each file that was claimed and has no outcome.
    func takeUp(_ rootKey: Int64) throws {
        let db = context.db
        let files = ImportFiles(db)
        var paths: [ImportPath] = []
        try db.forEachRow(of: SQLText("SELECT path FROM import_claim WHERE root_key = ? ORDER BY path", .integer(rootKey))) {
            paths.append(ImportPath(bytes: $0.blob(0)))
        }
        guard !paths.isEmpty else { return }
        let time = context.now()
        for path in paths {
            if let place = try files.place(path, rootKey) {
                try db.run(
                    "UPDATE import_file SET state = 'importing', attempts = attempts + 1, updated_at = ? WHERE file_key = ?",
                    [time.milliseconds, place.key]
                )
                if place.state == .missing { try ArticleSources(context).returned(place.key) }
            } else {
                var record = ImportRecord(id: context.makeID(), path: path, state: .importing, firstSeenAt: time)
                record.attempts = 1
                _ = try files.insert(record, rootKey)
            }
        }
        try db.run("DELETE FROM import_claim WHERE root_key = ?", [rootKey])
    }
}
