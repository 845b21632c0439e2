import DatelineModels
import Foundation
import GRDB

extension WriteContext {
    /// Adds to the log of changes, in the transaction of what it tells of.
    func record(_ action: Change.Action, _ resource: Change.Resource, _ id: Data, version: Int, at time: Timestamp) throws {
        try db.run(
            "INSERT INTO change (action, resource, id, version, at) VALUES (?, ?, ?, ?, ?)",
            [action.rawValue, resource.rawValue, id, version, time.milliseconds]
        )
    }

    /// Gives a resource its next version because what it is shown with changed: tags, links, names of what it refers to.
    func touch(_ resource: TouchedResource, _ key: Int64) throws {
        let time = now()
        guard let row = try db.row(resource.sql, [time.milliseconds, key]) else { return }
        try record(.updated, resource.change, row[0], version: row[1], at: time)
    }

    /// The same for everything that is linked to one thing: in two statements, however much that is, since all other writes wait meanwhile.
    func touch(_ links: LinkTable, of key: Int64) throws {
        let table = links.resource.change.rawValue
        let linked = "SELECT \(table)_key FROM \(links.name) WHERE \(links.column) = ?"
        let time = now().milliseconds
        try db.run("UPDATE \(table) SET version = version + 1, updated_at = ? WHERE \(table)_key IN (\(linked))", [time, key])
        try db.run(
            """
            INSERT INTO change (action, resource, id, version, at)
            SELECT 'updated', '\(table)', id, version, ? FROM \(table) WHERE \(table)_key IN (\(linked)) ORDER BY \(table)_key
            """, [time, key])
    }

    /// Keeps an id from ever being given again.
    func retire(_ id: Data) throws {
        try db.run("INSERT INTO retired_id (id) VALUES (?)", [id])
    }

    func isRetired(_ id: ResourceID) throws -> Bool {
        try db.integer("SELECT 1 FROM retired_id WHERE id = ?", [id.blob]) != nil
    }
}

/// The resources that can be changed by a change of something else.
enum TouchedResource {
    case article, entity, event, tag, source

    var sql: String {
        switch self {
        case .article: "UPDATE article SET version = version + 1, updated_at = ? WHERE article_key = ? RETURNING id, version"
        case .entity: "UPDATE entity SET version = version + 1, updated_at = ? WHERE entity_key = ? RETURNING id, version"
        case .event: "UPDATE event SET version = version + 1, updated_at = ? WHERE event_key = ? RETURNING id, version"
        case .tag: "UPDATE tag SET version = version + 1, updated_at = ? WHERE tag_key = ? RETURNING id, version"
        case .source: "UPDATE source SET version = version + 1, updated_at = ? WHERE source_key = ? RETURNING id, version"
        }
    }

    var change: Change.Resource {
        switch self {
        case .article: .article
        case .entity: .entity
        case .event: .event
        case .tag: .tag
        case .source: .source
        }
    }
}

/// A table of links from resources to something that they are shown with.
struct LinkTable {
    let name: String
    /// What the links lead to.
    let column: String
    let resource: TouchedResource

    static let articlesOfEntity = LinkTable(name: "article_entity", column: "entity_key", resource: .article)
    static let eventsOfEntity = LinkTable(name: "event_entity", column: "entity_key", resource: .event)
}
