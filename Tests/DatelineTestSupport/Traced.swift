import Foundation

/// What is different for a program that is run under strace.
public enum Traced {
    /// There the address sanitizer can't look for leaks, and would say so.
    public static var environment: [String: String] {
        let given = ProcessInfo.processInfo.environment["ASAN_OPTIONS"].map { $0 + ":" } ?? ""
        return ["ASAN_OPTIONS": given + "detect_leaks=0"]
    }
}
