/// The place in an ordered list after which a page goes on (keyset pagination): the sort value and the id of the last item.
public struct PageKey: Hashable, Sendable {
    public enum Value: Hashable, Sendable {
        /// The sort value is absent; such items come last in every order.
        case none
        case integer(Int64)
        case real(Double)
        /// A folded name.
        case text(String)
        /// The path of a file.
        case bytes([UInt8])
    }

    public let value: Value
    public let id: ResourceID

    public init(value: Value, id: ResourceID) {
        self.value = value
        self.id = id
    }
}

extension PageKey {
    /// Bytes of a path that a key holds. No system takes longer ones; files may lie deeper all the same.
    public static let placeLength = 4500

    /// The place of a file among others in the order of their paths; of a longer path its beginning.
    public init(placeOf file: ImportRecord) {
        self.init(value: .bytes(Array(file.path.bytes.prefix(Self.placeLength))), id: file.id)
    }
}

public struct PageRequest: Hashable, Sendable {
    /// With about so many bytes a page is long enough, however many items were asked for: it is held in memory.
    public static let enoughBytes = 8 << 20

    /// 1–1000; what HTTP clients may ask for is less.
    public var limit: Int
    /// nil: from the start.
    public var after: PageKey?
    /// Whether ``Page/total`` is wanted; costs a walk over all matches.
    public var counts: Bool

    public init(limit: Int = 50, after: PageKey? = nil, counts: Bool = false) {
        self.limit = limit
        self.after = after
        self.counts = counts
    }
}

public struct Page<Item: Sendable>: Sendable {
    public let items: [Item]
    /// Where the next page begins; nil: this was the last.
    public let next: PageKey?
    public let total: Int?

    public init(items: [Item], next: PageKey?, total: Int? = nil) {
        self.items = items
        self.next = next
        self.total = total
    }

    public func map<Other>(_ transform: (Item) -> Other) -> Page<Other> {
        Page<Other>(items: items.map(transform), next: next, total: total)
    }
}
