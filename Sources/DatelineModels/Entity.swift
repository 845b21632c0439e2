public enum EntityType: String, Sendable, CaseIterable {
    case person, organization, place, other
}

/// An entity as it appears inside other resources.
public struct EntityReference: Hashable, Sendable {
    public let id: ResourceID
    public let type: EntityType
    public let name: String

    public init(id: ResourceID, type: EntityType, name: String) {
        self.id = id
        self.type = type
        self.name = name
    }
}

/// A person, organization, place or other thing that articles mention.
public struct Entity: Sendable {
    public let id: ResourceID
    public let version: Int
    public let type: EntityType
    public let name: String
    /// Link on sight.
    public let aliases: [String]
    /// Link only beside a full name of the same entity in the same article.
    public let weakAliases: [String]
    public let description: String?
    /// Value by scheme (`wikidata`, `isni`, …).
    public let identifiers: [String: String]
    public let tags: [String]
    public let articleCount: Int
    /// The earliest and latest publication date among the articles linked; nil where none is dated.
    public let firstPublished: PartialDate?
    public let lastPublished: PartialDate?
    /// Whether stored articles are still being searched for a name or alias that is new.
    public let linkingPending: Bool
    public let createdAt: Timestamp
    public let updatedAt: Timestamp

    public init(
        id: ResourceID, version: Int, type: EntityType, name: String, aliases: [String], weakAliases: [String],
        description: String?, identifiers: [String: String], tags: [String], articleCount: Int,
        firstPublished: PartialDate?, lastPublished: PartialDate?, linkingPending: Bool,
        createdAt: Timestamp, updatedAt: Timestamp
    ) {
        self.id = id
        self.version = version
        self.type = type
        self.name = name
        self.aliases = aliases
        self.weakAliases = weakAliases
        self.description = description
        self.identifiers = identifiers
        self.tags = tags
        self.articleCount = articleCount
        self.firstPublished = firstPublished
        self.lastPublished = lastPublished
        self.linkingPending = linkingPending
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }

    public var reference: EntityReference { EntityReference(id: id, type: type, name: name) }
}

/// What a client sets on an entity, checked and without identity.
public struct EntityDraft: Sendable, Equatable {
    public var type: EntityType
    public var name: String
    public var aliases: [String]
    public var weakAliases: [String]
    public var description: String?
    public var identifiers: [String: String]
    public var tags: [TagName]

    public static let nameRules = TextRules(length: 1...300)
    public static let descriptionRules = TextRules(length: 0...10_000, allowsLines: true)
    public static let maximumAliases = 500
    public static let maximumIdentifiers = 50
    public static let maximumTags = 1000

    public init(
        type: EntityType, name: String, aliases: [String] = [], weakAliases: [String] = [], description: String? = nil,
        identifiers: [String: String] = [:], tags: [TagName] = []
    ) {
        self.type = type
        self.name = name
        self.aliases = aliases
        self.weakAliases = weakAliases
        self.description = description
        self.identifiers = identifiers
        self.tags = tags
    }
}

/// What a client sent for an entity, well typed but unchecked.
public struct EntityInput: Sendable {
    public var type: String?
    public var name: String?
    public var aliases: [String] = []
    public var weakAliases: [String] = []
    public var description: String?
    public var identifiers: [String: String] = [:]
    public var tags: [String] = []

    public init() {}

    /// Checks every field; the pointers are those of the entity's JSON form.
    ///
    /// - Returns: nil if a fault was added here or stood in `faults` already.
    public func validated(into faults: inout Faults) -> EntityDraft? {
        var checker = FieldChecker(faults)
        let name = checker.required(name, "/name", EntityDraft.nameRules)
        if let name, Folding.fold(name).isEmpty {
            checker.faults.add(pointer: "/name", .empty, "A name needs at least one visible character.")
        }
        let type = checker.requiredChoice(self.type, "/type", EntityType.self)
        let aliases = checker.names(aliases, "/aliases", limit: EntityDraft.maximumAliases)
        let weakAliases = checker.names(weakAliases, "/weakAliases", limit: EntityDraft.maximumAliases)
        let description = checker.optional(description, "/description", EntityDraft.descriptionRules)
        let tags = checker.tags(tags, "/tags", limit: EntityDraft.maximumTags)
        let identifiers = checkedIdentifiers(&checker)
        faults = checker.faults
        guard faults.isEmpty, let name, let type else { return nil }
        let nameKey = Folding.fold(name)
        let strong = aliases.filter { !Folding.fold($0).utf8.elementsEqual(nameKey.utf8) }
        let strongKeys = Set(strong.map { Folding.fold($0) } + [nameKey])
        return EntityDraft(
            type: type, name: name, aliases: strong, weakAliases: weakAliases.filter { !strongKeys.contains(Folding.fold($0)) },
            description: description, identifiers: identifiers, tags: tags
        )
    }

    private func checkedIdentifiers(_ checker: inout FieldChecker) -> [String: String] {
        guard identifiers.count <= EntityDraft.maximumIdentifiers else {
            checker.faults.add(pointer: "/identifiers", .tooMany, "At most \(EntityDraft.maximumIdentifiers) identifiers are allowed.")
            return [:]
        }
        var result: [String: String] = [:]
        for (scheme, value) in identifiers.sorted(by: { $0.key < $1.key }) {
            let pointer = "/identifiers/" + JSONPointer.escape(String(scheme.unicodeScalars.prefix(50)))
            guard (1...50).contains(scheme.utf8.count), scheme.utf8.allSatisfy(Self.isSchemeByte) else {
                checker.faults.add(pointer: pointer, .format, "A scheme is 1 to 50 of a-z, 0-9, '-', '_' and '.', such as wikidata.")
                continue
            }
            if let checked = TextRules(length: 1...300).check(value, at: .pointer(pointer), into: &checker.faults) {
                result[scheme] = checked
            }
        }
        return result
    }

    private static func isSchemeByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
            UInt8(ascii: "."):
            true
        default: false
        }
    }
}

/// How a client names an entity where one is to be linked.
public enum EntityTarget: Hashable, Sendable {
    case id(ResourceID)
    /// Found by name or alias (of that type, if one is given), made when new.
    case named(String, EntityType?)
}
