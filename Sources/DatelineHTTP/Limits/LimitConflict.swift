import DatelineJSON

/// Limits, each within its bounds, that don't go together.
public struct LimitConflict: Hashable, Sendable {
    /// Which and why, and what to change.
    public let text: String
    public let advice: String
    /// Whether there are requests within the limits that could never be answered. Else one of the limits does nothing, or not what it is for.
    public let isFatal: Bool
}

extension ServiceLimits {
    /// All that contradict each other, those that are fatal first.
    public var conflicts: [LimitConflict] {
        [contentsWithoutRoom, batchWithoutRoom, smallWithoutRoom, smallBeyondDocument, fields, connectionsOfOne, readTimes, requestTimes]
            .compactMap(\.self) + [batchTime, readers, keys].compactMap(\.self)
    }

    private var contentsWithoutRoom: LimitConflict? {
        let most = mostBodyBytesOfOne
        let contents = [("document", documentBytes), ("small", smallBytes), ("page", pageBytes), ("preview", previewBytes)]
            .filter { $0.1 > most }
        guard let longest = contents.map(\.1).max() else { return nil }
        return conflict(
            contents.map(\.0), "more than one request may hold, half of bodies or a whole batch (\(Self.size(most)))",
            "lower to \(Self.size(most)), or raise bodies to \(Self.size(2 * longest))", isFatal: true)
    }

    private var batchWithoutRoom: LimitConflict? {
        guard batchBytes > bodyBytesInFlight else { return nil }
        return conflict(
            ["batch"], "more than bodies (\(Self.size(bodyBytesInFlight))), so that nothing else finds room beside a long one",
            "lower it, or raise bodies to \(Self.size(2 * batchBytes))")
    }

    private var smallWithoutRoom: LimitConflict? {
        guard smallBytes > keptForSmall else { return nil }
        return conflict(
            ["small"], "more than what is kept of bodies for small contents (\(Self.size(keptForSmall)))",
            "lower to \(Self.size(keptForSmall)), or raise bodies")
    }

    private var smallBeyondDocument: LimitConflict? {
        guard smallBytes > documentBytes else { return nil }
        return conflict(
            ["small"], "more than document (\(Self.size(documentBytes))), so that every article takes the room kept for small contents",
            "lower it, or raise document")
    }

    private var fields: LimitConflict? {
        guard headerFieldBytes > headerListBytes else { return nil }
        return conflict(
            ["header-field"], "more than headers, all fields together (\(Self.size(headerListBytes)))", "lower it, or raise headers")
    }

    private var connectionsOfOne: LimitConflict? {
        guard connectionsPerClient > connections else { return nil }
        return conflict(
            ["connections-per-client"], "more than connections (\(connections)), so that one address can take them all",
            "lower to \(max(1, connections / 2)), or raise connections")
    }

    private var readTimes: LimitConflict? {
        guard readTime >= readWait else { return nil }
        return conflict(
            ["read-time"], "no less than read-wait (\(Self.time(readWait))), so that who waits for others' reads has no turn",
            "lower it, or raise read-wait")
    }

    private var requestTimes: LimitConflict? {
        let longer = [("read-wait", readWait), ("page-wait", pageWait), ("read-time", readTime)].filter { $0.1 > requestTime }
        guard !longer.isEmpty else { return nil }
        return conflict(
            longer.map(\.0), "more than request-time (\(Self.time(requestTime))), which ends it before", "lower, or raise request-time")
    }

    private var batchTime: LimitConflict? {
        let arrival = bodyTime * ((batchBytes + bodyTimeUnit - 1) / bodyTimeUnit)
        guard arrival > requestTime else { return nil }
        return conflict(
            ["batch", "body-time"],
            "more than request-time allows (\(Self.time(requestTime))): a batch may take \(Self.time(arrival)) to arrive",
            "lower one, or raise request-time")
    }

    private var readers: LimitConflict? {
        guard heavyReads + lists >= 6 else { return nil }
        return conflict(
            ["heavy-reads", "lists"], "all six readers of the store together, so that none is left for reads by key", "lower one")
    }

    private var keys: LimitConflict? {
        guard json.keysPerObject > json.values else { return nil }
        return conflict(["json-keys"], "more than json-values (\(json.values))", "lower it, or raise json-values")
    }

    private func conflict(_ names: [String], _ reason: String, _ advice: String, isFatal: Bool = false) -> LimitConflict {
        let shown = LimitSetting.all.filter { names.contains($0.name) }.map { "\($0.name) (\($0.unit.shown($0.read(self))))" }
        return LimitConflict(
            text: "\(shown.joined(separator: " and ")) \(names.count > 1 ? "are" : "is") \(reason)", advice: advice, isFatal: isFatal)
    }

    private static func size(_ bytes: Int) -> String { LimitSetting.Unit.bytes.shown(Int64(bytes)) }
    private static func time(_ time: Duration) -> String { LimitSetting.Unit.time.shown(time.milliseconds) }
}
