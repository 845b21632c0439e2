import Synchronization

public import Metrics

/// Keeps every figure of the process, and writes them down in the text format of Prometheus (version 0.0.4).
///
/// A figure's label is the name it has there, and its dimensions are the labels. Those that measure time are histograms in seconds.
public final class MetricsRegistry: MetricsFactory {
    /// What is said of a family of figures, and how its values are divided.
    public struct Family: Sendable {
        let name: String
        let help: String
        let bounds: [Double]

        /// - Parameter bounds: upper bounds of a histogram's buckets, ascending; for everything else of no meaning.
        public init(_ name: String, _ help: String, bounds: [Double] = Family.seconds) {
            self.name = name
            self.help = help
            self.bounds = bounds
        }

        /// From a read by key to a request at its limit.
        public static let seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
    }

    private struct State {
        /// By name; in one family all are of one kind.
        var kinds: [String: Series.Kind] = [:]
        var series: [String: [String: Series]] = [:]
    }

    /// Series of one family; labels are made of what we know, but a mistake shouldn't take the memory.
    static let maximumSeries = 2_000

    private let families: [String: Family]
    private let state = Mutex(State())

    public init(_ families: [Family]) {
        self.families = Dictionary(families.map { ($0.name, $0) }) { first, _ in first }
    }

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(label, dimensions, .counter)
    }

    public func makeFloatingPointCounter(label: String, dimensions: [(String, String)]) -> any FloatingPointCounterHandler {
        series(label, dimensions, .counter)
    }

    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(label, dimensions, .gauge)
    }

    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        series(label, dimensions, aggregate ? .histogram : .gauge)
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(label, dimensions, .histogram)
    }

    public func destroyCounter(_ handler: any CounterHandler) { remove(handler) }
    public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) { remove(handler) }
    public func destroyMeter(_ handler: any MeterHandler) { remove(handler) }
    public func destroyRecorder(_ handler: any RecorderHandler) { remove(handler) }
    public func destroyTimer(_ handler: any TimerHandler) { remove(handler) }

    /// The one of this name and these labels; one that is kept nowhere where the name stands for another kind, or there are too many.
    private func series(_ label: String, _ dimensions: [(String, String)], _ kind: Series.Kind) -> Series {
        let name = ExpositionText.name(label)
        let labels = ExpositionText.labels(dimensions)
        return state.withLock { state in
            if let known = state.series[name]?[labels], known.kind == kind { return known }
            let series = Series(name: name, labels: labels, kind: kind, bounds: families[name]?.bounds ?? Family.seconds)
            guard state.kinds[name, default: kind] == kind, (state.series[name]?.count ?? 0) < Self.maximumSeries else { return series }
            state.kinds[name] = kind
            state.series[name, default: [:]][labels] = series
            return series
        }
    }

    private func remove(_ handler: AnyObject) {
        guard let series = handler as? Series else { return }
        state.withLock { state in
            guard state.series[series.name]?[series.labels] === series else { return }
            state.series[series.name]?[series.labels] = nil
        }
    }

    /// All figures as they are now, in a fixed order.
    public func text() -> String {
        let (kinds, all) = state.withLock { ($0.kinds, $0.series) }
        var text = ""
        for (name, kind) in kinds.sorted(by: { $0.key < $1.key }) {
            guard let series = all[name], !series.isEmpty else { continue }
            text += "# HELP \(name) \(ExpositionText.help(families[name]?.help ?? ""))\n# TYPE \(name) \(kind.rawValue)\n"
            for (_, one) in series.sorted(by: { $0.key < $1.key }) { one.write(into: &text) }
        }
        return text
    }
}
