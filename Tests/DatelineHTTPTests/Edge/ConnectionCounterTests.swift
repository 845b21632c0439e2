import Testing

@testable import DatelineHTTP

@Suite struct ConnectionCounterTests {
    @Test func refusedOnes_stillClosing_dontKeepTheirClientOut() {
        let counter = ConnectionCounter(limit: 10, reserve: 0, perClient: 2)
        #expect(counter.enter("a") == .served && counter.enter("a") == .served)
        for _ in 0..<5 { #expect(counter.enter("a") == .refused) }
        #expect(counter.enter("b") == .served)
        counter.leave("a", .served)
        #expect(counter.enter("a") == .served)
        #expect(counter.enter("a") == .refused)
        #expect(counter.count == 9)
        for _ in 0..<6 { counter.leave("a", .refused) }
        for _ in 0..<2 { counter.leave("a", .served) }
        counter.leave("b", .served)
        #expect(counter.count == 0)
        #expect(counter.enter("a") == .served && counter.enter("a") == .served && counter.enter("a") == .refused)
    }

    @Test func connectionsOfAClientBeyondItsShare_haveHalfTheReserve() {
        let counter = ConnectionCounter(limit: 100, reserve: 4, perClient: 10)
        for _ in 0..<10 { #expect(counter.enter("a") == .served) }
        for _ in 0..<2 { #expect(counter.enter("a") == .overCapacity) }
        #expect(counter.enter("a") == .refused)
        #expect(counter.enter("b") == .served)
        counter.leave("a", .refused)
        counter.leave("a", .overCapacity)
        #expect(counter.enter("a") == .overCapacity)
        for _ in 0..<2 { counter.leave("a", .overCapacity) }
        for _ in 0..<9 { counter.leave("a", .served) }
        #expect(counter.enter("a") == .served)
    }

    @Test func refused_many_isAFlood() {
        let counter = ConnectionCounter(limit: 1, reserve: 0, perClient: 1)
        #expect(counter.enter("a") == .served)
        for _ in 0..<64 { #expect(counter.enter("a") == .refused && !counter.isFlooded) }
        #expect(counter.enter("a") == .refused && counter.isFlooded)
        counter.leave("a", .refused)
        #expect(!counter.isFlooded)
    }
}
