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
    /// Counts the requests of the process in the order they came.
    let number = requestCount.wrappingAdd(1, ordering: .relaxed).newValue
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

private let requestCount = Atomic<UInt64>(0)
