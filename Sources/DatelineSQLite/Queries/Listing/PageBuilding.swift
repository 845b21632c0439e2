import DatelineModels
import GRDB

/// What the lists of all kinds have in common.
enum PageBuilding {
    /// Items loaded at once, and so how many may come in addition.
    private static let portion = 25

    /// - Parameters:
    ///   - hits: up to one more than the page holds.
    ///   - isUndated: whether the least integer stands for a missing sort value.
    ///   - weight: bytes of an item, roughly; none where items are small by nature.
    ///   - load: the items of keys, in their order.
    static func page<Item>(
        _ hits: [Hit], limit: Int, isUndated: Bool = false, total: Int?, weight: (Item) -> Int = { _ in 0 },
        load: ([Int64]) throws -> [Item]
    ) rethrows -> Page<Item> {
        var items: [Item] = []
        var (count, bytes) = (0, 0)
        let most = min(limit, hits.count)
        while count < most, bytes < PageRequest.enoughBytes {
            let end = min(count + portion, most)
            let loaded = try load(hits[count..<end].map(\.key))
            bytes += loaded.reduce(0) { $0 + weight($1) }
            items += loaded
            count = end
        }
        let next =
            count > 0 && hits.count > count ? PageKey(value: value(hits[count - 1], isUndated: isUndated), id: hits[count - 1].id) : nil
        return Page(items: items, next: next, total: total)
    }

    private static func value(_ hit: Hit, isUndated: Bool) -> PageKey.Value {
        switch hit.value {
        case .integer(let integer): isUndated && integer == Codec.undated ? .none : .integer(integer)
        case .text(let text): .text(text)
        }
    }

    static func limit(_ request: PageRequest) -> Int { min(max(request.limit, 1), 1000) }

    static func empty<Item>(_ request: PageRequest) -> Page<Item> {
        Page(items: [], next: nil, total: request.counts ? 0 : nil)
    }
}
