import ArgumentParser
import DatelineImport
import DatelineModels
import Dispatch
import Glibc

/// Parses what comes on standard input and says nothing: whether it ends by itself is all that its caller wants to know.
struct ParseTrial: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "parse-trial", shouldDisplay: false)

    @Argument(help: "The file's name.") var name: String

    func run() {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        while bytes.count <= ParserTrial.maximumBytes {
            let count = read(STDIN_FILENO, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            bytes += chunk[..<count]
        }
        ParserTrial.parse(bytes, name: name)
    }

    /// Runs the command on a file of the folder.
    ///
    /// - Parameter file: open for reading, at its beginning.
    /// - Returns: whether the process ended by itself, and within its time; true where it can't be started, which says nothing of the file.
    @Sendable static func outlives(_ path: ImportPath, _ file: Int32) async -> Bool {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: run(path, file)) }
        }
    }

    /// More than the parser ever takes for what is given to it here.
    private static let limit = Duration.seconds(300)
    private static let lookInterval: UInt32 = 20_000

    private static func run(_ path: ImportPath, _ file: Int32) -> Bool {
        // Its ending tells how it is read; the rest of a name may be anything.
        let ending = path.bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).last.map { Array($0) } ?? []
        let name = "file." + String(decoding: ending, as: UTF8.self)
        guard let process = start(["dateline", configuration.commandName ?? "", name], input: file) else { return true }
        let end = ContinuousClock.now + limit
        var status: Int32 = 0
        while true {
            let ended = waitpid(process, &status, WNOHANG)
            if ended == process { return status == 0 }
            guard ended == 0 || errno == EINTR else { return true }
            if ContinuousClock.now >= end {
                kill(process, SIGKILL)
                _ = waitpid(process, &status, 0)
                return false
            }
            usleep(lookInterval)
        }
    }

    private static func start(_ arguments: [String], input: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        for stream in [STDOUT_FILENO, STDERR_FILENO] { posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0) }
        var process: pid_t = 0
        // The report of a crash would take longer than everything else, and nobody reads it.
        let result = withStrings(arguments) { arguments in
            withStrings(["SWIFT_BACKTRACE=enable=no"]) { posix_spawn(&process, "/proc/self/exe", &actions, nil, arguments, $0) }
        }
        return result == 0 ? process : nil
    }

    private static func withStrings(_ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Int32) -> Int32 {
        var pointers = strings.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        return pointers.withUnsafeMutableBufferPointer { $0.baseAddress.map { body($0) } ?? ENOMEM }
    }
}
