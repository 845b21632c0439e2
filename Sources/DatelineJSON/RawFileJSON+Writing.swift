public import DatelineModels

extension JSONWriter {
    /// What a file would become.
    public mutating func rawFile(_ file: RawFile) {
        beginObject()
        member("detectedType", string: file.detectedType)
        member("encoding", string: file.encoding)
        member("replacedBytes", integer: file.replacedBytes)
        member("warnings", strings: file.warnings)
        importFaults(file.errors)
        member("errorCount", integer: file.errorCount)
        key("articles")
        beginArray()
        for article in file.articles { rawArticle(article, file.itemProvenance[article.recordNumber]) }
        endArray()
        optionalProvenance(file.provenance)
        endObject()
    }

    private mutating func optionalProvenance(_ provenance: ReadingProvenance?) {
        key("provenance")
        if let provenance { self.provenance(provenance) } else { null() }
    }

    private mutating func rawArticle(_ article: ImportedArticle, _ provenance: ReadingProvenance?) {
        let draft = article.draft
        beginObject()
        member("recordNumber", integer: article.recordNumber)
        member("id", id: article.id)
        member("key", string: article.key)
        member("headline", string: draft.headline)
        member("body", string: draft.body)
        member("abstract", string: draft.abstract)
        member("byline", string: draft.byline)
        member("source", string: draft.source)
        member("url", string: draft.url?.text)
        member("language", string: draft.language?.text)
        member("datePublished", date: draft.datePublished)
        member("dateModified", date: draft.dateModified)
        member("dateStatus", string: draft.dateStatus.rawValue)
        member("tags", strings: draft.tags.map(\.text))
        key("mentions")
        beginArray()
        for mention in draft.mentions { self.mention(mention.target) }
        endArray()
        member("events", strings: draft.events.map(\.id.description))
        optionalProvenance(provenance)
        endObject()
    }

    private mutating func mention(_ target: EntityTarget) {
        beginObject()
        key("entity")
        switch target {
        case .id(let id): string(id.description)
        case .named(let name, let type):
            beginObject()
            member("name", string: name)
            if let type { member("type", string: type.rawValue) }
            endObject()
        }
        endObject()
    }

    /// Where everything in a reading came from, and what was left out.
    public mutating func provenance(_ provenance: ReadingProvenance) {
        beginObject()
        origin("headline", provenance.headline)
        origin("byline", provenance.byline)
        origin("source", provenance.source)
        origin("language", provenance.language)
        origin("body", provenance.body)
        key("dateline")
        if let dateline = provenance.dateline {
            beginObject()
            member("line", integer: dateline.line)
            member("place", string: dateline.place)
            member("agency", string: dateline.agency)
            endObject()
        } else {
            null()
        }
        key("dates")
        beginArray()
        for date in provenance.dates { candidate(date) }
        endArray()
        key("removed")
        beginArray()
        for span in provenance.removed {
            beginObject()
            member("firstLine", integer: span.lines?.lowerBound)
            member("lastLine", integer: span.lines?.upperBound)
            member("reason", string: span.reason.rawValue)
            member("excerpt", string: span.excerpt)
            endObject()
        }
        endArray()
        endObject()
    }

    private mutating func origin(_ name: String, _ origin: FieldOrigin?) {
        key(name)
        guard let origin else { return null() }
        beginObject()
        member("line", integer: origin.line)
        member("how", string: origin.how.rawValue)
        endObject()
    }

    private mutating func candidate(_ date: DateCandidate) {
        beginObject()
        member("line", integer: date.line)
        member("raw", string: date.raw)
        member("role", string: date.role.rawValue)
        member("value", date: date.value)
        member("localTime", string: date.localTime)
        member("outcome", string: date.outcome.rawValue)
        endObject()
    }
}
