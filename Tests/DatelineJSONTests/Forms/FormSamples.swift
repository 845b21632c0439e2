import DatelineJSON
import DatelineModels

let anID = ResourceID("018f0000-0000-7000-8000-000000000001")!
let anotherID = ResourceID("018f0000-0000-7000-8000-000000000002")!
let anEntity = EntityReference(id: anotherID, type: .person, name: "Noa Levi")

func json(_ text: String) throws -> JSONValue { try JSONReader.read(Array(text.utf8)) }

func written(_ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
}

/// The faults of a failing read as "pointer code", in order.
func faults(_ read: () throws -> some Any) -> [String] {
    do {
        _ = try read()
        return []
    } catch let error as ValidationError {
        return error.faults.map { fault in
            guard case .pointer(let pointer) = fault.location else { return "parameter" }
            return "\(pointer) \(fault.code.rawValue)"
        }
    } catch {
        return ["\(error)"]
    }
}

func anArticle() -> Article {
    Article(
        id: anID, version: 3, headline: "Talks begin", body: "First\nsecond", abstract: nil, byline: "By A. Writer", source: "NewsTrack",
        url: "https://example.org/a", language: "en", datePublished: PartialDate(year: 2024, month: 3, day: 26), dateModified: nil,
        dateStatus: .inferred, tags: ["rafah"],
        mentions: [
            Mention(entity: anEntity, count: 2, surfaces: ["Levi"], status: .auto, linkedBy: .alias),
            Mention(
                entity: EntityReference(id: anID, type: .place, name: "Haifa"), count: 0, surfaces: [], status: .manual, linkedBy: .client),
        ],
        events: [EventReference(id: anotherID, name: "Talks", startDate: nil)], autolink: true, wordCount: 4, contentHash: "ab12",
        importID: nil, createdAt: Timestamp(milliseconds: 1_711_000_000_000), updatedAt: Timestamp(milliseconds: 1_711_000_000_123)
    )
}

func anEvent(location: EventLocation?) -> Event {
    Event(
        id: anID, version: 1, name: "Talks", description: nil, startDate: PartialDate(year: 2024), endDate: nil, status: .happened,
        location: location, participants: [EventParticipant(entity: anEntity, role: "host")],
        superEvent: EventReference(id: anotherID, name: "Summit", startDate: PartialDate(year: 2023)), tags: [], articleCount: 2,
        sourceCount: 1,
        createdAt: Timestamp(milliseconds: 0), updatedAt: Timestamp(milliseconds: 0)
    )
}

func aPerson() -> Entity {
    Entity(
        id: anID, version: 2, type: .person, name: "Noa Levi", aliases: ["N. Levi"], weakAliases: ["Levi"], description: nil,
        identifiers: ["wikidata": "Q1", "isni": "2"], tags: [], articleCount: 5, firstPublished: PartialDate(year: 2020),
        lastPublished: nil,
        linkingPending: true, createdAt: Timestamp(milliseconds: 0), updatedAt: Timestamp(milliseconds: 0)
    )
}
