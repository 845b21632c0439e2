import DatelineModels
import GRDB
import Synchronization
import Testing

@testable import DatelineSQLite

/// Every statement that the ledger runs is looked at with EXPLAIN QUERY PLAN.
@Suite struct ImportPlanTests {
    @Test func plans_everyOutcomeAndQuery_searchByIndex() async throws {
        let open = try OpenStore(.memory)
        let ledger = open.store.imports
        let database = open.store.opened.database
        let statements = Statements()
        try await Self.fill(ledger)
        // What the planner knows of the rows must not be what makes the difference.
        for isAnalyzed in [false, true] {
            try await database.writeWithoutTransaction { db in
                if isAnalyzed { try db.execute(sql: "ANALYZE") }
                db.trace { event in
                    if case .statement(let statement) = event { statements.add(statement.sql) }
                }
            }
            try await Self.readEverything(ledger)
            try await Self.writeEverything(ledger)
            try await database.writeWithoutTransaction { $0.trace(options: []) }
        }
        let all = statements.all
        #expect(all.count > 60)
        for sql in all {
            let plan = try await Self.plan(sql, database)
            for step in plan where step.hasPrefix("SCAN ") { #expect(Self.mayScan(step, sql), "\(step) in \(sql)") }
            let sorts = plan.contains { $0.hasPrefix("USE TEMP B-TREE FOR") }
            #expect(!sorts || Self.maySort(sql), "\(plan) in \(sql)")
            #expect(!plan.contains { $0.contains("AUTOMATIC") }, "\(plan) in \(sql)")
        }
        try await open.store.close()
    }

    /// The whole list, in the order of an index; and what is no table.
    private static func mayScan(_ step: String, _ sql: String) -> Bool {
        if step.contains("CONSTANT ROW") || step.contains("VIRTUAL TABLE") || step.contains("json_each") { return true }
        guard sql.contains("FROM import_file WHERE TRUE") else { return false }
        return step.contains("INDEX import_file_by_path") || sql.contains("count(*)") && step.contains("USING COVERING INDEX")
    }

    /// Few rows: the articles of one file, and what lies or lay at one path.
    private static func maySort(_ sql: String) -> Bool {
        sql.contains("FROM article_file AS l CROSS JOIN article AS a") || sql.contains("path = ? OR origin = ?")
    }

    private static func plan(_ sql: String, _ database: any DatabaseWriter) async throws -> [String] {
        let nulls = StatementArguments([DatabaseValue](repeating: .null, count: sql.utf8.count { $0 == UInt8(ascii: "?") }))
        return try await database.read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: nulls).map { $0["detail"] as String }
        }
    }

    private static let root = Array("/inbox".utf8)

    private static func path(_ number: Int) -> ImportPath { ImportPath(bytes: Array("d\(number % 7)/f\(number)".utf8)) }

    private static func record(_ number: Int, _ state: ImportState = .done) -> ImportRecord {
        let id = ResourceID(high: 0x7000, low: 1 << 63 + UInt64(number))
        var record = ImportRecord(id: id, path: path(number), state: state, firstSeenAt: Timestamp(milliseconds: 1))
        record.sha256 = String(repeating: ["a", "b", "c", "d"][number % 4], count: 64)
        record.reason = state == .failed ? "parse-failed" : nil
        record.origin = number % 5 == 0 ? ImportPath(bytes: Array("o\(number)".utf8)) : nil
        return record
    }

    private static func article(_ number: Int, key: String? = nil, id: ResourceID? = nil) -> ImportedArticle {
        ImportedArticle(
            recordNumber: number,
            draft: ArticleDraft(
                headline: "No. \(number)", body: "Text.", source: "S", tags: [TagName(stored: "t\(number)", folded: "t\(number)")]),
            id: id, key: key)
    }

    private static func fill(_ ledger: any ImportLedger) async throws {
        let states: [ImportState] = [.done, .done, .failed, .missing, .partial]
        let outcomes = (0..<500).map { number -> ImportOutcome in
            let record = record(number, states[number % 5])
            return number % 3 == 0 ? .row(record) : .articles([article(number % 50)], as: record)
        }
        _ = try await ledger.commit(outcomes, parsedFiles: 1, root: root)
        // Of one root, or one tag, a scan would be as good.
        for other in UInt8(0)..<20 { _ = try await ledger.open(root: [other]) }
    }

    private static func readEverything(_ ledger: any ImportLedger) async throws {
        _ = try await ledger.known(root: root, after: path(3), limit: 50)
        _ = try await ledger.records(root: root, paths: [path(1), path(4)])
        _ = try await ledger.files(root: root, contents: [String(repeating: "a", count: 64)])
        _ = try await ledger.record(record(1).id)
        _ = try await ledger.dateHabits(ofSource: "S")
        for states in [[], [.failed], [.done, .partial]] as [[ImportState]] {
            for reasons in [[], ["parse-failed"], ["parse-failed", "too-large"]] {
                for prefix in [nil, ImportPath(bytes: Array("d1/".utf8))] {
                    for path in [nil, path(5)] {
                        var query = ImportQuery(
                            states: states, reasons: reasons, path: path, pathPrefix: prefix, page: PageRequest(limit: 1, counts: true))
                        query.page.after = try await ledger.list(query).next
                        _ = try await ledger.list(query)
                    }
                }
            }
        }
    }

    private static func writeEverything(_ ledger: any ImportLedger) async throws {
        try await ledger.accept(device: 1, inode: 2, root: root)
        try await ledger.claim([path(1), path(900)], root: root)
        _ = try await ledger.open(root: root)
        try await ledger.release([path(1)], root: root)
        let id = ResourceID(high: 0x7000, low: 1 << 63 + 5000)
        _ = try await ledger.commit(
            [
                .row(record(1)), .articles([article(2, key: "k"), article(3, id: id), article(4)], as: record(2)),
                .articles([article(3, key: "k"), article(4, id: id), article(5)], as: record(2)),
                .moved(from: path(4), as: record(5)), .exchanged(with: path(5), as: record(6)), .copied(of: path(2), as: record(903)),
                .missing(path(2), .mark),
                .missing(path(903), .mark), .articles([article(3, key: "k")], as: record(2)), .missing(path(7), .delete),
            ], parsedFiles: 1, root: root)
    }

    private final class Statements: Sendable {
        private let texts = Mutex<Set<String>>([])

        func add(_ sql: String) {
            // Statements of triggers, and those of the full-text index on its own tables, come as comments or by name.
            let isOurs = ["SELECT", "UPDATE", "DELETE", "INSERT"].contains { sql.hasPrefix($0) } && !sql.contains("'main'.'")
            if isOurs { texts.withLock { _ = $0.insert(sql) } }
        }

        var all: [String] { texts.withLock { $0.sorted() } }
    }
}
