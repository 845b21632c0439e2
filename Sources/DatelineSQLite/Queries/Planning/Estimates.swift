import DatelineModels
import GRDB

/// How many rows each part of a filter lets through: from the counters where there are some, else counted up to a cap, and
/// only when it is asked for.
struct Estimates {
    /// A part of a filter that rows can be found by.
    enum Part: Equatable {
        case condition(Int)
        case text
        case window
    }

    /// Counting goes no further; what has as many is guessed at from there.
    static let cap = 2000

    let filter: ResolvedFilter
    private var conditions: [Int: Int] = [:]
    private var windowCount: Int?
    private var textCount: Int?
    private var rows: Int?

    init(_ filter: ResolvedFilter) {
        self.filter = filter
    }

    /// About how many rows the table has: keys are given in sequence.
    mutating func total(_ db: Database) throws -> Int {
        if let rows { return rows }
        let table = filter.table
        let last = try db.firstRow(of: SQLText("SELECT \(table.key) FROM \(table.name) ORDER BY \(table.key) DESC LIMIT 1")) {
            Int($0.integer(0))
        }
        rows = max(last ?? 1, 1)
        return rows ?? 1
    }

    /// The rows that a condition lets through; nil where they can't be found by it.
    mutating func condition(_ index: Int, _ db: Database) throws -> Int? {
        let condition = filter.conditions[index]
        guard condition.keys != nil else { return nil }
        switch condition.estimate {
        case .exactly(let count), .atMost(let count): return count
        case .unknown: return try total(db)
        case .counted(let keys):
            if let known = conditions[index] { return known }
            let count = try capped(keys, db)
            conditions[index] = count
            return count
        }
    }

    mutating func window(_ db: Database) throws -> Int {
        if let windowCount { return windowCount }
        var only = ResolvedFilter(filter.table)
        only.window = filter.window
        let keys = try KeySearch(filter: only).windowSelection(db)
        let count = try capped(keys, db)
        windowCount = count
        return count
    }

    /// Matches come in order of their keys: where the cap cuts them off, the last one's key tells how many there are in all.
    mutating func text(_ db: Database) throws -> Int {
        if let textCount { return textCount }
        guard let text = filter.text else { return try total(db) }
        var count = 0
        var last: Int64 = 0
        try db.forEachRow(of: text.matches + SQLText(" LIMIT ?", .integer(Int64(Self.cap)))) { row in
            count += 1
            last = row.integer(0)
        }
        let all = try total(db)
        if count == Self.cap { count = max(count, Int(Double(count) * Double(all) / Double(max(last, 1)))) }
        textCount = text.isNegated ? max(all - count, 1) : count
        return textCount ?? count
    }

    private mutating func capped(_ keys: SQLText, _ db: Database) throws -> Int {
        let query = SQLText("SELECT count(*) FROM (") + keys + SQLText(" LIMIT ?)", .integer(Int64(Self.cap)))
        let count = try db.firstRow(of: query, isCached: false) { Int($0.integer(0)) } ?? 0
        return count < Self.cap ? count : max(count, try total(db) / 3)
    }

    /// The part that lets the fewest rows through; nil where none can lead.
    mutating func narrowest(_ db: Database) throws -> Part? {
        var best: (part: Part, count: Int)?
        // Those first whose counts are at hand: the others are counted only if these are many.
        let byCost = filter.conditions.indices.sorted { filter.conditions[$0].isCounted ? false : filter.conditions[$1].isCounted }
        for index in byCost {
            if let best, best.count < Self.cap, filter.conditions[index].isCounted { continue }
            if let count = try condition(index, db), count < best?.count ?? .max { best = (.condition(index), count) }
        }
        if let text = filter.text, !text.isNegated, best.map({ $0.count > 100 }) ?? true {
            let count = try self.text(db)
            if count < best?.count ?? .max { best = (.text, count) }
        }
        if filter.window != nil, best.map({ $0.count > 100 }) ?? true {
            let count = try window(db)
            if count < best?.count ?? .max { best = (.window, count) }
        }
        return best?.part
    }
}

extension Condition {
    var isCounted: Bool {
        if case .counted = estimate { true } else { false }
    }
}
