import ArgumentParser
import CHeap
import Foundation
import Glibc

/// Runs the command line and turns every failure into one line on standard error and an exit code of sysexits.h.
@main
enum Main {
    static func main() async {
        StandardStreams.prepare()
        dateline_bound_heap()
        do {
            try OptionsGivenTwice.check(CommandLine.arguments.dropFirst())
            var command = try Dateline.parseAsRoot()
            if command is Serve || command is Import { try ThreadSupply.check() }
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error)
        }
    }

    private static func end(with error: any Error) -> Never {
        let code = Dateline.exitCode(for: error)
        switch error {
        case let failure as CommandFailure:
            StandardStreams.writeError("dateline: \(failure.message)\n")
            exit(failure.code.rawValue)
        case let exitCode as ExitCode:
            exit(exitCode.rawValue)
        case _ where code.isSuccess:
            // --help and --version
            if StandardStreams.writeOutput(Dateline.fullMessage(for: error) + "\n") { exit(EXIT_SUCCESS) }
            end(with: StandardStreams.failure())
        case _ where code == .validationFailure:
            let message = Dateline.message(for: error).split(whereSeparator: \.isNewline).joined(separator: " ")
            StandardStreams.writeError("dateline: \(message) (see dateline --help)\n")
            exit(SystemExit.usage.rawValue)
        default:
            StandardStreams.writeError("dateline: \(error)\n")
            exit(SystemExit.software.rawValue)
        }
    }
}

/// The exit codes of sysexits.h that the program uses.
enum SystemExit: Int32 {
    case usage = 64
    case dataError = 65
    case noInput = 66
    case unavailable = 69
    case software = 70
    case cannotCreate = 73
    case ioError = 74
    case temporaryFailure = 75
    case noPermission = 77
    case configuration = 78
}

/// A command that can't go on: one line that says what is wrong and what to do.
struct CommandFailure: Error {
    let code: SystemExit
    let message: String

    init(_ code: SystemExit, _ message: String) {
        self.code = code
        self.message = message
    }
}
