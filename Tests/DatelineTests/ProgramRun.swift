import Foundation
import Glibc
import Synchronization
import Testing

/// One run of the built program; what it writes goes to files.
///
/// Not Foundation's `Process` with pipes: programs started at the same moment inherit each other's pipes there, and a test that
/// waits for the end of one program's output waits for the other program.
final class ProgramRun: Sendable {
    let processID: pid_t
    private let folder: TemporaryFolder
    private let status = Mutex<Int32?>(nil)

    /// The program that was built beside the tests.
    static var executable: String {
        URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("dateline").path
    }

    convenience init(_ arguments: [String], environment: [String: String] = [:]) throws {
        try self.init(command: [Self.executable] + arguments, environment: environment)
    }

    /// - Parameters:
    ///   - command: another program, such as a shell that runs ours, with its arguments.
    ///   - terminal: the path of one, to be standard error; ``errorText`` is empty then.
    init(command: [String], environment: [String: String] = [:], terminal: String? = nil) throws {
        folder = try TemporaryFolder()
        var variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("DATELINE_") || $0.key == "DATELINE_TEST_NICENESS" }
        variables["SWIFT_BACKTRACE"] = "enable=no"
        variables.merge(environment) { $1 }
        processID = try Self.spawn(command, variables, output: folder.file("output"), errors: terminal ?? folder.file("errors"))
    }

    deinit {
        if status.withLock({ $0 == nil }) {
            kill(processID, SIGKILL)
            waitpid(processID, nil, 0)
        }
    }

    var outputText: String { (try? String(contentsOfFile: folder.file("output"), encoding: .utf8)) ?? "" }
    var errorText: String { (try? String(contentsOfFile: folder.file("errors"), encoding: .utf8)) ?? "" }

    func signal(_ number: Int32) {
        status.withLock { status in
            if status == nil { _ = kill(processID, number) }
        }
    }

    /// Waits for the end; of a run ended by a signal, the signal's number negated.
    func exitCode() async -> Int32 {
        while true {
            if let code = endedWith { return code }
            try? await Task.sleep(for: .milliseconds(5))
        }
    }

    /// The same for where nothing can be awaited.
    func waitForExit() -> Int32 {
        while true {
            if let code = endedWith { return code }
            usleep(1000)
        }
    }

    func firstOutputLine(containing text: String) async throws -> String {
        var found: String?
        try await eventually("standard output holds a line") {
            let hasEnded = endedWith != nil
            found = outputText.split(separator: "\n").map(String.init).first { $0.contains(text) }
            return found != nil || hasEnded
        }
        guard let found else { throw EndedEarly(errors: errorText) }
        return found
    }

    struct EndedEarly: Error {
        let errors: String
    }

    var hasEnded: Bool { endedWith != nil }

    /// nil while it runs.
    private var endedWith: Int32? {
        status.withLock { status in
            if let status { return status }
            var word: Int32 = 0
            guard waitpid(processID, &word, WNOHANG) == processID else { return nil }
            status = word & 0x7f == 0 ? word >> 8 & 0xff : -(word & 0x7f)
            return status
        }
    }

    private static func spawn(_ command: [String], _ variables: [String: String], output: String, errors: String) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        var arguments = command.map { strdup($0) } + [nil]
        var environment = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in arguments + environment { free(pointer) } }
        var processID: pid_t = 0
        let code = posix_spawn(&processID, command[0], &actions, nil, &arguments, &environment)
        guard code == 0 else { throw SpawnFailed(code: code) }
        return processID
    }

    struct SpawnFailed: Error {
        let code: Int32
    }
}
