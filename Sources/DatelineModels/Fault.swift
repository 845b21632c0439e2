/// One thing wrong with what a client sent.
public struct Fault: Hashable, Sendable {
    public enum Location: Hashable, Sendable {
        /// A JSON Pointer (RFC 6901) into the body; "" is the whole of it.
        case pointer(String)
        /// The name of a query parameter or header.
        case parameter(String)
    }

    /// Stable words for programs; the detail is for people.
    public enum Code: String, Sendable, CaseIterable {
        case required, type, empty
        case tooLong = "too-long"
        case tooMany = "too-many"
        case tooComplex = "too-complex"
        case controlCharacter = "control-character"
        case combiningMarks = "combining-marks"
        case format
        case outOfRange = "out-of-range"
        case zoneMissing = "zone-missing"
        case unknownField = "unknown-field"
        case unknownParameter = "unknown-parameter"
        case unknownValue = "unknown-value"
        case readOnly = "read-only"
        case duplicate
        case notFound = "not-found"
        case inconsistent
        case cycle
    }

    public let location: Location
    public let code: Code
    /// A sentence that says what is wrong and what would be right; never more than 100 characters of the input.
    public let detail: String

    public init(_ location: Location, _ code: Code, _ detail: String) {
        self.location = location
        self.code = code
        self.detail = detail
    }

    public init(pointer: String, _ code: Code, _ detail: String) {
        self.init(.pointer(pointer), code, detail)
    }
}

/// Gathers every fault of one request; keeps the first 100 and counts the rest.
public struct Faults: Sendable {
    public static let kept = 100

    public private(set) var list: [Fault] = []
    public private(set) var count = 0

    public init() {}

    public var isEmpty: Bool { count == 0 }

    public mutating func add(_ fault: Fault) {
        count += 1
        if list.count < Self.kept { list.append(fault) }
    }

    public mutating func add(pointer: String, _ code: Fault.Code, _ detail: String) {
        add(Fault(pointer: pointer, code, detail))
    }

    /// - Throws: ``ValidationError`` with everything gathered, if anything was.
    public func throwIfAny() throws(ValidationError) {
        if !isEmpty { throw ValidationError(faults: list, count: count) }
    }
}

/// What was sent is well formed but can't be accepted: HTTP 422.
public struct ValidationError: Error, Hashable, Sendable {
    /// At most ``Faults/kept``.
    public let faults: [Fault]
    /// All there were.
    public let count: Int

    public init(faults: [Fault], count: Int? = nil) {
        self.faults = faults
        self.count = count ?? faults.count
    }
}
