import HTTPTypes
import Testing

@testable import DatelineHTTP

@Suite struct RequestRatesTests {
    /// Seconds to wait; nil where it was let through.
    private func wait(_ rates: RequestRates, _ token: String, _ now: ContinuousClock.Instant) -> Int? {
        do throws(Problem) {
            try rates.take(token, now: now)
            return nil
        } catch {
            #expect(error.status.code == 429)
            return error.retryAfter
        }
    }

    @Test func requests_asManyAsInAMinute_mayComeAtOnce_andThenEvenly() {
        let rates = RequestRates(perMinute: 6)
        let start = ContinuousClock.now
        for _ in 0..<6 { #expect(wait(rates, "a", start) == nil) }
        #expect(wait(rates, "a", start) == 10)
        #expect(wait(rates, "b", start) == nil)
        #expect(wait(rates, "a", start + .seconds(4)) == 6)
        #expect(wait(rates, "a", start + .seconds(10)) == nil)
        #expect(wait(rates, "a", start + .seconds(10)) == 10)
        // Refused ones cost nothing, and no more than a minute's is saved up.
        for _ in 0..<6 { #expect(wait(rates, "a", start + .seconds(1_000)) == nil) }
        #expect(wait(rates, "a", start + .seconds(1_000)) == 10)
    }

    @Test func table_isBounded() {
        let rates = RequestRates(perMinute: 1)
        let start = ContinuousClock.now
        for number in 0..<3_000 { #expect(wait(rates, "\(number)", start + .milliseconds(number)) == nil) }
        #expect(rates.count == RequestRates.most)
        #expect(wait(rates, "2999", start + .seconds(3)) == 60)
        #expect(wait(rates, "new", start + .seconds(100)) == nil)
        #expect(rates.count == 1)
    }

    @Test func tokenThatAsksTooOften_is429_andNobodyElse() async throws {
        let keys = AccessTests.Keys()
        var configuration = HTTPConfiguration(access: AccessControl(try keys.list))
        configuration.limits.tokenRequests = 3
        try await withServer(routes: edgeTestRoutes(), configuration: configuration) { port throws in
            func ask(_ key: String?, _ target: String = "/v1/articles") throws -> RawAnswer {
                try RawConnection(port: port).exchange("GET", target, key.map { ["Authorization: Bearer \($0)"] } ?? [])
            }
            for target in ["/v1/articles", "/nowhere", "/v1/tags/a"] { #expect(try ask(keys.reading.text, target).status != 429) }
            let refused = try ask(keys.reading.text)
            #expect(refused.status == 429)
            #expect(refused["retry-after"].flatMap { Int($0) }.map { (1...20).contains($0) } == true)
            try expectProblem(refused, slug: "too-many-requests")
            #expect(try ask(keys.writing.text).status == 200)
            // Who has no token is told that, and signs of life are free.
            for _ in 0..<5 { #expect(try ask(nil).status == 401) }
            for _ in 0..<5 { #expect(try ask(keys.reading.text, "/livez").status == 200) }
        }
    }

    @Test func withoutTokens_orUnlessItIsSet_nobodyIsCounted() async throws {
        var configuration = HTTPConfiguration()
        configuration.limits.tokenRequests = 1
        try await withServer(routes: edgeTestRoutes(), configuration: configuration) { port throws in
            for _ in 0..<5 { #expect(try RawConnection(port: port).exchange("GET", "/v1/articles").status == 200) }
        }
        #expect(Workplace(ServiceLimits()).rates == nil)
    }
}
