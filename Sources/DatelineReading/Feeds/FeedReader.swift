public import DatelineModels

/// Reads RSS (0.9x, 1.0, 2.0) and Atom, as tolerantly as readers of feeds do: ampersands that stand alone, names of characters that
/// only HTML knows, HTML within fields. Nothing outside the document is ever asked for.
public struct FeedReader: Sendable {
    /// How a source writes dates.
    public typealias Habits = @Sendable (_ source: String?) -> (zone: (any LocalTimeResolving)?, order: DateOrder?)

    let habits: Habits
    let notAfter: Int64?
    let budget: ReadingBudget

    /// - Parameter notAfter: seconds since 1970; no date later than this is taken.
    public init(habits: @escaping Habits = { _ in (nil, nil) }, notAfter: Int64? = nil, budget: ReadingBudget = .unlimited) {
        self.habits = habits
        self.notAfter = notAfter
        self.budget = budget
    }

    /// - Throws: ``ReadingError/entityForbidden``, ``ReadingError/unknownDocument``, or what decoding throws. A feed that ends too
    ///   early is read as far as it goes; ``ReadingError/incomplete`` where that is not one item.
    public func read(_ bytes: [UInt8]) throws(ReadingError) -> FeedReading {
        guard bytes.count <= PageReader.maximumBytes else { throw .tooLarge }
        let decoded = try TextDecoding.decode(bytes, declared: XMLHead.encoding(bytes), budget: budget)
        var scanner = FeedScanner(decoded, fileSize: bytes.count, hasMark: bytes.starts(with: [0xEF, 0xBB, 0xBF]), budget: budget)
        try scanner.scan()
        guard let form = scanner.form else { throw scanner.isAtEnd ? .incomplete : .unknownDocument }
        var reading = FeedReading(form: form, encoding: decoded.encoding, replacedBytes: decoded.replacedBytes)
        reading.warnings = decoded.warnings.map(\.rawValue) + scanner.warnings
        reading.faults = scanner.faults
        reading.isTruncated = !scanner.isClosed
        guard !scanner.items.isEmpty || scanner.isClosed else { throw .incomplete }
        let maker = FeedEntryMaker(reader: self, text: FeedText(bytes: scanner.bytes, budget: budget), form: form, channel: scanner.channel)
        let channel = try maker.channelFields()
        for item in scanner.items {
            try budget.check()
            reading.entries.append(
                FeedReading.Entry(fields: try maker.fields(of: item.fields, about: item.about, in: channel), place: item.place))
        }
        return reading
    }
}
