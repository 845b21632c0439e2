public import Hummingbird
import Logging
public import NIOCore
import Synchronization

/// What goes with a request from the edge to its handler.
public struct DatelineRequestContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// The connection it came on.
    public let channel: any Channel
    /// The client's `X-Request-Id` where it is sane, else one made here; it is on the answer and in the log.
    public internal(set) var requestID: String
    /// The route that was found; nil before that.
    public internal(set) var route: Route?
    let exchange = Exchange()
    /// The token it came with; nil where there are none.
    var token: AccessToken?
    /// What it shares with the other requests.
    var workplace = Workplace.standalone

    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
        requestID = String(UInt64.random(in: 1 << 60...UInt64.max), radix: 16)
    }

    /// Whom the request counts for where clients share something.
    var client: String { token?.id ?? channel.remoteAddress?.ipAddress ?? "" }

    /// A parameter of the route's pattern, percent-decoded once; empty if the pattern has no such parameter.
    public func pathParameter(_ name: String) -> String {
        parameters.get(name) ?? ""
    }
}

/// What the content of a request holds until it is answered.
final class Exchange: Sendable {
    private let held = Mutex<(bytes: Int, client: String)>((0, ""))

    /// - Parameter client: the same each time: whose request it is.
    /// - Returns: false if there is no room; nothing is taken then.
    func reserve(_ bytes: Int, of budget: ByteBudget, for client: String, isSmall: Bool) -> Bool {
        guard budget.take(bytes, for: client, usingReserve: isSmall) else { return false }
        held.withLock { $0 = ($0.bytes + bytes, client) }
        return true
    }

    func release(to budget: ByteBudget) {
        let (bytes, client) = held.withLock { held in
            defer { held = (0, "") }
            return held
        }
        if bytes > 0 { budget.give(bytes, of: client) }
    }
}
