public import DatelineJSON
public import DatelineModels
import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1

extension Problem {
    public init(_ error: ValidationError) {
        self.init(.validation, Self.summary(of: error.faults, "The content is not valid."))
        if error.count > 1 { detail = "\(error.count) things are wrong; see errors." }
        faults = Array(error.faults.prefix(Faults.kept))
        faultCount = error.count
    }

    public init(_ error: JSONError) {
        self.init(.badRequest, "Line \(error.line), byte \(error.byteOffset): \(error.detail)")
        members = [
            ("line", Array(String(error.line).utf8)),
            ("byteOffset", Array(String(error.byteOffset).utf8)),
        ]
    }

    public init(_ error: RepositoryError) {
        switch error {
        case .notFound: self.init(.notFound, "There is no such resource.")
        case .conflict(let existing, let detail):
            self.init(.conflict, detail)
            self.existing = existing
        case .preconditionFailed: self.init(.preconditionFailed, "The resource is not at the version asked for.")
        case .invalid(let error): self.init(error)
        case .timeout:
            self.init(.timeout, "The work took longer than it may; a narrower question may succeed.")
        case .overloaded: self = .unavailable(.overloaded, retryAfter: 1)
        case .cancelled: self = .unavailable(.shuttingDown, retryAfter: 5)
        case .gone: self.init(.gone, "What was asked for is older than what is kept.")
        case .unavailable(let reason, let cause):
            self = .unavailable(reason, retryAfter: reason == .overloaded ? 1 : 30, cause: cause)
        }
    }

    /// Any error a handler can throw; one that nobody foresaw is `unavailable`, and its cause is for the log only.
    public init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let error as RepositoryError: self.init(error)
        case let error as ValidationError: self.init(error)
        case let error as JSONError: self.init(error)
        case let error as EdgeError: self.init(error)
        case is HTTPParserError: self.init(.badRequest, "The framing of the content is broken.")
        case let error as HTTPError: self.init(error)
        // Nobody is there any more to read the answer; it is no fault of the store.
        case is IOError, is ChannelError:
            self.init(.badRequest, "The connection ended before the content did.")
            cause = "\(error)"
        case is CancellationError: self = .unavailable(.shuttingDown, retryAfter: 5)
        default: self = .unavailable(.storageError, retryAfter: 30, cause: "\(error)")
        }
    }

    private init(_ error: EdgeError) {
        switch error {
        case .bodyTooSlow: self.init(.requestTimeout, "The content of the request arrived too slowly.")
        }
    }

    private init(_ error: HTTPError) {
        guard let slug = Slug.allCases.first(where: { $0.status.code == error.status.code }) else {
            self = .unavailable(.storageError, retryAfter: 30, cause: "\(error)")
            return
        }
        self.init(slug, slug.title + ".")
        cause = "\(error)"
    }
}

/// What the connection tells whoever reads a request's content.
enum EdgeError: Error {
    /// Slower than the limits allow (RFC 9110 §15.5.9).
    case bodyTooSlow
}
