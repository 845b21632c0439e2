import DatelineJSON

extension LimitSetting {
    /// Every limit that can be set, in the order of a request's way.
    public static let all: [LimitSetting] = head + connections + contents + work

    private static let head: [LimitSetting] = [
        bytes("target", \.targetBytes, 256...(64 << 10), "414", "No link of ours comes near it: a query of 50 names takes 4 KiB."),
        bytes(
            "header-field", \.headerFieldBytes, 512...(64 << 10), "400 or 431, empty",
            "Room for what a proxy may pass on; others stop at 8 to 16 KiB too."),
        bytes("headers", \.headerListBytes, 1024...(256 << 10), "400 or 431, empty", "Twice one field: it is held for each connection."),
        count("header-count", \.headerCount, 10...1_000, "400 or 431, empty", "Browsers and proxies send 20 to 40."),
    ]

    private static let connections: [LimitSetting] = [
        count(
            "connections", \.connections, 1...20_000, "503 and closed; `/livez` is still served",
            "Each takes a file descriptor and buffers. Lowered at start where the process may open too few files."),
        count(
            "connections-per-client", \.connectionsPerClient, 1...20_000, "503 and closed; `/livez` is still served",
            "Half of all, so that one address can't take them all. Raise it where a proxy stands before the service: all come from there."),
        time("idle", \.idle, 100...600_000, "closed", "A head takes one round trip; clients that keep connections open reconnect."),
        time(
            "body-time", \.bodyTime, 100...3_600_000, "408 and closed",
            "For each begun 16 MiB: half a megabyte a second, a poor line's rate."),
        rate(
            "body-rate", \.bodyRate, 0...(16 << 20), "408 and closed",
            "After 5 s, on average; a byte now and then would hold a connection for ever."),
        time(
            "request-time", \.requestTime, 1_000...3_600_000, "504",
            "The slowest honest request, a batch of 64 MiB over a poor line, fits in."),
        time("write-stall", \.writeStall, 100...600_000, "closed", "A client that takes nothing for so long has gone, or means harm."),
        rate(
            "write-rate", \.writeRate, 0...(16 << 20), "closed",
            "On average over a minute in which the answer waits for the client; a byte now and then would hold a connection for ever."),
    ]

    private static let contents: [LimitSetting] = [
        bytes(
            "bodies", \.bodyBytesInFlight, (1 << 20)...(4096 << 20), "503 `overloaded`",
            "Contents of all requests together, as they arrive, and one content more: a quarter of the memory that the container is given."),
        bytes(
            "answers", \.answerBytes, (64 << 20)...(4096 << 20), "503 `overloaded`",
            "Answers that clients are still taking, beyond 64 KiB each: another quarter."),
        bytes(
            "document", \.documentBytes, (64 << 10)...(256 << 20), "413",
            "An article of 5 MiB, every character of it escaped, takes 10 MiB."),
        bytes("small", \.smallBytes, (4 << 10)...(64 << 20), "413", "Entities, events, tags, bulk tagging: 10,000 ids take 400 KiB."),
        bytes(
            "page", \.pageBytes, (64 << 10)...(64 << 20), "413", "Many times the text of an article, for the markup and scripts around it."),
        bytes("preview", \.previewBytes, (64 << 10)...(64 << 20), "413", "The same as of a file in the watched folder."),
        bytes("batch", \.batchBytes, (64 << 10)...(1024 << 20), "413", "10,000 articles of 6 KiB, which is what an article has."),
        count(
            "batch-items", \.batchItems, 1...100_000, "413",
            "With `atomic` they are one transaction, in which other writes wait."),
        count("json-depth", \.json.depth, 4...512, "400", "The contract's forms go five deep; the reader works by recursion."),
        count("json-values", \.json.values, 1_000...10_000_000, "400", "A value takes many times the memory of its shortest text, `0,`."),
        count(
            "json-keys", \.json.keysPerObject, 50...100_000, "400",
            "No form has more than 30; each unknown one is compared with the known ones."),
    ]

    private static let work: [LimitSetting] = [
        count(
            "token-requests", \.tokenRequests, 0...10_000_000, "429",
            "Requests of one token in a minute, and as many at once. 0, none: what is expensive has limits of its own."),
        count(
            "heavy-reads", \.heavyReads, 1...3, "waits, then 503 `overloaded`",
            "Facets, full text, totals, pages of an export: of six readers two, so that plain reads always find one."),
        count(
            "lists", \.lists, 1...3, "waits, then 503 `overloaded`",
            "Other lists, and contents as they came: of six readers three, for the same reason."),
        count("waiting-reads", \.waitingReads, 0...10_000, "503 `overloaded`", "With two at once and 0.1 s each, the last one waits 3 s."),
        time(
            "read-wait", \.readWait, 10...60_000, "503 `overloaded`",
            "Longer than `read-time`: who comes while others' reads take all the time they may still has a turn."),
        time(
            "page-wait", \.pageWait, 10...600_000, "503 `overloaded`",
            "Pages that are sent are read one at a time, and one may take 20 s."),
        count(
            "waiting-writes", \.waitingWrites, 16...100_000, "503 `overloaded`",
            "They share transactions, 64 at a time: the last one waits for sixteen of them, a second or two on a slow disk."),
        time(
            "read-time", \.readTime, 100...600_000, "504",
            "Of one read that a request waits for, and less than `read-wait`; what takes longer is better asked more narrowly."
        ),
        time(
            "readiness", \.readiness, 0...60_000, "the last answer again",
            "`/readyz` syncs the disk: once a second costs nothing, and tells soon enough."),
    ]
}

extension LimitSetting {
    private typealias Path<Value> = WritableKeyPath<ServiceLimits, Value> & Sendable

    private static func count(
        _ name: String, _ path: any Path<Int>, _ range: ClosedRange<Int64>, _ answer: String, _ reason: String, unit: Unit = .count
    ) -> LimitSetting {
        LimitSetting(
            name: name, unit: unit, range: range, answer: answer, reason: reason, read: { Int64($0[keyPath: path]) },
            write: { $0[keyPath: path] = Int($1) })
    }

    private static func bytes(
        _ name: String, _ path: any Path<Int>, _ range: ClosedRange<Int64>, _ answer: String, _ reason: String
    ) -> LimitSetting {
        count(name, path, range, answer, reason, unit: .bytes)
    }

    private static func rate(
        _ name: String, _ path: any Path<Int>, _ range: ClosedRange<Int64>, _ answer: String, _ reason: String
    ) -> LimitSetting {
        count(name, path, range, answer, reason, unit: .rate)
    }

    private static func time(
        _ name: String, _ path: any Path<Duration>, _ milliseconds: ClosedRange<Int64>, _ answer: String, _ reason: String
    ) -> LimitSetting {
        LimitSetting(
            name: name, unit: .time, range: milliseconds, answer: answer, reason: reason, read: { $0[keyPath: path].milliseconds },
            write: { $0[keyPath: path] = .milliseconds($1) })
    }
}
