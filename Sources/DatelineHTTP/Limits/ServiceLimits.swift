public import DatelineJSON

/// What one client, and all together, may cost. ``LimitSetting/all`` names each, with its bounds and the reason for its default.
public struct ServiceLimits: Sendable {
    // MARK: The head of a request

    /// Bytes of the request target; more is 414.
    public var targetBytes = 8 << 10
    /// Bytes of one header field, of all, and how many; more is refused by the HTTP parser.
    public var headerFieldBytes = 16 << 10
    public var headerListBytes = 32 << 10
    public var headerCount = 100

    // MARK: Connections

    /// Connections at once. Of those above, a few are answered 503 (but `/livez` is served), the rest are closed at once.
    public var connections = 512
    /// Of one address; those above are treated in the same way.
    public var connectionsPerClient = 256
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
    /// From a request's head to its answer's head.
    public var requestTime: Duration = .seconds(180)
    /// How long the client may take nothing of an answer.
    public var writeStall: Duration = .seconds(30)
    /// Bytes a second, on average over ``writeWindow``, that a client must take of an answer that waits for it.
    public var writeRate = 256
    public var writeWindow: Duration = .seconds(60)
    /// How long to read on, and how many bytes, after a last answer, so that the client gets to see it.
    public var linger: Duration = .seconds(2)
    public var lingerBytes = 1 << 20
    /// Unread content up to this length is read and dropped to keep the connection; with more it is closed.
    public var drainBytes = 64 << 10

    // MARK: Contents

    /// Bytes of request contents held at once by all requests, as they arrive; more is 503. For what one client holds of them see
    /// ``mostBodyBytesOfOne``.
    public var bodyBytesInFlight = 128 << 20
    /// How much of these is kept for contents of at most ``smallBytes``; never more than an eighth of them.
    public var smallBytesInFlight = 16 << 20
    /// Bytes of one article in JSON, or of one line of a batch.
    public var documentBytes = 16 << 20
    /// Bytes of everything that is small by nature: entities, events, tags, bulk tagging.
    public var smallBytes = 1 << 20
    /// Bytes of a page posted as text, HTML or Markdown.
    public var pageBytes = 8 << 20
    /// Bytes of a file to be previewed.
    public var previewBytes = 32 << 20
    public var batchBytes = 64 << 20
    public var batchItems = 10_000
    /// Of one JSON document.
    public var json = JSONLimits.standard

    /// Bytes of answers held at once while clients take them; of one client at most half of them.
    public var answerBytes = 128 << 20

    // MARK: Work

    /// Requests of one token in a minute, and at once; 0: as many as it likes.
    public var tokenRequests = 0

    /// Reads of a whole set at once: facets, full text, totals, pages of an export.
    public var heavyReads = 2
    /// Other lists, and kept contents, at once.
    public var lists = 3
    /// How many reads may wait for one of those to end, and for how long.
    public var waitingReads = 64
    public var readWait: Duration = .seconds(5)
    /// How long a page may wait to be read: one is read at a time.
    public var pageWait: Duration = .seconds(30)
    /// How many writes may wait for their turn.
    public var waitingWrites = 1024
    /// For one read of the store. Less than ``readWait``, so that who waits for others' long reads still has a turn.
    public var readTime: Duration = .seconds(4)
    /// Between two looks at whether the store can be written.
    public var readiness: Duration = .seconds(1)

    public init() {}

    /// The number of connections that leaves 128 file descriptors for everything else.
    /// - Parameter openFiles: how many descriptors the process may have.
    public static func connections(openFiles: Int) -> Int {
        min(512, max(openFiles - 128, 1))
    }

    /// What one client holds of ``bodyBytesInFlight`` at most, and so what one content may have.
    var mostBodyBytesOfOne: Int { max(bodyBytesInFlight / 2, batchBytes) }
    /// What of it is left to contents of at most ``smallBytes``.
    var keptForSmall: Int { min(smallBytesInFlight, bodyBytesInFlight / 8) }

    /// How often timers look: often enough to be at most a quarter late.
    var tick: Duration {
        let shortest = min(idle, bodyTime, bodyGrace, writeStall, writeWindow, linger)
        return max(.milliseconds(5), min(.seconds(1), shortest / 4))
    }
}
