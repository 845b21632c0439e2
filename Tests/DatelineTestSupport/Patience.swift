import Foundation
public import Testing

/// How many times as long tests wait for what has to happen as they do otherwise: 1, or what `DATELINE_TEST_PATIENCE` says.
///
/// A sanitized program does the same as any other, and several times as slowly. Only limits of waiting are multiplied; what is waited for
/// stays the same.
public enum Patience {
    public static let factor = ProcessInfo.processInfo.environment["DATELINE_TEST_PATIENCE"].flatMap(Int.init).map { max($0, 1) } ?? 1
}

extension Duration {
    /// As long, for who is patient.
    public var patient: Duration { self * Patience.factor }

    /// How long is waited for what has to happen, whenever that is: no machine is so busy that it takes longer, unless it never happens.
    public static var untilHung: Duration { .seconds(300).patient }
}

extension TimeLimitTrait.Duration {
    /// How long a test may take in which such waits follow one another.
    public static var untilHung: Self { .minutes(30 * Patience.factor) }
}
