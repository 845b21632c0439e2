import DatelineModels

@testable import DatelineJSON

private let stored = StoredResources()

/// JSON bodies as the forms of the contract: what is taken as a draft is taken again as it is written, and the same comes of it.
func fuzz(_ bytes: [UInt8]) {
    guard let json = try? JSONReader.read(bytes) else { return }
    checkArticle(try? ArticleInput.draft(from: json))
    checkArticle(try? ArticleInput.draft(patching: stored.article, with: json))
    checkArticle(try? ArticleInput.draft(from: json, mode: .replace(id: stored.article.id, current: stored.article)))
    checkEntity(try? EntityInput.draft(from: json))
    checkEntity(try? EntityInput.draft(patching: stored.entity, with: json))
    checkEvent(try? EventInput.draft(from: json))
    checkEvent(try? EventInput.draft(patching: stored.event, with: json))
    checkTag(try? TagInput.draft(from: json))
    checkTag(try? TagInput.draft(patching: stored.tag, with: json))
    if let habits = try? stored.source.dateHabits(patchedWith: json), let zone = habits.timeZone {
        require(ZonedClock(identifier: zone) != nil, "\(zone) is taken for a zone")
    }
    checkTagging(json)
    if let names = try? TagName.list(from: json) { require(Set(names).count == names.count, "a tag is listed twice") }
    checkFaults(json)
}

private func checkArticle(_ draft: ArticleDraft?) {
    guard let draft else { return }
    require((draft.datePublished == nil) == (draft.dateStatus == .unknown), "date and status disagree")
    require(draft.headline.unicodeScalars.count <= 1000 && !draft.headline.isEmpty, "the headline is of a wrong length")
    guard let again = try? ArticleInput.draft(from: .object(draft.json)) else { return require(false, "\(draft.json) isn't taken") }
    require(again.json == draft.json, "\(draft.json) became \(again.json)")
}

private func checkEntity(_ draft: EntityDraft?) {
    guard let draft else { return }
    guard let again = try? EntityInput.draft(from: .object(draft.json)) else { return require(false, "\(draft.json) isn't taken") }
    require(again == draft && again.json == draft.json, "\(draft.json) became \(again.json)")
}

private func checkEvent(_ draft: EventDraft?) {
    guard let draft else { return }
    if let start = draft.startDate, let end = draft.endDate { require(end.latest > start.earliest, "an event ends before it begins") }
    guard let again = try? EventInput.draft(from: .object(draft.json)) else { return require(false, "\(draft.json) isn't taken") }
    require(again.json == draft.json, "\(draft.json) became \(again.json)")
}

private func checkTag(_ draft: TagDraft?) {
    guard let draft else { return }
    guard let again = try? TagInput.draft(from: .object(draft.json)) else { return require(false, "\(draft.json) isn't taken") }
    require(again == draft && isSame(again.name.text, draft.name.text), "\(draft.json) became \(again.json)")
}

private func checkTagging(_ json: JSONValue) {
    var faults = Faults()
    let tagging = TaggingInput(json: json, faults: &faults)
    guard faults.isEmpty else { return }
    require(Set(tagging.add).isDisjoint(with: tagging.remove), "a tag is added and removed")
}

/// Faults are bounded, and whoever counts them counts at least those that are told.
private func checkFaults(_ json: JSONValue) {
    do throws(ValidationError) {
        _ = try ArticleInput.draft(from: json)
    } catch {
        require(!error.faults.isEmpty && error.faults.count <= 100 && error.count >= error.faults.count, "\(error.faults.count) faults")
        for fault in error.faults { require(fault.detail.utf8.count <= 2000, "a fault is told at length") }
    }
}

/// What patches are laid over.
private struct StoredResources {
    let article: Article
    let entity: Entity
    let event: Event
    let tag: Tag
    let source: Source

    init() {
        let id = ResourceID(high: 0x018f_0000_0000_7000, low: 0x8000_0000_0000_0001)
        let now = Timestamp(milliseconds: 1_774_500_000_000)
        let place = EntityReference(id: id, type: .place, name: "Karsh")
        article = Article(
            id: id, version: 3, headline: "Port opens", body: "It was open.", abstract: nil, byline: "Lena Marsk", source: "Courier",
            url: "https://courier.example/a", language: "en", datePublished: PartialDate(year: 2026, month: 3, day: 26), dateModified: nil,
            dateStatus: .stated, tags: ["ports"],
            mentions: [Mention(entity: place, count: 1, surfaces: ["Karsh"], status: .manual, linkedBy: .client)],
            events: [EventReference(id: id, name: "Strike", startDate: nil)], autolink: true, wordCount: 5, contentHash: "00",
            importID: nil, createdAt: now, updatedAt: now)
        entity = Entity(
            id: id, version: 1, type: .place, name: "Karsh", aliases: ["Port of Karsh"], weakAliases: [], description: nil,
            identifiers: ["wikidata": "Q1"], tags: ["ports"], articleCount: 1, firstPublished: nil, lastPublished: nil,
            linkingPending: false, createdAt: now, updatedAt: now)
        event = Event(
            id: id, version: 1, name: "Strike", description: nil, startDate: PartialDate(year: 2026, month: 3), endDate: nil,
            status: .happened, location: .entity(place), participants: [EventParticipant(entity: place, role: "host")], superEvent: nil,
            tags: [], articleCount: 1, sourceCount: 1, createdAt: now, updatedAt: now)
        tag = Tag(
            id: id, version: 1, name: "ports", description: nil, color: "#00aa11", articleCount: 1, entityCount: 0, eventCount: 0,
            createdAt: now, updatedAt: now)
        source = Source(id: id, version: 1, name: "Courier", articleCount: 1, timeZone: nil, dateOrder: nil, updatedAt: now)
    }
}
