import DatelineModels
import GRDB

/// What the lists of all kinds have in common.
enum PageBuilding {
    /// - Parameters:
    ///   - hits: up to one more than the page holds.
    ///   - isUndated: whether the least integer stands for a missing sort value.
    ///   - load: the items of keys, in their order.
    static func page<Item>(
        _ hits: [Hit], limit: Int, isUndated: Bool = false, total: Int?, load: ([Int64]) throws -> [Item]
    ) rethrows -> Page<Item> {
        let shown = hits.prefix(limit)
        let next = hits.count > limit ? shown.last.map { PageKey(value: value($0, isUndated: isUndated), id: $0.id) } : nil
        return Page(items: try load(shown.map(\.key)), next: next, total: total)
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
