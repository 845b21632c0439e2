@testable import DatelineImport
import DatelineModels
import DatelineTestSupport
import Glibc
import Testing

@Suite(.timeLimit(.untilHung))
struct WatcherTests {
    private func event(_ watch: Int32, _ mask: Int, _ name: String) -> InotifyEvent {
        InotifyEvent(watch: watch, mask: UInt32(mask), name: Array(name.utf8))
    }

    @Test func events_fromTheKernel_becomeHints() async throws {
        let folder = try TemporaryFolder()
        let watcher = try InotifyWatcher()
        let root = try DirectoryHandle.open(root: Array(folder.path.utf8))
        _ = watcher.watch(nil, root)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await watcher.run() }
            try folder.write("x", to: "a.txt")
            try folder.write("x", to: ".junk")
            try folder.makeDirectory("d")
            try folder.write("x", to: "b.txt")
            try folder.rename("b.txt", to: "c.txt")
            try folder.delete("a.txt")
            try folder.write("x", to: "last.txt")
            var hints = FolderHints()
            for await _ in watcher.changes {
                let more = watcher.takeHints()
                hints.files.merge(more.files) { $1 }
                hints.newDirectories.formUnion(more.newDirectories)
                if case .closed? = hints.files[ImportPath("last.txt")] { break }
            }
            #expect(Set(hints.files.keys) == Set(["a.txt", "b.txt", "c.txt", "last.txt"].map { ImportPath($0) }))
            #expect(hints.newDirectories == [ImportPath("d")])
            if case .left? = hints.files[ImportPath("a.txt")] {} else { Issue.record("a.txt was deleted") }
            if case .left? = hints.files[ImportPath("b.txt")] {} else { Issue.record("b.txt was renamed") }
            if case .movedIn? = hints.files[ImportPath("c.txt")] {} else { Issue.record("c.txt is complete") }
            watcher.stop()
            try await group.waitForAll()
        }
        #expect(watcher.counts.eventsTotal >= 9)
    }

    @Test func run_cancelled_ends() async throws {
        let watcher = try InotifyWatcher()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await watcher.run() }
            group.cancelAll()
        }
        var yields = 0
        for await _ in watcher.changes { yields += 1 }
        #expect(yields == 0)
    }

    @Test func reading_makesNoEvents() async throws {
        let folder = try TemporaryFolder()
        try folder.write("x", to: "a.txt")
        let watcher = try InotifyWatcher()
        _ = watcher.watch(nil, try DirectoryHandle.open(root: Array(folder.path.utf8)))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await watcher.run() }
            _ = FileReader(root: Array(folder.path.utf8), maximumBytes: 10).read(ImportPath("a.txt"), expected: nil, writers: .ignored)
            _ = try FolderScanner(root: Array(folder.path.utf8)).next(limit: 10)
            try folder.write("x", to: "mark.txt")
            for await _ in watcher.changes where watcher.takeHints().files.keys.contains(ImportPath("mark.txt")) { break }
            watcher.stop()
            try await group.waitForAll()
        }
        // CREATE and CLOSE_WRITE of the mark.
        #expect(watcher.counts.eventsTotal <= 2)
    }

    @Test func overflow_keepsNothingButTheWishForAScan() throws {
        let watcher = try InotifyWatcher()
        let folder = try TemporaryFolder()
        _ = watcher.watch(nil, try DirectoryHandle.open(root: Array(folder.path.utf8)))
        watcher.receive([event(1, Int(IN_CLOSE_WRITE), "a.txt"), event(-1, 0x4000, "")])
        let hints = watcher.takeHints()
        #expect(hints.wantsScan && hints.files.isEmpty && watcher.counts.overflows == 1)
        #expect(watcher.takeHints().isEmpty)
    }

    @Test func events_thatCannotBeRead_countAsLostAndAreTriedAgain() async throws {
        // The end of a pipe that nobody reads is always ready, and can't be read.
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        close(ends[0])
        let watcher = try InotifyWatcher(events: ends[1])
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await watcher.run() }
            var attempts = 0
            for await _ in watcher.changes {
                // One look makes up for what was lost; then the folder is polled.
                #expect(watcher.takeHints().wantsScan == (attempts == 0) && watcher.counts.isFailing)
                attempts += 1
                if attempts == 2 { break }
            }
            watcher.stop()
        }
        #expect(watcher.counts.overflows == 1)
    }

    @Test func manyFiles_collapseIntoAScan() {
        var hints = FolderHints()
        for number in 0...FolderHints.maximum { hints.add(.closed, ImportPath("\(number)")) }
        #expect(hints.wantsScan && hints.files.count < FolderHints.maximum)
    }

    @Test func events_cutShort_areLeftOut() {
        var bytes = [UInt8](repeating: 0, count: 32)
        bytes[0] = 1
        bytes[12] = 16
        bytes[16] = 0x61
        bytes.withUnsafeBytes { buffer in
            #expect(InotifyEvent.all(in: buffer).map(\.name) == [[0x61]])
            #expect(InotifyEvent.all(in: UnsafeRawBufferPointer(rebasing: buffer[..<31])).isEmpty)
        }
    }

    @Test func signal_raisedBeforeTheWait_isNotLost() async {
        let signal = Signal()
        let seen = signal.version
        signal.raise()
        await signal.wait(after: seen)
        #expect(signal.version == seen + 1)
    }

    @Test func signal_cancelledWait_ends() async {
        let signal = Signal()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<50 { group.addTask { await signal.wait(after: signal.version) } }
            group.cancelAll()
        }
        #expect(signal.version == 0)
    }
}
