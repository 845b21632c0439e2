import GRDB

/// Makes anew what is made of other rows and can be lost without loss: the full-text indexes. What people and files said isn't touched.
public struct StoreRepair: Sendable {
    private let path: String

    public init(of path: String) {
        self.path = path
    }

    /// All of it in one transaction: killed or out of room in between, the indexes are as they were.
    ///
    /// - Returns: the names of the indexes.
    /// - Throws: ``StoreOpenError``; `.locked` while another process has the database, `.damaged` where more is broken than an index.
    public func run() throws(StoreOpenError) -> [String] {
        try ReadOnlyDatabase.checkFile(path)
        let mark = DamageMark(of: path)
        let damage = mark.reason(of: try Incarnation(ofFile: path))
        // Opening gives the file another incarnation; what it is marked for counts until a check has found nothing.
        defer {
            if let damage, let incarnation = try? Incarnation(ofFile: path) { mark.set(incarnation, damage) }
        }
        let opened = try OpenedDatabase(.file(path), acceptsLoss: false, isRepair: true)
        let indexes = [TextIndexCheck.articles, .events].map(\.index)
        do throws(StoreOpenError) {
            try opened.translating {
                try opened.database.writeWithoutTransaction { db in
                    try ReadOnlyDatabase.checkSchema(db, path)
                    try db.inTransaction(.immediate) {
                        for index in indexes { try db.execute(sql: "INSERT INTO \(index) (\(index)) VALUES ('rebuild')") }
                        return .commit
                    }
                }
            }
        } catch {
            // What a failed sync may have left in the log is for the next start to look through.
            try? opened.close(movesLog: false)
            throw error
        }
        try opened.close()
        return indexes
    }
}
