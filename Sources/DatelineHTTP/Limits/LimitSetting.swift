import DatelineJSON

/// One limit that can be set: its name, its bounds, why its default is what it is, and what a client gets who goes beyond it.
public struct LimitSetting: Sendable {
    enum Unit: Sendable {
        case count, bytes
        /// Bytes a second.
        case rate
        /// In milliseconds.
        case time
    }

    public let name: String
    let unit: Unit
    let range: ClosedRange<Int64>
    /// What is answered, or done.
    let answer: String
    let reason: String
    let read: @Sendable (ServiceLimits) -> Int64
    let write: @Sendable (inout ServiceLimits, Int64) -> Void

    /// What is wrong with `NAME=VALUE`: one sentence.
    public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        public let description: String
    }
}

extension ServiceLimits {
    /// Sets a limit.
    /// - Parameter text: `NAME=VALUE`; a value is a number with a unit where it has one: `8KiB`, `15s`, `500ms`, `2m`.
    /// - Throws: ``LimitSetting/Fault``.
    public mutating func set(_ text: String) throws(LimitSetting.Fault) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        guard let setting = LimitSetting.all.first(where: { $0.name == name }) else {
            let hint = NearestName.of(name, among: LimitSetting.all.map(\.name)).map { "; did you mean \($0)?" } ?? ""
            throw LimitSetting.Fault(description: "there is no limit named '\(name.prefix(50))'\(hint)")
        }
        guard parts.count == 2, let value = setting.unit.value(String(parts[1])) else {
            throw LimitSetting.Fault(description: "\(name) needs a value such as \(name)=\(setting.shownDefault)")
        }
        guard setting.range.contains(value) else {
            throw LimitSetting.Fault(
                description:
                    "\(name) goes from \(setting.unit.shown(setting.range.lowerBound)) to \(setting.unit.shown(setting.range.upperBound))")
        }
        setting.write(&self, value)
    }
}

extension LimitSetting {
    var shownDefault: String { unit.shown(read(ServiceLimits())) }

    /// The table in the documentation.
    public static var markdownTable: String {
        "| limit | default | why | beyond it |\n|---|---|---|---|\n"
            + all.map { "| `\($0.name)` | \($0.shownDefault) | \($0.reason) | \($0.answer) |\n" }.joined()
    }

    /// Those that aren't at their defaults, as they would be set.
    public static func changed(in limits: ServiceLimits) -> [String] {
        let defaults = ServiceLimits()
        return all.filter { $0.read(limits) != $0.read(defaults) }.map { "\($0.name)=\($0.unit.shown($0.read(limits)))" }
    }
}

extension LimitSetting.Unit {
    private var factors: [(suffix: String, factor: Int64)] {
        switch self {
        case .count: []
        case .bytes, .rate: [("MiB", 1 << 20), ("KiB", 1 << 10), ("B", 1)]
        case .time: [("ms", 1), ("s", 1_000), ("m", 60_000)]
        }
    }

    func value(_ text: String) -> Int64? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard (1...12).contains(digits.utf8.count), let number = Int64(digits) else { return nil }
        let suffix = text.dropFirst(digits.count)
        // A plain number of bytes needs no unit; a plain number of time would be a guess.
        if suffix.isEmpty { return self == .time ? nil : number }
        guard let factor = factors.first(where: { $0.suffix == suffix })?.factor else { return nil }
        return number * factor
    }

    func shown(_ value: Int64) -> String {
        switch self {
        case .count: return "\(value)"
        case .bytes, .rate:
            let unit = factors.first { value >= $0.factor && value.isMultiple(of: $0.factor) } ?? ("B", 1)
            return "\(value / unit.factor)\(unit.suffix)" + (self == .rate ? "/s" : "")
        case .time: return value.isMultiple(of: 1_000) ? "\(value / 1_000)s" : "\(value)ms"
        }
    }
}
