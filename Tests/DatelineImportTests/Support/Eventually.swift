import DatelineTestSupport
import Testing

/// Waits until a condition holds, at most for `limit`; a test that comes too late says so.
func eventually(
    within limit: Duration = .seconds(20), _ what: Comment = "the condition", sourceLocation: SourceLocation = #_sourceLocation,
    _ condition: () async throws -> Bool
) async rethrows {
    let deadline = ContinuousClock.now + limit.patient
    while ContinuousClock.now < deadline {
        if try await condition() { return }
        try? await Task.sleep(for: .milliseconds(5))
    }
    #expect(try await condition(), what, sourceLocation: sourceLocation)
}
