import DatelineModels

// What items of pages take of memory, roughly: enough to tell large ones.

extension Article {
    /// In bytes, without the text.
    var weight: Int {
        let small = 300 + headline.utf8.count + (abstract?.utf8.count ?? 0) + tags.weight + events.count * 100
        return mentions.reduce(small) { $0 + 100 + $1.entity.name.utf8.count + $1.surfaces.weight }
    }
}

extension Entity {
    /// In bytes.
    var weight: Int {
        let small = 300 + name.utf8.count + (description?.utf8.count ?? 0) + tags.weight + aliases.weight + weakAliases.weight
        return identifiers.reduce(small) { $0 + 50 + $1.value.utf8.count }
    }
}

extension Event {
    /// In bytes.
    var weight: Int {
        let small = 500 + name.utf8.count + (description?.utf8.count ?? 0) + tags.weight
        return participants.reduce(small) { $0 + 100 + $1.entity.name.utf8.count + ($1.role?.utf8.count ?? 0) }
    }
}

extension [String] {
    fileprivate var weight: Int { reduce(0) { $0 + 20 + $1.utf8.count } }
}
