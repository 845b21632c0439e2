public import DatelineModels
public import HTTPTypes

/// What went wrong with a request, as RFC 9457 tells it. Handlers throw it; the edge renders it.
public struct Problem: Error, Sendable {
    public let slug: Slug
    /// A sentence for the client; never more than 100 characters of the input, nothing of our insides.
    public var detail: String
    /// The first ``Faults/kept`` of them.
    public var faults: [Fault] = []
    /// All there were.
    public var faultCount = 0
    /// The resource in the way of a conflict.
    public var existing: ResourceID?
    /// Why the service is unavailable: a word for programs.
    public var reason: String?
    /// The methods the target knows (405).
    public var allow: [HTTPRequest.Method] = []
    /// Seconds after which trying again makes sense.
    public var retryAfter: Int?
    /// A URI reference to this occurrence; the edge puts the path where it is nil.
    public var instance: String?
    /// Further members; each value is JSON already.
    public var members: [(name: String, json: [UInt8])] = []
    /// Further header fields of the answer.
    public var headers = HTTPFields()
    /// What really happened, for the log; never sent.
    public var cause: String?

    public init(_ slug: Slug, _ detail: String) {
        self.slug = slug
        self.detail = detail
    }

    public var status: HTTPResponse.Status { slug.status }

    /// 400 for faulty query parameters or headers, all of them at once.
    public static func badParameters(_ faults: [Fault]) -> Problem {
        var problem = Problem(.badRequest, Self.summary(of: faults, "A parameter can't be used."))
        problem.faults = Array(faults.prefix(Faults.kept))
        problem.faultCount = faults.count
        return problem
    }

    /// 503 with its reason.
    /// - Parameter retryAfter: seconds.
    public static func unavailable(_ reason: UnavailableReason, retryAfter: Int, cause: String? = nil) -> Problem {
        var problem = Problem(.unavailable, reason.sentence)
        problem.reason = reason.rawValue
        problem.retryAfter = retryAfter
        problem.cause = cause
        return problem
    }

    static func summary(of faults: [Fault], _ fallback: String) -> String {
        switch faults.count {
        case 0: fallback
        case 1: faults[0].detail
        default: "\(faults.count) things are wrong; see errors."
        }
    }
}

extension UnavailableReason {
    /// What the client is told.
    var sentence: String {
        switch self {
        case .diskFull: "The disk is full; nothing can be written now."
        case .readOnly: "The store can be read but not written now."
        case .overloaded: "The service has more work than it can do now."
        case .shuttingDown: "The service is about to stop."
        case .storageError: "The store can't do its work now."
        }
    }
}
