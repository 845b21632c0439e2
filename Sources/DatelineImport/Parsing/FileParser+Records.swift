import DatelineJSON
import DatelineModels
import DatelineReading

extension FileParser {
    /// Where a record stands in its file.
    struct Place {
        let line: Int?
        let byteOffset: Int?
        let shown: ArraySlice<UInt8>
    }

    /// Adds an article of what a document states. What breaks the rules of an article is left out, with a warning; only the headline must be there.
    ///
    /// - Parameter place: nil: that it can't be taken is no fault of a record.
    func add(_ fields: StatedFields, number: Int, isWholeFile: Bool, place: Place?, to parsed: inout ParsedFile) {
        var checker = FieldKeeper()
        let stated = checker.draft(of: fields)
        parsed.warn(fields.warnings)
        parsed.warn(checker.warnings)
        if fields.needsHabits, let source = parsed.overlay.source ?? fields.source, habits[source] == nil {
            parsed.wantedHabits.insert(source)
        }
        var identity = RecordIdentity(key: fields.key.flatMap { RecordIdentity.key($0) })
        if fields.key != nil, identity.key == nil { parsed.warn("dropped-key") }
        guard let draft = overlaid(stated, source: fields.source, in: &parsed) else {
            guard let place else { return }
            parsed.add(
                ImportFault(
                    line: place.line, byteOffset: place.byteOffset, reason: "invalid-article: required /headline", showing: place.shown))
            return
        }
        if !parsed.overlay.identity.isEmpty { identity = parsed.overlay.identity }
        if [draft.headline, draft.abstract, draft.body].contains(where: { $0.map(TextDecoding.hasMojibake) ?? false }) {
            parsed.warn(ReadingWarning.suspectedMojibake.rawValue)
        }
        // A side file that was refused has no say in it by now.
        parsed.add(
            ImportedArticle(recordNumber: number, draft: draft, id: identity.id, key: identity.key, isWholeFile: isWholeFile),
            Self.told(fields.provenance, of: stated))
    }

    /// Without what was found and then left out.
    private static func told(_ provenance: ReadingProvenance, of draft: ArticleDraft?) -> ReadingProvenance {
        var told = provenance
        if draft?.byline == nil { told.byline = nil }
        if draft?.source == nil { told.source = nil }
        if draft?.language == nil { told.language = nil }
        if draft?.body == nil { told.body = nil }
        return told
    }

    /// The draft with side file and folder laid over it. A side file that spoils it is told, and has no say.
    private func overlaid(_ stated: ArticleDraft?, source: String?, in parsed: inout ParsedFile) -> ArticleDraft? {
        guard parsed.overlay.hasMembers else {
            var draft = stated
            if let source = parsed.overlay.folderSource { draft?.source = source }
            return draft
        }
        let object = parsed.overlay.applied(to: stated?.json ?? JSONObject())
        var faults = Faults()
        if let draft = article(.object(object), faults: &faults, in: &parsed) { return draft }
        guard stated != nil else { return nil }
        parsed.refuseSideFile(faults)
        return overlaid(stated, source: source, in: &parsed)
    }

    /// Adds an article in the form of the API.
    func add(_ object: JSONObject, number: Int, isWholeFile: Bool, place: Place, to parsed: inout ParsedFile) {
        var faults = Faults()
        var (rest, identity) = RecordIdentity.taken(from: object, faults: &faults)
        if let source = parsed.overlay.folderSource { rest.replace("source", with: .string(source)) }
        var draft: ArticleDraft?
        if parsed.overlay.hasMembers {
            var overlaidFaults = faults
            draft = article(.object(parsed.overlay.applied(to: rest)), faults: &overlaidFaults, in: &parsed)
            if draft == nil {
                draft = article(.object(rest), faults: &faults, in: &parsed)
                if draft != nil { parsed.refuseSideFile(overlaidFaults) }
            }
        } else {
            draft = article(.object(rest), faults: &faults, in: &parsed)
        }
        guard let draft else {
            let first = faults.list.first
            let reason = "invalid-article: \(first?.code.rawValue ?? Fault.Code.format.rawValue)\(first?.place ?? "")"
            parsed.add(ImportFault(line: place.line, byteOffset: place.byteOffset, reason: reason, showing: place.shown))
            return
        }
        if !parsed.overlay.identity.isEmpty { identity = parsed.overlay.identity }
        if [draft.headline, draft.abstract, draft.body].contains(where: { $0.map(TextDecoding.hasMojibake) ?? false }) {
            parsed.warn(ReadingWarning.suspectedMojibake.rawValue)
        }
        parsed.articles.append(
            ImportedArticle(recordNumber: number, draft: draft, id: identity.id, key: identity.key, isWholeFile: isWholeFile))
    }

    private func article(_ json: JSONValue, faults: inout Faults, in parsed: inout ParsedFile) -> ArticleDraft? {
        let input = ArticleInput(json: json, faults: &faults)
        let habits = input.source.flatMap { self.habits[$0] }
        if habits == nil, let source = input.source, input.needsZone { parsed.wantedHabits.insert(source) }
        return input.validated(zone: habits?.zone, into: &faults)
    }
}

/// Makes a draft of what a document states, leaving out what can't be kept.
struct FieldKeeper {
    private(set) var warnings: [String] = []

    mutating func draft(of fields: StatedFields) -> ArticleDraft? {
        let headline = kept(fields.headline, ArticleDraft.headlineRules, "headline")
        var draft = ArticleDraft(headline: headline ?? "")
        draft.body = kept(fields.body, ArticleDraft.bodyRules, "body")
        draft.abstract = kept(fields.abstract, ArticleDraft.abstractRules, "abstract")
        draft.byline = kept(fields.byline, ArticleDraft.bylineRules, "byline")
        draft.source = kept(fields.source, ArticleDraft.sourceRules, "source")
        if let url = fields.url {
            var faults = Faults()
            draft.url = WebAddress(url, at: .pointer("url"), into: &faults)
            if draft.url == nil { warnings.append("dropped-url") }
        }
        if let language = fields.language {
            draft.language = LanguageTag(language)
            if draft.language == nil { warnings.append("dropped-language") }
        }
        draft.tags = tags(fields.tags)
        draft.datePublished = fields.datePublished
        draft.dateModified = fields.dateModified
        draft.dateStatus = fields.datePublished == nil ? .unknown : fields.dateStatus
        return headline == nil ? nil : draft
    }

    private mutating func kept(_ text: String?, _ rules: TextRules, _ name: String) -> String? {
        guard let text, !text.isEmpty else { return nil }
        var faults = Faults()
        let checked = rules.check(text, at: .pointer(name), into: &faults)
        if checked == nil { warnings.append("dropped-\(name)") }
        return checked
    }

    private mutating func tags(_ names: [String]) -> [TagName] {
        var faults = Faults()
        var seen: Set<TagName> = []
        let tags = names.prefix(ArticleDraft.maximumTags).compactMap { name in
            TagName(name, at: .pointer("/tags"), into: &faults).flatMap { seen.insert($0).inserted ? $0 : nil }
        }
        if !faults.isEmpty || names.count > ArticleDraft.maximumTags { warnings.append("dropped-tags") }
        return tags
    }
}
