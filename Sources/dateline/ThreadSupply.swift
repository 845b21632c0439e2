import Foundation
import Glibc

/// Whether the system lets the program start the threads it needs. Where it doesn't, the libraries below end the program with a crash, or
/// wait for ever for a thread that doesn't come.
enum ThreadSupply {
    /// What the service comes to at most: as many as there are processors for connections, for tasks and for blocking work each, and one for
    /// each connection to the database and each thing that waits.
    private static var needed: Int { 18 + 3 * ProcessInfo.processInfo.activeProcessorCount }

    /// Starts as many at once, and ends them again.
    ///
    /// - Throws: ``CommandFailure``.
    static func check() throws {
        // The thread that runs this is one.
        let needed = needed
        let started = try start(needed - 1) + 1
        guard started < needed else { return }
        throw CommandFailure(
            .temporaryFailure,
            "only \(started) threads may be started here and \(needed) are needed; raise the limit of processes and threads "
                + "(ulimit -u, TasksMax= of systemd, --pids-limit of a container) or end other programs of this user.")
    }

    /// - Returns: how many could be.
    private static func start(_ count: Int) throws -> Int {
        var gate: [Int32] = [-1, -1]
        guard pipe(&gate) == 0 else { throw CommandFailure(.configuration, "no files can be opened: \(String(cString: strerror(errno))).") }
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, 128 * 1024)
        var threads: [pthread_t] = []
        while threads.count < count {
            var thread = pthread_t()
            let code = pthread_create(
                &thread, &attributes,
                { gate in
                    // Until the other end is closed.
                    var byte: UInt8 = 0
                    _ = read(Int32(Int(bitPattern: gate)), &byte, 1)
                    return nil
                }, UnsafeMutableRawPointer(bitPattern: Int(gate[0])))
            guard code == 0 else { break }
            threads.append(thread)
        }
        close(gate[1])
        for thread in threads { pthread_join(thread, nil) }
        close(gate[0])
        pthread_attr_destroy(&attributes)
        return threads.count
    }
}
