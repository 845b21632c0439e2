import HTTPTypes
import Hummingbird
import Metrics
import Synchronization

/// Figures of requests: how many by route, method and status, and how long until the answer began.
final class EdgeMetrics: Sendable {
    private struct Key: Hashable {
        let route: String
        let method: String
        let status: Int
    }

    private struct Pair {
        let count: Counter
        let time: Timer
    }

    private let factory: any MetricsFactory
    private let connections: ConnectionCounter
    private let open: Meter
    private let bodies: Meter
    private let answers: Meter
    private let pairs = Mutex<[Key: Pair]>([:])

    init(_ factory: any MetricsFactory, connections: ConnectionCounter) {
        self.factory = factory
        self.connections = connections
        open = Meter(label: "dateline_http_connections", factory: factory)
        func held(_ limit: String) -> Meter {
            Meter(label: "dateline_http_held_bytes", dimensions: [("limit", limit)], factory: factory)
        }
        (bodies, answers) = (held("bodies"), held("answers"))
    }

    /// - Parameter route: nil where none was found; neither paths nor methods that clients think up become labels.
    func note(_ request: Request, _ route: Route?, status: HTTPResponse.Status, _ duration: Duration) {
        let method = EdgeResponder.allMethods.contains(request.method) ? request.method.rawValue : "other"
        let key = Key(route: route?.pattern ?? "none", method: method, status: status.code)
        let pair = pairs.withLock { pairs in
            if let pair = pairs[key] { return pair }
            let pair = make(key)
            pairs[key] = pair
            return pair
        }
        pair.count.increment()
        pair.time.recordNanoseconds(duration.nanoseconds)
    }

    /// At the begin of a request, so that the one that asks for the figures sees them as they are.
    func noteLoad(of workplace: Workplace) {
        open.set(connections.count)
        bodies.set(workplace.bodies.used)
        answers.set(workplace.answers.used)
    }

    private func make(_ key: Key) -> Pair {
        let labels = [("route", key.route), ("method", key.method)]
        return Pair(
            count: Counter(label: "dateline_http_requests_total", dimensions: labels + [("status", "\(key.status)")], factory: factory),
            time: Timer(label: "dateline_http_request_seconds", dimensions: labels, factory: factory)
        )
    }
}

extension Duration {
    var nanoseconds: Int64 {
        components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
    }
}
