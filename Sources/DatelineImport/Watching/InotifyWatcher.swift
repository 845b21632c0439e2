import DatelineModels
import Dispatch
import Glibc
import Synchronization

/// Watches directories with inotify(7) and gathers hints. It never decides anything: the scan is the truth.
///
/// Directories are put under watch by the walk that lists them, each before it is listed, so that nothing falls between.
final class InotifyWatcher: Sendable {
    private struct State {
        var paths: [Int32: ImportPath?] = [:]
        var hints = FolderHints()
        var counts = Counts()
        /// Bytes of events read so far.
        var position = 0

        /// Events are lost: only a look through the folder tells what they spoke of.
        mutating func noteLoss() {
            counts.overflows += 1
            counts.overflowsLastScan += 1
            hints.collapse()
        }
    }

    struct Counts: Sendable {
        var eventsTotal = 0
        /// Times events were lost, since the kernel's queue was full or couldn't be read.
        var overflows = 0
        /// The same since the last look through the folder began.
        var overflowsLastScan = 0
        /// Events can't be read at present.
        var isFailing = false
        var watched = 0
        /// Directories beyond the limit of watches.
        var unwatched = 0
    }

    /// Small on purpose: our own reads make no events.
    private static let mask = UInt32(
        truncatingIfNeeded: IN_CREATE | IN_CLOSE_WRITE | IN_ATTRIB | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF
            | IN_ONLYDIR | IN_DONT_FOLLOW | IN_EXCL_UNLINK
    )

    /// In milliseconds, before events are read again after that was refused.
    private static let pauseAfterFailure: Int32 = 1000

    /// Yields when events have come, and so hints may be there to take; ends with ``run()``.
    let changes: AsyncStream<Void>

    private let announce: AsyncStream<Void>.Continuation
    private let events: Int32
    /// Written to, to end ``run()``.
    private let stopping: (read: Int32, write: Int32)
    private let queue = DispatchQueue(label: "dateline.import.watcher")
    private let state = Mutex(State())

    /// - Throws: what stands in the way of watching at all: the limit of instances, or no inotify.
    convenience init() throws(SystemFailure) {
        let events = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        guard events >= 0 else { throw .last }
        try self.init(events: events)
    }

