import DatelineJSON
import DatelineModels
import DatelineReading

/// A news item in IPTC's ninjs: version 3 with its lists of headlines and bodies, and the forms before it.
struct Ninjs {
    private let members: [String: JSONValue]

    /// Only ninjs has these; names differ between versions by capitals and underscores only.
    private static let telling: Set<String> = [
        "headlines", "bodies", "versioncreated", "firstcreated", "pubstatus", "bodytext", "bodyhtml", "bodyxhtml", "representationtype",
        "copyrightholder", "copyrightnotice", "infosources", "slugline", "standard",
    ]

    /// nil where the object has another form.
    init?(_ object: JSONObject) {
        var members: [String: JSONValue] = [:]
        for member in object.members {
            let name = Self.folded(member.name)
            if members[name] == nil { members[name] = member.value }
        }
        let signs = members.keys.count { Self.telling.contains($0) }
        guard case .string? = members["uri"], signs >= 1 else {
            guard case .array? = members["headlines"], signs >= 2 else { return nil }
            self.members = members
            return
        }
        self.members = members
    }

    private static func folded(_ name: String) -> String { name.lowercased().filter { $0 != "_" } }

    /// - Parameter habits: of the source that the item names.
    func fields(
        habits: (String?) -> DateHabits?, notAfter: Int64, budget: ReadingBudget
    ) throws(ReadingError) -> StatedFields {
        var fields = StatedFields()
        fields.headline = try headline(budget)
        fields.body = try body(budget)
        fields.abstract = try text(of: "descriptions", budget) ?? text("descriptiontext")
        fields.byline = text("byline") ?? text("by")
        fields.source = source
        fields.language = text("language")
        fields.tags = tags
        if let uri = text("uri") {
            fields.key = uri
            if uri.hasPrefix("http://") || uri.hasPrefix("https://") { fields.url = uri }
        }
        let first = text("firstcreated") ?? text("contentcreated")
        let version = text("versioncreated")
        let known = habits(fields.source)
        fields.setDates(
            published: first ?? version, modified: first == nil ? nil : version, zone: known?.zone, order: known?.order, notAfter: notAfter)
        if let status = text("pubstatus"), status.lowercased() != "usable" { fields.warnings.append("pub-status-\(status.lowercased())") }
        fields.noteFields()
        return fields
    }

    private var source: String? {
        if case .array(let sources)? = members["infosources"] {
            for case .object(let source) in sources {
                if case .string(let name)? = source["name"] { return TextDecoding.clean(name).text }
            }
        }
        return text("copyrightholder")
    }

    private func text(_ name: String) -> String? {
        guard case .string(let text)? = members[name], !text.isEmpty else { return nil }
        let cleaned = TextDecoding.clean(text).text
        return cleaned.isEmpty ? nil : cleaned
    }

    /// The names of subjects, and keywords.
    private var tags: [String] {
        ["subjects", "subject", "keywords"].flatMap { name -> [String] in
            guard case .array(let values)? = members[name] else { return [] }
            return values.compactMap { value in
                var tag: JSONValue? = value
                if case .object(let object) = value { tag = object["name"] }
                guard case .string(let text)? = tag else { return nil }
                return Self.oneLine(TextDecoding.clean(text).text)
            }
        }.filter { !$0.isEmpty }
    }

    private func headline(_ budget: ReadingBudget) throws(ReadingError) -> String? {
        if let text = try text(of: "headlines", budget) { return Self.oneLine(text) }
        return (text("headline") ?? text("title")).map(Self.oneLine)
    }

    /// A return and a line feed are one character.
    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func body(_ budget: ReadingBudget) throws(ReadingError) -> String? {
        if let text = try text(of: "bodies", budget) { return text }
        if let plain = text("bodytext") { return plain }
        for name in ["bodyxhtml", "bodyhtml"] {
            if let markup = text(name) { return try RichText.text(ofHTML: markup, budget: budget) }
        }
        return nil
    }

    /// Of a list of the same text in several forms: plain before rich, the main one before others.
    private func text(of name: String, _ budget: ReadingBudget) throws(ReadingError) -> String? {
        guard case .array(let values)? = members[name] else { return nil }
        var best: (rank: Int, text: String, isHTML: Bool)?
        for case .object(let object) in values {
            var form: [String: String] = [:]
            for member in object.members {
                if case .string(let text) = member.value { form[Self.folded(member.name)] = text }
            }
            guard let value = form["value"], !value.isEmpty else { continue }
            let type = form["contenttype"]?.lowercased() ?? ""
            let isHTML = type.contains("html") || type.contains("xml") || type.isEmpty && RichText.isLikelyHTML(value)
            let rank = (isHTML ? 2 : 0) + (form["role"].map { $0 == "main" } ?? true ? 0 : 1)
            if best.map({ rank < $0.rank }) ?? true { best = (rank, value, isHTML) }
        }
        guard let best else { return nil }
        return best.isHTML ? try RichText.text(ofHTML: best.text, budget: budget) : TextDecoding.clean(best.text).text
    }
}
