import DatelineHTTP
import DatelineTestSupport
import Logging
import Synchronization
import Testing

@testable import dateline

@Suite(.timeLimit(.untilHung)) struct BackgroundWorkTests {
    private struct Trouble: Error {}

    @Test func work_fails_isWarnedOfUntilItHasCaughtUp() async throws {
        let warnings = StandingWarnings()
        let tries = Mutex(0)
        let seen = Mutex<[[String]]>([])
        let work = BackgroundWork(
            part: .linking, consequence: "Nothing is linked.", warnings: warnings,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            work: { caughtUp in
                seen.withLock { $0.append(warnings.all.map(\.part)) }
                if tries.withLock({
                    $0 += 1; return $0
                }) < 3 {
                    throw Trouble()
                }
                caughtUp()
                seen.withLock { $0.append(warnings.all.map(\.part)) }
                try await Task.sleep(for: .seconds(3600))
            }, pause: .milliseconds(1))
        let running = Task { try await work.run() }
        while seen.withLock({ $0.count }) < 4 { try await Task.sleep(for: .milliseconds(1)) }
        #expect(seen.withLock { $0 } == [[], ["linking"], ["linking"], []])
        // To be ended is no fault.
        running.cancel()
        try await running.value
        #expect(warnings.all.isEmpty && tries.withLock { $0 } == 3)
    }

    @Test func warnings_areToldInOneOrder_oneOfAPart() {
        let warnings = StandingWarnings()
        warnings.raise(.log, "first")
        warnings.raise(.log, "second")
        warnings.raise(.tokens, "third")
        #expect(warnings.all.map(\.detail) == ["third", "second"])
        warnings.clear(.log)
        #expect(warnings.all.map(\.part) == ["tokens"])
    }
}
