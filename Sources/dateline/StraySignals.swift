import Glibc
import Logging
import ServiceLifecycle
import UnixSignals

/// Keeps signals that mean nothing here, and end a program that says nothing of them, from ending the service: somebody has mistaken it
/// for another program. Those that tell of a fault, or are meant to end it (SIGQUIT, SIGXCPU), do.
struct StraySignals: Service {
    let logger: Logger

    private static let told: [UnixSignal] = [.sigusr1, .sigusr2, .sigalrm]
    private static var untold: [Int32] {
        [SIGVTALRM, SIGPROF, SIGIO, SIGPWR, SIGSTKFLT] + Array(__libc_current_sigrtmin()...__libc_current_sigrtmax())
    }

    func run() async throws {
        for number in Self.untold { signal(number, SIG_IGN) }
        await cancelWhenGracefulShutdown {
            for await signal in await UnixSignalsSequence(trapping: Self.told) {
                logger.notice("a signal that means nothing here", metadata: ["signal": "\(signal)"])
            }
        }
        // Still while the others end.
        for number in [SIGUSR1, SIGUSR2, SIGALRM] { signal(number, SIG_IGN) }
    }
}
