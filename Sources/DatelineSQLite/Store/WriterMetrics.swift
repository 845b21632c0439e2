import Metrics

/// What is measured of the writer, for one of its lines.
struct WriterMetrics: Sendable {
    private let transactions: Counter
    private let failed: Counter
    private let refused: Counter
    private let jobs: Recorder
    private let duration: Timer
    private let commit: Timer

    init(_ factory: any MetricsFactory, line: String) {
        let labels = [("line", line)]
        transactions = Counter(label: "dateline_store_transactions_total", dimensions: labels, factory: factory)
        failed = Counter(label: "dateline_store_failed_transactions_total", dimensions: labels, factory: factory)
        refused = Counter(label: "dateline_store_refused_writes_total", dimensions: labels, factory: factory)
        jobs = Recorder(label: "dateline_store_group_size", dimensions: labels, factory: factory)
        duration = Timer(label: "dateline_store_transaction_seconds", dimensions: labels, factory: factory)
        commit = Timer(label: "dateline_store_commit_seconds", dimensions: labels, factory: factory)
    }

    /// - Parameters:
    ///   - count: writes that shared the transaction.
    ///   - duration: of all of it.
    ///   - commit: of its end, the sync included.
    func noteCommit(of count: Int, _ duration: Duration, commit: Duration) {
        transactions.increment()
        jobs.record(count)
        self.duration.recordNanoseconds(duration.nanoseconds)
        self.commit.recordNanoseconds(commit.nanoseconds)
    }

    func noteFailure() { failed.increment() }

    /// A write that found the line full.
    func noteRefusal() { refused.increment() }
}

extension Duration {
    fileprivate var nanoseconds: Int64 {
        components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
    }
}
