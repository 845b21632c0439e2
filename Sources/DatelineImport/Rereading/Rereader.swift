public import DatelineModels
public import Logging
public import ServiceLifecycle

/// Reads stored articles again from the contents kept of them, beside the services: as a new version of the reader, or another
/// time zone of a source, makes of the same bytes. What a client changed stays.
///
/// Each article is one step that is whole or not there, and one that is read again already comes to nothing: a run that was broken
/// off is finished by another.
public actor Rereader: RereadControl, Service {
    /// Articles that are looked at together.
    private static let page = 100
    /// Of what is written in one transaction.
    private static let mostArticles = 32
    private static let mostBytes = 1 << 20

    private let articles: any ArticleRepository
    private let readings: any ReadingRepository
    private let contents: ContentReader
    private let time: ImportTime
    private let logger: Logger
    private let wanted = Signal()
    private let finished = Signal()
    private let stopping = Signal()
    private var request: RereadRequest?
    private var current = RereadStatus(state: .none)

    /// - Parameters:
    ///   - ledger: knows how sources write dates.
    ///   - now: the wall clock, for the times of a run.
    public init(
        articles: any ArticleRepository, readings: any ReadingRepository, ledger: any ImportLedger,
        now: @escaping @Sendable () -> Timestamp, logger: Logger
    ) {
        self.articles = articles
        self.readings = readings
        contents = ContentReader(ledger: ledger)
        time = ImportTime(now: now, clock: ContinuousClock())
        self.logger = logger
    }

    public func start(_ request: RereadRequest) -> Bool {
        guard self.request == nil, stopping.version == 0 else { return false }
        self.request = request
        current = RereadStatus(state: .running)
        current.isDryRun = request.isDryRun
        current.startedAt = time.now()
        wanted.raise()
        return true
    }

    public func status() -> RereadStatus { current }

    public func wait(atMost timeout: Duration) async -> Bool {
        let end = time.elapsed() + timeout
        while request != nil {
            let seen = finished.version
            let left = end - time.elapsed()
            guard left > .zero, !Task.isCancelled else { return false }
            if request != nil { await finished.wait(after: seen, atMost: left, time: time) }
        }
        return true
    }

    /// Works until the service is to shut down or the task is cancelled.
    public func run() async throws {
        await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                await work()
            } onGracefulShutdown: {
                self.stop()
            }
        } onCancel: {
            stop()
        }
    }

    private nonisolated func stop() {
        stopping.raise()
        wanted.raise()
    }

    private func work() async {
        while let seen = wanted.version(unless: stopping.version > 0) {
            guard let request else {
                await wanted.wait(after: seen)
                continue
            }
            do throws(RepositoryError) {
                try await work(on: request)
                current.state = stopping.version == 0 ? .done : .stopped
            } catch {
                current.state = .failed
                current.detail =
                    "The store can't go on: \(error.reasonOfPause). Start it again later; what is done already comes to nothing."
                logger.error("reading again broke off", metadata: ["error": "\(error)"])
            }
            end()
        }
        if request != nil {
            current.state = .stopped
            end()
        }
    }

    private func end() {
        request = nil
        current.endedAt = time.now()
        finished.raise()
    }

    private func work(on request: RereadRequest) async throws(RepositoryError) {
        await contents.forgetHabits()
        var after: PageKey?
        repeat {
            let page = PageRequest(limit: Self.page, after: after, counts: after == nil)
            let found = try await articles.list(ArticleQuery(filter: request.filter, sort: .oldestCreated, page: page))
            if let total = found.total { current.matched = total }
            try await read(found.items.map(\.article.id), request)
            after = found.next
        } while after != nil && stopping.version == 0
    }

    private func read(_ ids: [ResourceID], _ request: RereadRequest) async throws(RepositoryError) {
        var batch: [Rereading] = []
        var bytes = 0
        for id in ids where stopping.version == 0 {
            if let rereading = try await read(id) {
                batch.append(rereading)
                bytes += rereading.said.draft.body?.utf8.count ?? 0
            }
            if batch.count >= Self.mostArticles || bytes >= Self.mostBytes {
                try await store(batch, request)
                batch = []
                bytes = 0
            }
        }
        try await store(batch, request)
    }

    /// nil where there is nothing to compare; that is counted.
    private func read(_ id: ResourceID) async throws(RepositoryError) -> Rereading? {
        let stored = try await readings.reading(of: id, known: await contents.known)
        guard let stored, stored.isRawKept else {
            if stored == nil { current.unread += 1 } else { current.notKept += 1 }
            current.looked += 1
            return nil
        }
        guard let rereading = try await contents.read(stored) else {
            current.unreadable += 1
            current.looked += 1
            return nil
        }
        return rereading
    }

    private func store(_ batch: [Rereading], _ request: RereadRequest) async throws(RepositoryError) {
        guard !batch.isEmpty else { return }
        let results = try await readings.reread(batch, isDryRun: request.isDryRun)
        current.looked += batch.count
        for result in results {
            if !result.changes.isEmpty { current.changed += 1 }
            if !result.conflicts.isEmpty { current.conflicting += 1 }
            if current.examples.count < request.examples { current.examples.append(result.abridged()) }
        }
    }
}
