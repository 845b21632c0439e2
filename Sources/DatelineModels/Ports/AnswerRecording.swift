/// An HTTP answer kept so that a repeated request gets it again.
public struct RecordedAnswer: Hashable, Sendable {
    public var status: Int
    /// Name and value, in order.
    public var headers: [(String, String)]
    public var body: [UInt8]

    public init(status: Int, headers: [(String, String)], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.status == right.status && left.body == right.body && left.headers.elementsEqual(right.headers, by: ==)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(status)
        hasher.combine(body)
    }
}

/// Asks a write to store its answer under an Idempotency-Key **in its own transaction**, so that no crash can come between them.
public struct AnswerRecorder<Result: Sendable>: Sendable {
    public let key: IdempotencyKey
    /// Renders the answer of a successful write; runs inside the transaction and must be quick and pure.
    public let render: @Sendable (Result) -> RecordedAnswer

    public init(key: IdempotencyKey, render: @escaping @Sendable (Result) -> RecordedAnswer) {
        self.key = key
        self.render = render
    }
}

/// draft-ietf-httpapi-idempotency-key-header-07 §2: the client's key, and a fingerprint of the request it stands for.
public struct IdempotencyKey: Hashable, Sendable {
    /// 1–255 visible ASCII characters.
    public let value: String
    /// SHA-256 of method, target, content type and body.
    public let fingerprint: [UInt8]

    public init(value: String, fingerprint: [UInt8]) {
        self.value = value
        self.fingerprint = fingerprint
    }
}

public enum IdempotencyLookup: Sendable {
    case unknown
    case answered(RecordedAnswer)
    /// The key was used for another request.
    case mismatch
}

/// The answers kept under Idempotency-Keys, for 24 hours, at most 100 000.
public protocol AnswerStore: Sendable {
    func answer(for key: IdempotencyKey) async throws(RepositoryError) -> IdempotencyLookup
    /// Keeps the answer of a request that wrote nothing (a 4xx), so that its repetition gets the same. Does nothing if the key has one.
    func keep(_ answer: RecordedAnswer, for key: IdempotencyKey) async throws(RepositoryError)
}
