/// What one client, and all together, may cost; every field can be set.
public struct EdgeLimits: Sendable {
    /// Bytes of the request target; more is 414.
    public var targetBytes = 8 << 10
    /// Bytes of one header field, of all, and how many; more is refused by the HTTP parser.
    public var headerFieldBytes = 16 << 10
    public var headerListBytes = 32 << 10
    public var headerCount = 100
    /// Connections at once. Of those above, a few are answered 503 (but `/livez` is served), the rest are closed at once.
    public var connections = 512
    /// How many connections above ``connections`` still get a proper answer.
    public var reservedConnections = 16
    /// For a whole request head to arrive, and between requests.
    public var idle: Duration = .seconds(15)
    /// For the content to arrive, for each begun ``bodyTimeUnit`` bytes; only time spent waiting for the client counts.
    public var bodyTime: Duration = .seconds(30)
    public var bodyTimeUnit = 16 << 20
    /// Bytes a second on average, once ``bodyGrace`` is over; less is 408.
    public var bodyRate = 1 << 10
    public var bodyGrace: Duration = .seconds(5)
    /// How long the client may take nothing of an answer.
    public var writeStall: Duration = .seconds(30)
    /// How long to read on, and how many bytes, after a last answer, so that the client gets to see it.
    public var linger: Duration = .seconds(2)
    public var lingerBytes = 1 << 20
    /// Unread content up to this length is read and dropped to keep the connection; with more it is closed.
    public var drainBytes = 64 << 10
    /// Bytes of request contents held at once by all requests; more is 503.
    public var bodyBytesInFlight = 128 << 20

    public init() {}

    /// The number of connections that leaves 128 file descriptors for everything else.
    /// - Parameter openFiles: how many descriptors the process may have.
    public static func connections(openFiles: Int) -> Int {
        min(512, max(openFiles - 128, 1))
    }

    /// How often timers look: often enough to be at most a quarter late.
    var tick: Duration {
        let shortest = min(idle, bodyTime, bodyGrace, writeStall, linger)
        return max(.milliseconds(5), min(.seconds(1), shortest / 4))
    }
}
