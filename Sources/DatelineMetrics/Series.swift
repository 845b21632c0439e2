import Metrics
import Synchronization

/// One figure with its labels, of whatever kind.
final class Series: CounterHandler, FloatingPointCounterHandler, MeterHandler, RecorderHandler, TimerHandler {
    enum Kind: String, Sendable {
        case counter, gauge, histogram
    }

    private struct Value {
        var number = 0.0
        /// For histograms: how many values fell into each bucket alone, and beyond the last; ``number`` is their sum then.
        var buckets: [Int]
    }

    let name: String
    /// As they are written: `a="1",b="2"`.
    let labels: String
    let kind: Kind
    private let bounds: [Double]
    private let value: Mutex<Value>

    init(name: String, labels: String, kind: Kind, bounds: [Double]) {
        self.name = name
        self.labels = labels
        self.kind = kind
        self.bounds = kind == .histogram ? bounds : []
        value = Mutex(Value(buckets: kind == .histogram ? Array(repeating: 0, count: bounds.count + 1) : []))
    }

    // MARK: Counters and gauges

    func increment(by amount: Int64) { add(Double(amount)) }
    func increment(by amount: Double) { add(amount) }
    func decrement(by amount: Double) { add(-amount) }
    func reset() { set(0.0) }
    func set(_ new: Int64) { set(Double(new)) }
    func set(_ new: Double) { value.withLock { $0.number = new } }

    private func add(_ amount: Double) {
        value.withLock { $0.number += amount }
    }

    // MARK: Distributions

    func record(_ new: Int64) { record(Double(new)) }

    func record(_ new: Double) {
        guard kind == .histogram else { return set(new) }
        guard new.isFinite else { return }
        let bucket = bounds.firstIndex { new <= $0 } ?? bounds.count
        value.withLock { value in
            value.buckets[bucket] += 1
            value.number += new
        }
    }

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }

    // MARK: Out

    func write(into text: inout String) {
        let value = value.withLock { $0 }
        guard kind == .histogram else {
            text += "\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(ExpositionText.number(value.number))\n"
            return
        }
        let before = labels.isEmpty ? "" : labels + ","
        var count = 0
        for (bound, amount) in zip(bounds.map(ExpositionText.number) + ["+Inf"], value.buckets) {
            count += amount
            text += "\(name)_bucket{\(before)le=\"\(bound)\"} \(count)\n"
        }
        let all = labels.isEmpty ? "" : "{\(labels)}"
        text += "\(name)_sum\(all) \(ExpositionText.number(value.number))\n\(name)_count\(all) \(count)\n"
    }
}
