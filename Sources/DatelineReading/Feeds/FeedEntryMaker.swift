import DatelineModels

/// Makes of the fields of an item what they say of an article.
struct FeedEntryMaker {
    let reader: FeedReader
    let text: FeedText
    let form: FeedReading.Form
    let channel: [FeedField]

    /// What the feed says for all its items.
    struct Channel {
        var title: String?
        var link: String?
        var language: String?
        var authors: [String] = []
    }

    func channelFields() throws(ReadingError) -> Channel {
        var result = Channel()
        for field in channel {
            switch field.name {
            case "title" where result.title == nil: result.title = try text.line(field)
            case "link" where result.link == nil: result.link = address(field)
            case "language" where result.language == nil, "dc:language" where result.language == nil: result.language = text.value(field)
            case "xml:lang" where result.language == nil: result.language = field.attributes["value"]
            case "author" where form == .atom: result.authors += text.values("name", in: field)
            default: break
            }
        }
        return result
    }

    private static let mostAuthors = 50

    func fields(of item: [FeedField], about: String?, in channel: Channel) throws(ReadingError) -> StatedFields {
        var result = StatedFields()
        var authors: [String] = []
        var identifier: String?
        var isPermanentLink = false
        var content: String?
        var summary: String?
        var published: String?
        var modified: String?
        for field in item {
            switch field.name {
            case "title", "dc:title": if result.headline == nil { result.headline = try text.line(field) }
            case "content:encoded", "content": if content == nil { content = nonEmpty(try text.text(field)) }
            case "description", "summary", "dc:description": if summary == nil { summary = nonEmpty(try text.text(field)) }
            case "link": result.url = result.url ?? address(field)
            case "guid":
                identifier = text.value(field)
                isPermanentLink = field.attributes["ispermalink"]?.lowercased() != "false"
            case "id": identifier = identifier ?? text.value(field)
            case "pubdate", "published", "issued", "dc:date", "dcterms:issued", "dcterms:created":
                published = published ?? text.value(field)
            case "updated", "modified", "dcterms:modified": modified = modified ?? text.value(field)
            case "dc:creator": if let name = try text.line(field) { authors.append(name) }
            case "author": authors += form == .atom ? text.values("name", in: field) : try author(field).map { [$0] } ?? []
            case "source" where result.source == nil:
                result.source = form == .atom ? text.values("title", in: field).first : try text.line(field)
            case "xml:lang": result.language = field.attributes["value"]
            case "category", "dc:subject": if let tag = try category(field) { result.tags.append(tag) }
            case "dc:language": result.language = result.language ?? text.value(field)
            default: break
            }
        }
        result.body = content ?? summary
        if let summary, content != nil, summary != content { result.abstract = summary }
        result.source = result.source ?? channel.title
        result.language = result.language ?? channel.language
        result.byline = joined(authors.isEmpty ? channel.authors : authors)
        identify(&result, identifier ?? about, isPermanentLink: isPermanentLink, channel)
        date(&result, published: published, modified: modified)
        if result.headline == nil, let body = result.body, !body.isEmpty {
            result.headline = HeadlineFinder.firstSentence(body.prefixBefore("\n"))
            result.warnings.append(ReadingWarning.headlineFromText.rawValue)
        }
        result.noteFields()
        return result
    }

    private func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }

    private func joined(_ names: [String]) -> String? {
        var seen: Set<String> = []
        let different = names.filter { seen.insert($0).inserted }
        return nonEmpty(different.prefix(Self.mostAuthors).joined(separator: ", "))
    }

    /// RSS has the name inside, Atom in an attribute.
    private func category(_ field: FeedField) throws(ReadingError) -> String? {
        let named = (field.attributes["label"] ?? field.attributes["term"])?.whiteSpacedWords.joined(separator: " ")
        if let named, !named.isEmpty { return named }
        return try text.line(field)
    }

    /// "lena@orlen.example (Lena Marsk)", as RSS has it; an address alone names nobody.
    private func author(_ field: FeedField) throws(ReadingError) -> String? {
        guard let line = try text.line(field) else { return nil }
        guard line.holds("@") else { return line }
        guard let open = line.firstIndex(of: "("), let close = line.lastIndex(of: ")"), open < close else {
            guard let angle = line.firstIndex(of: "<") else { return nil }
            return nonEmpty(String(line[..<angle]).trimmedSpaces)
        }
        return nonEmpty(String(line[line.index(after: open)..<close]).trimmedSpaces)
    }

    private func address(_ field: FeedField) -> String? {
        if let address = field.attributes["href"]?.trimmedSpaces, !address.isEmpty {
            return ["alternate", nil].contains(field.attributes["rel"]?.lowercased()) ? address : nil
        }
        return text.value(field)
    }

    private func identify(_ result: inout StatedFields, _ identifier: String?, isPermanentLink: Bool, _ channel: Channel) {
        if let url = result.url, url.hasPrefix("/"), !url.hasPrefix("//"), let link = channel.link, let origin = Self.origin(of: link) {
            result.url = origin + url
        }
        guard let identifier else { return }
        let isAddress = identifier.hasPrefix("http://") || identifier.hasPrefix("https://")
        if result.url == nil, isAddress, isPermanentLink || form == .atom { result.url = identifier }
        // "123" is unique within its feed, if at all.
        result.key =
            identifier.holds(":") ? identifier : [channel.link ?? channel.title, identifier].compactMap(\.self).joined(separator: " ")
    }

    /// `https://orlen.example`
    private static func origin(of address: String) -> String? {
        guard let mark = address.firstRange(ofPhrase: "://"), address.hasPrefix("http") else { return nil }
        let rest = address[mark.upperBound...]
        return String(address[..<(rest.firstIndex(of: "/") ?? address.endIndex)])
    }

    private func date(_ result: inout StatedFields, published: String?, modified: String?) {
        let habits = reader.habits(result.source)
        // Atom calls for the moment of the last change only, which most feeds take for that of publication.
        let isGuess = published == nil && modified != nil
        result.setDates(
            published: published ?? modified, modified: isGuess ? nil : modified, zone: habits.zone, order: habits.order,
            notAfter: reader.notAfter)
        if isGuess, result.datePublished != nil { result.dateStatus = .inferred }
    }
}
