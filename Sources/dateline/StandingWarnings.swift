import DatelineHTTP
import Synchronization

/// What isn't as it should be beside the answering of requests, for `/readyz`. Each part says so itself, and when it is over.
final class StandingWarnings: Sendable {
    enum Part: String, CaseIterable {
        case linking, retention, tokens, inbox, log
        case textIndex = "text-index"
        case foreignWriter = "foreign-writer"
    }

    private let details = Mutex<[Part: String]>([:])

    /// - Parameter detail: a sentence for people.
    func raise(_ part: Part, _ detail: String) {
        details.withLock { $0[part] = detail }
    }

    func clear(_ part: Part) {
        details.withLock { $0[part] = nil }
    }

    func isStanding(_ part: Part) -> Bool { details.withLock { $0[part] != nil } }

    var all: [ServiceWarning] {
        let details = details.withLock { $0 }
        return Part.allCases.compactMap { part in details[part].map { ServiceWarning(part: part.rawValue, detail: $0) } }
    }
}
