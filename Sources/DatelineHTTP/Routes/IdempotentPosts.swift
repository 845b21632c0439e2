import Crypto
import DatelineModels
import Hummingbird
import HTTPTypes
import Synchronization

/// Answers a `POST` with an `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header-07) once, and its repetitions with the same answer.
struct IdempotentPosts: Sendable {
    private let answers: any AnswerStore
    private let running = RunningKeys()

    static let header = "Idempotency-Key"

    init(answers: any AnswerStore) {
        self.answers = answers
    }

    /// Where an answer of success is kept.
    enum Keeping: Sendable {
        /// By the write itself, in its transaction.
        case byWrite
        /// Here, afterwards: the work changes nothing in the store.
        case afterwards
    }

    /// - Parameters:
    ///   - body: of the request, whole.
    ///   - work: gets the key for its write. A 4xx that it throws is kept too; what it throws else isn't, so that a repetition tries again.
    func answer(
        _ call: Call, body: [UInt8], keeping: Keeping = .byWrite, _ work: (IdempotencyKey?) async throws -> RecordedAnswer
    ) async throws -> Response {
        guard let value = try Self.key(HTTPField.Name(Self.header).map { call.request.headers[values: $0] } ?? []) else {
            return Response(try await work(nil))
        }
        guard running.begin(value) else {
            throw Problem(.conflict, "The first request with this Idempotency-Key is still being worked on.")
        }
        defer { running.end(value) }
        let key = IdempotencyKey(value: value, fingerprint: Self.fingerprint(call.request, body))
        switch try await answers.answer(for: key) {
        case .mismatch: throw Problem(.idempotencyMismatch, "This Idempotency-Key was used for another request.")
        case .answered(let answer): return Self.replayed(answer)
        case .unknown: break
        }
        do {
            let answer = try await work(key)
            if keeping == .afterwards { try await answers.keep(answer, for: key) }
            return Response(answer)
        } catch {
            var problem = (error as? ParameterError).map { Problem($0) } ?? Problem(error)
            guard (400..<500).contains(problem.status.code) else { throw problem }
            problem.instance = problem.instance ?? call.request.uri.path
            try await answers.keep(RecordedAnswer(problem), for: key)
            throw problem
        }
    }

    /// nil where none is sent.
    ///
    /// - Throws: ``ParameterError`` unless it is one value of 1 to 255 visible ASCII characters.
    static func key(_ values: [String]) throws(ParameterError) -> String? {
        guard let value = values.first else { return nil }
        guard values.count == 1 else { throw ParameterError(header, .duplicate, "This header may stand only once.") }
        guard (1...255).contains(value.utf8.count), value.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else {
            throw ParameterError(header, .format, "1 to 255 visible ASCII characters are needed.")
        }
        return value
    }

    private static func fingerprint(_ request: Request, _ body: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        for part in [request.method.rawValue, request.uri.string, request.headers[.contentType] ?? ""] {
            hash.update(data: Array(part.utf8))
            hash.update(data: [0])
        }
        hash.update(data: body)
        return Array(hash.finalize())
    }

    private static func replayed(_ answer: RecordedAnswer) -> Response {
        var answer = answer
        answer.headers.append(("Idempotency-Replayed", "true"))
        return Response(answer)
    }
}

/// The keys whose first request is being worked on.
private final class RunningKeys: Sendable {
    private let keys = Mutex<Set<String>>([])

    /// - Returns: false where it is running already.
    func begin(_ key: String) -> Bool { keys.withLock { $0.insert(key).inserted } }

    func end(_ key: String) { keys.withLock { _ = $0.remove(key) } }
}
