import DatelineModels

/// The parameters of a query string (`application/x-www-form-urlencoded` as the URL standard has it): decoded once, in the order sent.
struct QueryString: Hashable, Sendable {
    struct Item: Hashable, Sendable {
        let name: String
        let value: String
    }

    static let maximumItems = 500

    private(set) var items: [Item] = []

    init(items: [Item] = []) {
        self.items = items
    }

    /// - Parameter text: what stands after the `?`, still encoded; empty parts (`&&`) are skipped.
    /// - Throws: ``ParameterError`` where there are too many parameters or one isn't percent-encoded UTF-8.
    init(_ text: String) throws(ParameterError) {
        let parts = text.utf8.split(separator: UInt8(ascii: "&")).map { Substring($0) }
        guard parts.count <= Self.maximumItems else {
            throw ParameterError("", .tooMany, "At most \(Self.maximumItems) parameters are allowed.")
        }
        items.reserveCapacity(parts.count)
        for part in parts {
            let name = Substring(part.utf8.prefix { $0 != UInt8(ascii: "=") })
            let value = Substring(part.utf8.dropFirst(name.utf8.count + 1))
            guard let decodedName = PercentCoding.decode(name, plusIsSpace: true) else {
                throw ParameterError("", .format, "A parameter's name isn't percent-encoded UTF-8.")
            }
            guard let decodedValue = PercentCoding.decode(value, plusIsSpace: true) else {
                throw ParameterError(Self.shown(decodedName), .format, "The value isn't percent-encoded UTF-8.")
            }
            items.append(Item(name: decodedName, value: decodedValue))
        }
    }

    /// Written so that ``init(_:)`` reads the same items.
    var encoded: String {
        items.map { PercentCoding.encode($0.name) + "=" + PercentCoding.encode($0.value) }.joined(separator: "&")
    }

    /// The same without the parameters of these names, and then these.
    func replacing(_ names: Set<String> = [], with added: [Item] = []) -> Self {
        QueryString(items: items.filter { !names.contains($0.name) } + added)
    }

    /// A name as it may be told back to the client.
    static func shown(_ name: String) -> String {
        String(String.UnicodeScalarView(name.unicodeScalars.prefix(50).map { $0.value < 0x20 || $0.value == 0x7f ? "\u{fffd}" : $0 }))
    }
}

/// What is wrong with the query string or a header: HTTP 400.
struct ParameterError: Error, Hashable, Sendable {
    /// Each at a parameter.
    let faults: [Fault]
    /// All there were; ``faults`` keeps the first.
    let count: Int

    init(_ faults: Faults) {
        self.faults = faults.list
        self.count = faults.count
    }

    init(_ name: String, _ code: Fault.Code, _ detail: String) {
        faults = [Fault(.parameter(name), code, detail)]
        count = 1
    }
}
