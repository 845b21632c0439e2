import Foundation
import Synchronization
import Testing

/// What came out of one pipe so far.
private final class CollectedOutput: Sendable {
    private struct State {
        var bytes: [UInt8] = []
        var hasEnded = false
    }

    private let state = Mutex(State())

    init(_ pipe: Pipe) {
        pipe.fileHandleForReading.readabilityHandler = { [self] handle in
            let data = handle.availableData
            if data.isEmpty { handle.readabilityHandler = nil }
            state.withLock { state in
                state.bytes += data
                if data.isEmpty { state.hasEnded = true }
            }
        }
    }

    var text: String { state.withLock { String(decoding: $0.bytes, as: UTF8.self) } }
    var hasEnded: Bool { state.withLock(\.hasEnded) }
}

/// One run of the built program with its output.
final class ProgramRun: Sendable {
    private let process: Process
    private let output: CollectedOutput
    private let errors: CollectedOutput

    /// The program that was built beside the tests.
    static var executable: URL {
        URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("dateline")
    }

    init(_ arguments: [String], environment: [String: String] = [:], launcher: [String] = []) throws {
        process = Process()
        let command = launcher + [Self.executable.path] + arguments
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        var variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("DATELINE_") }
        variables["SWIFT_BACKTRACE"] = "enable=no"
        process.environment = variables.merging(environment) { $1 }
        let outputPipe = Pipe()
        let errorPipe = Pipe()
        process.standardOutput = outputPipe
        process.standardError = errorPipe
        process.standardInput = FileHandle.nullDevice
        output = CollectedOutput(outputPipe)
        errors = CollectedOutput(errorPipe)
        try process.run()
    }

    var processID: Int32 { process.processIdentifier }
    var outputText: String { output.text }
    var errorText: String { errors.text }

    func signal(_ number: Int32) {
        if process.isRunning { kill(processID, number) }
    }

    /// Waits for the end; of a run ended by a signal, the signal's number negated.
    func exitCode() async -> Int32 {
        while process.isRunning || !output.hasEnded || !errors.hasEnded {
            try? await Task.sleep(for: .milliseconds(5))
        }
        return process.terminationReason == .uncaughtSignal ? -process.terminationStatus : process.terminationStatus
    }

    func firstOutputLine(containing text: String) async throws -> String {
        var found: String?
        try await eventually("standard output holds '\(text)'; standard error: \(errorText)", within: .seconds(60)) {
            found = outputText.split(separator: "\n").map(String.init).first { $0.contains(text) }
            return found != nil || (!process.isRunning && errors.hasEnded)
        }
        guard let found else { throw EndedEarly(errors: errorText) }
        return found
    }

    struct EndedEarly: Error {
        let errors: String
    }
}
