import ArgumentParser
import DatelineImport
import DatelineModels
import Foundation
import Glibc

/// Parses what comes on standard input and says nothing: whether it ends by itself is all that its caller wants to know.
struct ParseTrial: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "parse-trial", shouldDisplay: false)

    @Argument(help: "The file's name.") var name: String

    /// Many times what the parser may take.
    private static let processorSeconds: rlim_t = 120
    private static let memoryBytes: rlim_t = 4 << 30

    func run() throws {
        Self.keepApart()
        let content = try FileHandle.standardInput.read(upToCount: ParserTrial.maximumBytes)
        ParserTrial.parse(Array(content ?? Data()), name: name)
    }

    /// Holds nothing that belongs to the caller, ends also if the caller is gone, and is the first to go where memory runs out.
    private static func keepApart() {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? [] {
            if let descriptor = Int32(name), descriptor > STDERR_FILENO { close(descriptor) }
        }
        limit(RLIMIT_CPU.rawValue, to: processorSeconds)
        limit(RLIMIT_AS.rawValue, to: memoryBytes)
        try? Data("1000".utf8).write(to: URL(fileURLWithPath: "/proc/self/oom_score_adj"))
    }

    private static func limit(_ resource: UInt32, to most: rlim_t) {
        var limit = rlimit(rlim_cur: most, rlim_max: most)
        _ = setrlimit(__rlimit_resource_t(resource), &limit)
    }
}

extension ParseTrial {
    /// Wall time after which nothing is known of the file; the processor's time has a bound of its own.
    private static let patience = Duration.seconds(300)
    private static let lookInterval = Duration.milliseconds(20)

    /// Runs the command on a file of the folder, until the task is cancelled.
    ///
    /// - Parameter file: open for reading, at its beginning.
    /// - Returns: false where a signal has ended the process, as a crash does and the end of its time or memory; true also where it can't be
    ///   started or waited for, which says nothing of the file.
    @Sendable static func outlives(_ path: ImportPath, _ file: Int32) async -> Bool {
        // Its ending tells how it is read; the rest of a name may be anything.
        let ending = path.bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).last.map { Array($0) } ?? []
        let name = "file." + String(decoding: ending, as: UTF8.self).replacing("\0", with: "")
        guard let process = start(["dateline", configuration.commandName ?? "", name], input: file) else { return true }
        let end = ContinuousClock.now + patience
        var status: Int32 = 0
        while true {
            let ended = waitpid(process, &status, WNOHANG)
            // The low bits are the signal.
            if ended == process { return status & 0x7F == 0 }
            guard ended == 0 || errno == EINTR else { return true }
            if Task.isCancelled || ContinuousClock.now >= end {
                kill(process, SIGKILL)
                _ = waitpid(process, &status, 0)
                return true
            }
            try? await Task.sleep(for: lookInterval)
        }
    }

    private static func start(_ arguments: [String], input: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        for stream in [STDOUT_FILENO, STDERR_FILENO] { posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0) }
        var attributes = posix_spawnattr_t()
        guard posix_spawnattr_init(&attributes) == 0 else { return nil }
        defer { posix_spawnattr_destroy(&attributes) }
        // The thread that starts it may block signals, which must end the child all the same.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        // The report of a crash would take longer than everything else, and nobody reads it.
        var environment = ProcessInfo.processInfo.environment
        environment["SWIFT_BACKTRACE"] = "enable=no"
        var process: pid_t = 0
        let result = withStrings(arguments) { arguments in
            withStrings(environment.map { "\($0)=\($1)" }) { posix_spawn(&process, "/proc/self/exe", &actions, &attributes, arguments, $0) }
        }
        return result == 0 ? process : nil
    }

    private static func withStrings(_ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Int32) -> Int32 {
        var pointers = strings.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        return pointers.withUnsafeMutableBufferPointer { $0.baseAddress.map { body($0) } ?? ENOMEM }
    }
}
