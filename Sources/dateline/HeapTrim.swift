import CHeap
import ServiceLifecycle

/// Gives memory back that was needed once: each thread has a heap of its own, and a crowd of slow clients leaves most of each of them free
/// between a few pieces that stay. Left alone, such heaps grow for hours, though nothing in them is in use.
struct HeapTrim: Service {
    private static let interval: Duration = .seconds(30)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while (try? await Task.sleep(for: Self.interval)) != nil { dateline_trim_heap() }
        }
    }
}
