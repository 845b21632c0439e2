import DatelineModels
import GRDB

/// Finds the entities that a client named as targets of links, and makes those that are new.
struct EntityResolver {
    let context: WriteContext
    var faults = Faults()

    init(_ context: WriteContext) {
        self.context = context
    }

    /// nil where a fault was added at `pointer` (for an id) or below it.
    mutating func key(_ target: EntityTarget, _ pointer: String) throws -> Int64? {
        switch target {
        case .id(let id):
            if let key = try context.db.integer("SELECT entity_key FROM entity WHERE id = ?", [id.blob]) { return key }
            faults.add(pointer: pointer, .notFound, "There is no entity with this id.")
            return nil
        case .named(let name, let type):
            return try key(named: name, type, pointer)
        }
    }

    /// An exact name goes before an alias. A weak alias is too little to go by.
    private mutating func key(named name: String, _ type: EntityType?, _ pointer: String) throws -> Int64? {
        let folded = Folding.fold(name)
        let rows = try context.db.rows(
            """
            SELECT entity_name.entity_key, entity_name.kind FROM entity_name
            JOIN entity ON entity.entity_key = entity_name.entity_key
            WHERE entity_name.folded = ? AND entity_name.kind IN ('name', 'alias') AND entity.type = ifnull(?, entity.type)
            ORDER BY entity_name.entity_key
            """,
            [folded, type?.rawValue]
        )
        let byName = rows.filter { $0[1] as String == "name" }
        let candidates = byName.isEmpty ? rows : byName
        switch candidates.count {
        case 0: return try EntityWriter(context).insert(EntityDraft(type: type ?? .other, name: name))
        case 1: return candidates[0][0]
        default:
            faults.add(
                pointer: pointer, .inconsistent,
                "Several entities bear this name; send the id of one of them\(type == nil ? ", or its type" : "").")
            return nil
        }
    }
}
