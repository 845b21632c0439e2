/// Does the same for many, a few at a time.
enum Concurrently {
    /// - Returns: the results in the order of the items.
    static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item], width: Int, _ body: @escaping @Sendable (Int, Item) async -> Result
    ) async -> [Result] {
        await withTaskGroup(of: (Int, Result).self) { group in
            var results: [(Int, Result)] = []
            results.reserveCapacity(items.count)
            for (number, item) in items.enumerated() {
                if number >= width, let result = await group.next() { results.append(result) }
                group.addTask { (number, await body(number, item)) }
            }
            for await result in group { results.append(result) }
            return results.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }
}
