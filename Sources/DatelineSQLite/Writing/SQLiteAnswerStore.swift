import Crypto
import DatelineModels
import Foundation
import GRDB

struct SQLiteAnswerStore: AnswerStore {
    let reader: Reader
    let writer: Writer
    let now: @Sendable () -> Timestamp

    func answer(for key: IdempotencyKey) async throws(RepositoryError) -> IdempotencyLookup {
        let time = now()
        return try await reader.read { try KeptAnswers($0).lookUp(key, at: time) }
    }

    func keep(_ answer: RecordedAnswer, for key: IdempotencyKey) async throws(RepositoryError) {
        try await writer.write { context in
            let answers = KeptAnswers(context.db)
            let time = context.now()
            if case .unknown = try answers.lookUp(key, at: time) { try answers.insert(answer, for: key, at: time) }
        }
    }
}

/// The rows of `idempotency_answer`.
struct KeptAnswers {
    static let lifetime: Int64 = 24 * 60 * 60 * 1000
    static let capacity: Int64 = 100_000
    /// Expired answers dropped whenever one is added: more than one, so that they get fewer.
    private static let dropped = 100

    let db: Database

    init(_ db: Database) {
        self.db = db
    }

    func lookUp(_ key: IdempotencyKey, at time: Timestamp) throws -> IdempotencyLookup {
        let row = try db.row(
            "SELECT fingerprint, status, headers, body FROM idempotency_answer WHERE key = ? AND created_at > ?",
            [key.value, time.milliseconds - Self.lifetime]
        )
        guard let row else { return .unknown }
        guard Array(row[0] as Data) == key.fingerprint else { return .mismatch }
        let fields = try JSONText.decode(row[2])
        let headers = stride(from: 0, to: fields.count - 1, by: 2).map { (fields[$0], fields[$0 + 1]) }
        return .answered(RecordedAnswer(status: row[1], headers: headers, body: Array(row[3] as Data)))
    }

    /// - Throws: `.conflict` where the key has an answer already: whatever was written for this one must not be, a second time.
    func insert(_ answer: RecordedAnswer, for key: IdempotencyKey, at time: Timestamp) throws {
        try makeRoom(at: time)
        try db.run(
            "DELETE FROM idempotency_answer WHERE key = ? AND created_at <= ?", [key.value, time.milliseconds - Self.lifetime]
        )
        var texts = answer.headers.flatMap { [$0.0, $0.1] }
        texts.append(Self.sum(key.value, key.fingerprint, answer.status, texts, answer.body, time.milliseconds))
        try Conflicts.decided {
            try db.run(
                "INSERT INTO idempotency_answer (key, fingerprint, status, headers, body, created_at) VALUES (?, ?, ?, ?, ?, ?)",
                [key.value, Data(key.fingerprint), answer.status, JSONText.encode(texts), Data(answer.body), time.milliseconds]
            )
        } by: {
            .conflict(existing: nil, detail: "A request with this Idempotency-Key has been answered in the meantime.")
        }
    }

    /// Over all of a row: the text behind the pairs of `headers`, so that `dateline check` sees a bit that has flipped. Rows of before
    /// there was one have none.
    private static func sum(
        _ key: String, _ fingerprint: [UInt8], _ status: Int, _ headers: [String], _ body: [UInt8], _ time: Int64
    ) -> String {
        var hash = SHA256()
        for text in [key, String(status), String(time)] + headers {
            hash.update(data: Array(text.utf8))
            hash.update(data: [0])
        }
        hash.update(data: fingerprint)
        hash.update(data: body)
        return Data(hash.finalize().prefix(12)).base64EncodedString()
    }

    /// Whether the answers are those that were given.
    static func check(_ db: Database) throws -> (Int64?, [String]) {
        var count: Int64 = 0
        var wrong = 0
        try db.forEachRow(of: SQLText("SELECT key, fingerprint, status, headers, body, created_at FROM idempotency_answer")) { row in
            count += 1
            guard var texts = try? JSONText.decode(row.text(3)) else {
                wrong += 1
                return
            }
            guard texts.count % 2 == 1 else { return }
            let kept = texts.removeLast()
            if sum(row.text(0), row.blob(1), Int(row.integer(2)), texts, row.blob(4), row.integer(5)) != kept { wrong += 1 }
        }
        return (count, wrong == 0 ? [] : ["\(wrong) answers aren't the ones that were given"])
    }

    private func makeRoom(at time: Timestamp) throws {
        try db.run(
            """
            DELETE FROM idempotency_answer WHERE rowid IN (
                SELECT rowid FROM idempotency_answer WHERE created_at <= ? ORDER BY created_at LIMIT ?
            )
            """,
            [time.milliseconds - Self.lifetime, Self.dropped]
        )
        // Row numbers ascend, and go from the lower end: their distance is the most there can be.
        try db.run(
            "DELETE FROM idempotency_answer WHERE rowid <= (SELECT max(rowid) FROM idempotency_answer) - ?", [Self.capacity - 1]
        )
    }
}
