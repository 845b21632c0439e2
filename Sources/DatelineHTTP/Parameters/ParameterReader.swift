import DatelineJSON
import DatelineModels

/// Takes the parameters of one query and gathers what is wrong with them.
struct ParameterReader {
    let query: QueryString
    var faults = Faults()
    /// Every name that was asked for: what the resource knows.
    private var known: [String] = []

    /// How often a filter may be repeated.
    static let maximumRepetitions = 50
    static let nameRules = TextRules(length: 1...300)
    static let tagRules = TextRules(length: 1...100)

    init(_ query: QueryString) {
        self.query = query
    }

    mutating func add(_ name: String, _ code: Fault.Code, _ detail: String) {
        faults.add(Fault(.parameter(name), code, detail))
    }

    /// All values of a parameter that may be repeated, at most ``maximumRepetitions``.
    mutating func all(_ name: String) -> [String] {
        known.append(name)
        let values = query.items.filter { $0.name.utf8.elementsEqual(name.utf8) }.map(\.value)
        guard values.count <= Self.maximumRepetitions else {
            add(name, .tooMany, "This parameter may stand at most \(Self.maximumRepetitions) times.")
            return []
        }
        return values
    }

    /// The value of a parameter that may stand only once; nil where it doesn't.
    mutating func single(_ name: String) -> String? {
        known.append(name)
        var found: String?
        for item in query.items where item.name.utf8.elementsEqual(name.utf8) {
            guard found == nil else {
                add(name, .duplicate, "This parameter may stand only once.")
                return nil
            }
            found = item.value
        }
        return found
    }

    /// Names as filters take them, trimmed; too long ones are faults.
    mutating func names(_ name: String, _ rules: TextRules = Self.nameRules) -> [String] {
        all(name).compactMap { rules.check($0, at: .parameter(name), into: &faults) }
    }

    mutating func flag(_ name: String) -> Bool {
        switch single(name) {
        case nil, "false": return false
        case "true": return true
        default:
            add(name, .unknownValue, "true or false is needed.")
            return false
        }
    }

    mutating func choice<Choice: RawRepresentable & CaseIterable>(_ name: String, _: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        single(name).flatMap { checkedChoice($0, name) }
    }

    /// The same where it has to be sent.
    mutating func requiredChoice<Choice: RawRepresentable & CaseIterable>(_ name: String, _: Choice.Type) -> Choice?
    where Choice.RawValue == String {
        if !query.items.contains(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
            add(name, .required, "One of \(Choice.allCases.map(\.rawValue).joined(separator: ", ")) is needed.")
        }
        return choice(name, Choice.self)
    }

    mutating func choices<Choice: RawRepresentable & CaseIterable>(_ name: String, _: Choice.Type) -> [Choice]
    where Choice.RawValue == String {
        all(name).compactMap { checkedChoice($0, name) }
    }

    /// A whole number in ASCII digits, without sign.
    mutating func integer(_ name: String, in range: ClosedRange<Int64>) -> Int64? {
        guard let text = single(name) else { return nil }
        guard (1...19).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int64(text),
            range.contains(value)
        else {
            add(name, .outOfRange, "A whole number from \(range.lowerBound) to \(range.upperBound) is needed.")
            return nil
        }
        return value
    }

    /// A list separated by commas, each one of `allowed`; nil where the parameter is absent.
    mutating func list(_ name: String, of allowed: [String]) -> [String]? {
        guard let text = single(name) else { return nil }
        var result: [String] = []
        for part in text.utf8.prefix(8192).split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            let word = String(part) ?? ""
            if allowed.contains(where: { $0.utf8.elementsEqual(word.utf8) }) {
                if !result.contains(word) { result.append(word) }
            } else {
                let hint = NearestName.of(word, among: allowed).map { " Did you mean \($0)?" } ?? ""
                add(name, .unknownValue, "\(QueryString.shown(word)) is none of \(allowed.joined(separator: ", ")).\(hint)")
            }
        }
        return result
    }

    /// Adds a fault for each parameter that nothing asked for.
    mutating func refuseUnknown() {
        for item in query.items where !known.contains(where: { $0.utf8.elementsEqual(item.name.utf8) }) {
            let hint = NearestName.of(item.name, among: known).map { " Did you mean \($0)?" } ?? ""
            add(QueryString.shown(item.name), .unknownParameter, "There is no such parameter here.\(hint)")
        }
    }

    /// - Throws: everything gathered, unknown parameters too.
    mutating func finish() throws(ParameterError) {
        refuseUnknown()
        if !faults.isEmpty { throw ParameterError(faults) }
    }

    private mutating func checkedChoice<Choice: RawRepresentable & CaseIterable>(_ text: String, _ name: String) -> Choice?
    where Choice.RawValue == String {
        if let choice = Choice(rawValue: text) { return choice }
        add(name, .unknownValue, "One of \(Choice.allCases.map(\.rawValue).joined(separator: ", ")) is needed.")
        return nil
    }
}
