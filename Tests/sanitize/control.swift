// What a sanitizer has to report, and what it mustn't: `scripts/sanitize` tries both before it believes that there are no reports.
//
//   control sound | race | use-after-free | leak
import Dispatch
import Foundation
import Synchronization

final class Guarded: Sendable {
    let counts = Mutex<[Int: Int]>([:])
}

final class Unguarded: @unchecked Sendable {
    var counts = [0]
}

/// Threads of their own, so that they run at once even on one processor.
func onThreads(_ work: @escaping @Sendable () -> Void) {
    let group = DispatchGroup()
    for _ in 0..<4 {
        group.enter()
        Thread {
            work()
            group.leave()
        }.start()
    }
    group.wait()
}

switch CommandLine.arguments.dropFirst().first {
case "sound":
    // Often enough that threads wait for each other, on the way in and on the way out.
    let guarded = Guarded()
    onThreads { for number in 0..<20_000 { guarded.counts.withLock { $0[number % 7, default: 0] += 1 } } }
    precondition(guarded.counts.withLock { $0.values.reduce(0, +) } == 80_000)
case "race":
    let unguarded = Unguarded()
    onThreads { for _ in 0..<1_000 { unguarded.counts[0] += 1 } }
case "use-after-free":
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 64)
    bytes.initialize(repeating: 7, count: 64)
    bytes.deallocate()
    print(bytes[8])
case "leak":
    for _ in 0..<64 { UnsafeMutablePointer<UInt8>.allocate(capacity: 64).initialize(repeating: 7, count: 64) }
default:
    exit(64)
}