    /// - Parameter events: where events are read; closed with the watcher, or if this throws.
    init(events: Int32) throws(SystemFailure) {
        self.events = events
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else {
            let failure = SystemFailure.last
            close(events)
            throw failure
        }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        stopping = (ends[0], ends[1])
        (changes, announce) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    deinit {
        close(events)
        close(stopping.read)
        close(stopping.write)
    }

    /// Reads events until the task is cancelled or ``stop()`` is called.
    func run() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                queue.async {
                    self.readEvents()
                    continuation.resume()
                }
            }
        } onCancel: {
            stop()
        }
        announce.finish()
    }

    func stop() {
        var byte: UInt8 = 0
        _ = write(stopping.write, &byte, 1)
    }

    /// What was gathered since the last call.
    func takeHints() -> FolderHints {
        state.withLock { state in
            defer { state.hints = FolderHints() }
            state.hints.position = state.position
            return state.hints
        }
    }

    var counts: Counts {
        state.withLock { state in
            var counts = state.counts
            counts.watched = state.paths.count
            return counts
        }
    }

    /// Whether every event so far was read and taken.
    var isIdle: Bool {
        state.withLock { $0.hints.isEmpty && unread == 0 }
    }

    /// How many bytes of events there were so far, those that wait to be read among them.
    var end: Int {
        state.withLock { $0.position + unread }
    }

    private var unread: Int {
        var count: Int32 = 0
        return ioctl(events, UInt(FIONREAD), &count) == 0 ? Int(count) : 0
    }

    /// Puts a directory under watch, or learns its new path.
    ///
    /// - Parameter path: nil: the root.
    /// - Returns: whether it was under watch before, by this path.
    func watch(_ path: ImportPath?, _ directory: DirectoryHandle) -> Bool {
        // By its handle, so that neither a swapped link nor a long path can lead elsewhere.
        let address = Array("/proc/self/fd/\(directory.descriptor)/.".utf8)
        return state.withLock { state in
            // Within the lock, since events of the new watch may be read at once.
            let watch = address.withCString { inotify_add_watch(events, $0, Self.mask) }
            guard watch >= 0 else {
                state.counts.unwatched += 1
                return false
            }
            let known = state.paths.updateValue(path, forKey: watch)
            return known.map { $0 == path } ?? false
        }
    }

    /// A look through the whole folder begins: directories without watch are counted anew.
    func startCounting() {
        state.withLock { state in
            state.counts.unwatched = 0
            state.counts.overflowsLastScan = 0
        }
    }

    /// Drops every watch, as when the folder itself is gone.
    func forgetAll() {
        let watches = state.withLock { state in
            defer { state.paths = [:] }
            return state.paths.keys
        }
        for watch in watches { _ = inotify_rm_watch(events, watch) }
    }

    /// Takes events as if they had been read.
    func receive(_ received: [InotifyEvent]) {
        state.withLock { note(received, in: &$0) }
        announce.yield()
    }

    private func readEvents() {
        let size = 64 * 1024
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: MemoryLayout<inotify_event>.alignment)
        defer { buffer.deallocate() }
        while true {
            var handles = [
                pollfd(fd: events, events: Int16(POLLIN), revents: 0), pollfd(fd: stopping.read, events: Int16(POLLIN), revents: 0),
            ]
            let isReady = poll(&handles, 2, -1) >= 0
            if isReady, handles[1].revents != 0 { return }
            // Within the lock, so that no event is neither to be read nor noted.
            let (got, error) = state.withLock { state in
                guard isReady else { return (-1, errno) }
                let got = read(events, buffer.baseAddress, size)
                guard got > 0 else { return (got, got < 0 ? errno : 0) }
                state.position += got
                note(InotifyEvent.all(in: UnsafeRawBufferPointer(rebasing: buffer[..<got])), in: &state)
                return (got, 0)
            }
            if got <= 0, error == EAGAIN || error == EINTR { continue }
            state.withLock { state in
                // What couldn't be read once is lost; meanwhile the folder is looked through again and again.
                if got <= 0, !state.counts.isFailing { state.noteLoss() }
                state.counts.isFailing = got <= 0
            }
            announce.yield()
            if got <= 0, poll(&handles[1], 1, Self.pauseAfterFailure) > 0 { return }
        }
    }

    private func note(_ received: [InotifyEvent], in state: inout State) {
        for event in received { Self.note(event, in: &state, events: events) }
    }

    private static func note(_ event: InotifyEvent, in state: inout State, events: Int32) {
        state.counts.eventsTotal += 1
        if event.has(IN_Q_OVERFLOW) {
            state.noteLoss()
            return
        }
        guard let directory = state.paths[event.watch] else { return }
        if event.has(IN_IGNORED) { state.paths[event.watch] = nil }
        if event.name.isEmpty {
            // Of the root nobody else tells; of another directory the one above it does.
            if event.has(IN_ATTRIB) {
                if let path = directory ?? nil { state.hints.newDirectories.insert(path) }
            } else if directory == nil || event.has(IN_UNMOUNT) {
                state.hints.wantsScan = true
            }
            return
        }
        guard !NameRules.isIgnored(event.name) else { return }
        let path = ImportPath.child(event.name, of: directory)
        if event.has(IN_ISDIR) {
            noteDirectory(event, path, in: &state, events: events)
        } else if event.has(IN_MOVED_TO) {
            state.hints.add(.movedIn, path)
        } else if event.has(IN_CLOSE_WRITE) {
            state.hints.add(.closed, path)
        } else if event.has(IN_CREATE) {
            state.hints.add(.created, path)
        } else if event.has(IN_ATTRIB) {
            state.hints.add(.attributes, path)
        } else {
            state.hints.add(.left, path)
        }
    }

    private static func noteDirectory(_ event: InotifyEvent, _ path: ImportPath, in state: inout State, events: Int32) {
        if event.has(IN_CREATE) || event.has(IN_MOVED_TO) || event.has(IN_ATTRIB) {
            state.hints.newDirectories.insert(path)
            return
        }
        // A watch stays with a directory that is moved; were it moved out, its events would name files that aren't here.
        for (watch, watched) in state.paths {
            guard let watched, watched == path || watched.isBelow(path) else { continue }
            _ = inotify_rm_watch(events, watch)
            state.paths[watch] = nil
        }
        state.hints.goneDirectories.insert(path)
    }
}
