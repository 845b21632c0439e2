import DatelineModels
import GRDB

extension WriteContext {
    /// The key of a tag, made if it is new; the first spelling stays.
    func tagKey(_ tag: TagName) throws -> Int64 {
        // Most are known; what is unique is still for the schema to say.
        if let known = try db.integer(Self.tagByName, [tag.folded]) { return known }
        let time = now()
        let id = makeID().blob
        let made = try db.integer(
            """
            INSERT INTO tag (id, version, name, folded, created_at, updated_at) VALUES (?, 1, ?, ?, ?, ?)
            ON CONFLICT (folded) DO NOTHING RETURNING tag_key
            """,
            [id, tag.text, tag.folded, time.milliseconds, time.milliseconds]
        )
        if let made {
            try record(.created, .tag, id, version: 1, at: time)
            return made
        }
        return try existing(Self.tagByName, tag.folded)
    }

    func tagKeys(_ tags: [TagName]) throws -> Set<Int64> {
        var keys: Set<Int64> = []
        for tag in tags { keys.insert(try tagKey(tag)) }
        return keys
    }

    /// The key of an outlet, made if it is new; the first spelling stays.
    ///
    /// - Parameter folded: where it is known already.
    func sourceKey(_ name: String, folded: String? = nil) throws -> Int64 {
        let folded = folded ?? Folding.fold(name)
        if let known = try knownSourceKey(folded: folded) { return known }
        let time = now()
        let id = makeID().blob
        let made = try db.integer(
            """
            INSERT INTO source (id, version, name, folded, created_at, updated_at) VALUES (?, 1, ?, ?, ?, ?)
            ON CONFLICT (folded) DO NOTHING RETURNING source_key
            """,
            [id, name, folded, time.milliseconds, time.milliseconds]
        )
        if let made {
            try record(.created, .source, id, version: 1, at: time)
            return made
        }
        return try existing(Self.sourceByName, folded)
    }

    func knownSourceKey(folded: String) throws -> Int64? {
        try db.integer(Self.sourceByName, [folded])
    }

    private static let tagByName = "SELECT tag_key FROM tag WHERE folded = ?"
    private static let sourceByName = "SELECT source_key FROM source WHERE folded = ?"

    private func existing(_ sql: String, _ folded: String) throws -> Int64 {
        guard let key = try db.integer(sql, [folded]) else {
            throw RepositoryError.unavailable(.storageError, cause: "a name is neither new nor stored")
        }
        return key
    }
}
