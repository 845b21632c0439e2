import Synchronization

/// How many requests each token may make: a bucket for each, from which every request takes one, and which is filled evenly.
final class RequestRates: Sendable {
    private struct Bucket {
        var level: Double
        var filled: ContinuousClock.Instant
    }

    /// More than there can be tokens at once: the others are of tokens that were taken back.
    static let most = 1_024

    private let perMinute: Double
    private let buckets = Mutex<[String: Bucket]>([:])

    /// - Parameter perMinute: requests of one token, and how many of them may come at once; more than 0.
    init(perMinute: Int) {
        self.perMinute = Double(perMinute)
    }

    var count: Int { buckets.withLock { $0.count } }

    /// - Throws: 429 with the time after which the next request may come.
    func take(_ token: String, now: ContinuousClock.Instant = .now) throws(Problem) {
        let wait = buckets.withLock { buckets -> Double? in
            var level = perMinute
            if let bucket = buckets[token] {
                level = min(perMinute, bucket.level + (now - bucket.filled) / .seconds(60) * perMinute)
            } else if buckets.count >= Self.most {
                makeRoom(in: &buckets, now)
            }
            buckets[token] = Bucket(level: level < 1 ? level : level - 1, filled: now)
            return level < 1 ? (1 - level) / perMinute * 60 : nil
        }
        guard let wait else { return }
        var problem = Problem(.tooManyRequests, "This token has made more requests than it may.")
        problem.retryAfter = max(1, Int(wait.rounded(.up)))
        throw problem
    }

    /// A bucket that would be full again says nothing; where all say something, the one that has been left alone the longest goes.
    private func makeRoom(in buckets: inout [String: Bucket], _ now: ContinuousClock.Instant) {
        buckets = buckets.filter { now - $0.value.filled < .seconds(60) }
        guard buckets.count >= Self.most, let oldest = buckets.min(by: { $0.value.filled < $1.value.filled }) else { return }
        buckets[oldest.key] = nil
    }
}
