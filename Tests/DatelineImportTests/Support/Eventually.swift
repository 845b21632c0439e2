import DatelineTestSupport
import Testing

/// Waits until a condition holds, and says so if it never does.
func eventually(
    _ what: Comment = "the condition", sourceLocation: SourceLocation = #_sourceLocation,
    _ condition: () async throws -> Bool
) async rethrows {
    let deadline = ContinuousClock.now + .untilHung
    while ContinuousClock.now < deadline {
        if try await condition() { return }
        try? await Task.sleep(for: .milliseconds(5))
    }
    #expect(try await condition(), what, sourceLocation: sourceLocation)
}
