/// Checks the fields of one input against their rules and gathers what is wrong at each JSON pointer.
struct FieldChecker {
    var faults: Faults

    init(_ faults: Faults) {
        self.faults = faults
    }

    mutating func required(_ value: String?, _ pointer: String, _ rules: TextRules) -> String? {
        guard let value else {
            addRequired(pointer)
            return nil
        }
        return rules.check(value, at: .pointer(pointer), into: &faults)
    }

    /// An empty text counts as none.
    mutating func optional(_ value: String?, _ pointer: String, _ rules: TextRules) -> String? {
        guard let value, let checked = rules.check(value, at: .pointer(pointer), into: &faults) else { return nil }
        return checked.isEmpty ? nil : checked
    }

    mutating func requiredChoice<Choice: RawRepresentable & CaseIterable>(_ value: String?, _ pointer: String, _: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        guard let value else {
            addRequired(pointer)
            return nil
        }
        return choice(value, pointer, Choice.self)
    }

    mutating func choice<Choice: RawRepresentable & CaseIterable>(_ value: String, _ pointer: String, _: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        if let choice = Choice(rawValue: value) { return choice }
        let all = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        faults.add(pointer: pointer, .unknownValue, "One of \(all) is needed.")
        return nil
    }

    /// Distinct by fold, in the order given.
    mutating func names(_ values: [String], _ pointer: String, limit: Int) -> [String] {
        guard values.count <= limit else {
            faults.add(pointer: pointer, .tooMany, "At most \(limit) are allowed; these are \(values.count).")
            return []
        }
        var seen: Set<String> = []
        var result: [String] = []
        for (index, value) in values.enumerated() {
            guard let name = EntityDraft.nameRules.check(value, at: .pointer("\(pointer)/\(index)"), into: &faults) else { continue }
            let folded = Folding.fold(name)
            guard !folded.isEmpty else {
                faults.add(pointer: "\(pointer)/\(index)", .empty, "A name needs at least one visible character.")
                continue
            }
            if seen.insert(folded).inserted { result.append(name) }
        }
        return result
    }

    /// Distinct by fold, in the order given.
    mutating func tags(_ values: [String], _ pointer: String, limit: Int) -> [TagName] {
        guard values.count <= limit else {
            faults.add(pointer: pointer, .tooMany, "At most \(limit) tags are allowed; these are \(values.count).")
            return []
        }
        var seen: Set<TagName> = []
        var result: [TagName] = []
        for (index, value) in values.enumerated() {
            if let tag = TagName(value, at: .pointer("\(pointer)/\(index)"), into: &faults), seen.insert(tag).inserted {
                result.append(tag)
            }
        }
        return result
    }

    mutating func date(_ value: String?, _ pointer: String, zone: (any LocalTimeResolving)?) -> PartialDate? {
        guard let value else { return nil }
        do {
            return try PartialDate(parsing: value, zone: zone)
        } catch {
            faults.add(pointer: pointer, error.code, error.detail)
            return nil
        }
    }

    private mutating func addRequired(_ pointer: String) {
        // A field of the wrong type is already named as such.
        guard !faults.list.contains(where: { $0.location == .pointer(pointer) }) else { return }
        faults.add(pointer: pointer, .required, "This field is needed.")
    }
}

extension PartialDate.ParseError {
    public var code: Fault.Code {
        switch self {
        case .malformed: .format
        case .outOfRange, .nonexistentLocalTime: .outOfRange
        case .zoneMissing: .zoneMissing
        }
    }

    public var detail: String {
        switch self {
        case .malformed: "A date is written 2024, 2024-03, 2024-03-26, 2024-03-26T22:16Z or 2024-03-26T22:16:05Z."
        case .outOfRange: "There is no such date or time; years are 0001 to 9999."
        case .zoneMissing: "A time needs Z or an offset such as +03:00."
        case .nonexistentLocalTime: "The source's time zone skips this time."
        }
    }
}

/// RFC 6901.
public enum JSONPointer {
    /// `~` and `/` of one reference token escaped (§3).
    public static func escape(_ token: String) -> String {
        guard token.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return token }
        return token.reduce(into: "") { result, character in
            switch character {
            case "~": result += "~0"
            case "/": result += "~1"
            default: result.append(character)
            }
        }
    }
}
