import Crypto
import Foundation
import GRDB

/// One thing that was looked at.
public struct CheckedPart: Sendable, Hashable {
    /// What it is, in a few words; names the table.
    public let name: String
    /// How many rows were gone through; nil where none are counted.
    public let rows: Int64?
    /// What is wrong; empty: nothing.
    public let faults: [String]
    /// Whether it is made of the other parts, so that ``StoreRepair`` can make it anew.
    public let isRepairable: Bool
}

/// Goes through a whole database and tells what is wrong with it. Only reads, so it may be run beside a service.
public struct StoreCheck: Sendable {
    private let path: String

    public init(of path: String) {
        self.path = path
    }

    /// Has a service take the file again that has noted that it is damaged. To be called where ``run(_:)`` has found nothing.
    ///
    /// - Throws: `.io` where the note can't be removed.
    public func clearDamage() throws(StoreOpenError) {
        guard DamageMark(of: path).remove() else {
            throw .io(path: path, reason: "\(path).damaged, which says that it was damaged, can't be removed; remove it")
        }
    }

    /// - Parameter report: called with each part as soon as it has been gone through.
    /// - Throws: ``StoreOpenError`` where the file can't be read as a database at all, or was changed by other means than a
    ///   service's writes (`.io`).
    public func run(_ report: (CheckedPart) -> Void) throws(StoreOpenError) {
        let database = try ReadOnlyDatabase(path: path)
        defer { database.close() }
        let pages = Self.part("pages and indexes", isRepairable: false) {
            try database.read(needsSchema: false) { (nil, try StoreFaults.ofPages($0)) }
        }
        report(pages)
        try OpenedDatabase.translating(path) {
            try database.read { db in
                for part in Self.parts(db) { report(part) }
            }
        }
        guard database.isUnchanged else {
            throw .io(path: path, reason: "it was opened, closed or replaced while it was checked; check again")
        }
    }

    private static func parts(_ db: Database) -> some Sequence<CheckedPart> {
        let checks: [(String, () throws -> (Int64?, [String]))] =
            [
                ("references between tables", { (nil, try StoreFaults.ofReferences(db)) }),
                ("log of changes (change)", { try changeLog(db) }),
            ] + LinkRule.all.map { rule in (rule.name, { try rule.run(db) }) } + [
                ("content hashes (article)", { try ContentCheck.run(db) }),
                ("kept pages (raw_content)", { try KeptContentCheck.run(db) }),
                ("first answers (idempotency_answer)", { try KeptAnswers.check(db) }),
            ]
        let indexes = [TextIndexCheck.articles, .events].lazy.map { index in
            part("full text (\(index.index))", isRepairable: true) { try index.run(db) }
        }
        return [
            AnySequence(checks.lazy.map { name, check in part(name, isRepairable: false, check) }), AnySequence(indexes),
        ].lazy.joined()
    }

    /// A part that can't even be read is faulty; the others are still looked at.
    private static func part(_ name: String, isRepairable: Bool, _ check: () throws -> (Int64?, [String])) -> CheckedPart {
        do {
            let (rows, faults) = try check()
            return CheckedPart(name: name, rows: rows, faults: faults, isRepairable: isRepairable)
        } catch let error as DatabaseError {
            let reason = error.message ?? "SQLite \(error.extendedResultCode.rawValue)"
            return CheckedPart(name: name, rows: nil, faults: ["can't be read: \(reason)"], isRepairable: isRepairable)
        } catch {
            return CheckedPart(name: name, rows: nil, faults: ["can't be read: \(error)"], isRepairable: isRepairable)
        }
    }

    private static func changeLog(_ db: Database) throws -> (Int64?, [String]) {
        let row = try db.row("SELECT count(*), ifnull(max(sequence) - min(sequence) + 1, 0) FROM change")
        let (count, span): (Int64, Int64) = row.map { ($0[0], $0[1]) } ?? (0, 0)
        return (count, count == span ? [] : ["\(span - count) entries are missing in between"])
    }
}

/// Whether the hash kept of each article is that of its text.
enum ContentCheck {
    static func run(_ db: Database) throws -> (Int64?, [String]) {
        var count: Int64 = 0
        var wrong = 0
        let articles = SQLText(
            """
            SELECT article.headline, article_body.body, hex(article.content_hash)
            FROM article LEFT JOIN article_body ON article_body.article_key = article.article_key
            """)
        try db.forEachRow(of: articles) { row in
            var hash = SHA256()
            hash.update(bufferPointer: UnsafeRawBufferPointer(row.bytes(0)))
            hash.update(data: [10])
            hash.update(bufferPointer: UnsafeRawBufferPointer(row.bytes(1)))
            count += 1
            let digest = hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
            if digest != row.text(2) { wrong += 1 }
        }
        return (count, wrong == 0 ? [] : ["\(wrong) articles have a text that isn't the one that was stored"])
    }
}
