import DatelineModels
import Testing

@testable import DatelineSQLite

@Suite struct PageBuildingTests {
    private let hits = (1...60).map { Hit(key: $0, value: .integer($0), id: ResourceID(high: 1, low: UInt64($0))) }

    @Test(arguments: [(0, 59), (1 << 20, 25), (300_000, 50), (100 << 20, 25)])
    func page_ofHeavyItems_endsEarly_andSaysWhereTheNextBegins(weight: Int, count: Int) {
        let page = PageBuilding.page(hits, limit: 59, total: nil, weight: { (_: Int64) in weight }) { $0 }
        #expect(page.items == Array(1...Int64(count)))
        #expect(page.next == PageKey(value: .integer(Int64(count)), id: ResourceID(high: 1, low: UInt64(count))))
    }

    @Test func page_ofAllThereIs_isTheLast() {
        #expect(PageBuilding.page(hits, limit: 60, total: nil, weight: { (_: Int64) in 1 }) { $0 }.next == nil)
        let none: Page<Int64> = PageBuilding.page([], limit: 60, total: 0) { $0 }
        #expect(none.items.isEmpty && none.next == nil && none.total == 0)
    }
}
