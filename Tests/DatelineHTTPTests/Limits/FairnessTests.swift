import DatelineJSON
import DatelineModels
import DatelineTestSupport
import Foundation
import Synchronization
import Testing

@testable import DatelineHTTP

/// One client, or many bad ones, can't take the service away from the others. All over real sockets.
@Suite(.serialized) struct FairnessTests {
    static func with(_ limits: ServiceLimits, _ body: @escaping @Sendable (Int) throws -> Void) async throws {
        var configuration = HTTPConfiguration()
        configuration.limits = limits
        try await withServer(routes: edgeTestRoutes(), configuration: configuration, body)
    }

    /// How long a request of an ordinary client takes, on a connection of its own.
    private static func time(_ port: Int, _ target: String = "/livez", client: UInt32 = 1) throws -> Duration {
        let start = ContinuousClock.now
        let answer = try RawConnection(port: port, client: client).exchange("GET", target, ["Connection: close"])
        #expect(answer.status == 200)
        return ContinuousClock.now - start
    }

    @Test func connections_ofOneAddressBeyondItsLimit_areRefused_butForLifeSigns_andOthersAreServed() async throws {
        try await Self.with(.unhurried { $0.connectionsPerClient = 5 }) { port throws in
            let held = try (0..<5).map { _ in try RawConnection(port: port, client: 2) }
            for connection in held { #expect(try connection.exchange("GET", "/v1/articles").status == 200) }
            // As behind a proxy on this machine, whose connections come from the same address.
            let watcher = try RawConnection(port: port, client: 2)
            #expect(try watcher.exchange("GET", "/livez").status == 200)
            try watcher.readToEnd()
            let another = try RawConnection(port: port, client: 2)
            try expectProblem(try another.exchange("GET", "/v1/articles"), slug: "unavailable")
            try another.readToEnd()
            // Of those there are eight.
            let silent = try (0..<12).map { _ in try RawConnection(port: port, client: 2) }
            #expect(
                Self.eventually {
                    for connection in silent { connection.linger(seconds: 0.02) { !$0.received.isEmpty } }
                    return silent.count { $0.received.starts(with: "HTTP/1.1 503".utf8) } >= 4
                })
            #expect(try RawConnection(port: port, client: 3).exchange("GET", "/v1/articles").status == 200)
            for connection in held { #expect(try connection.exchange("GET", "/livez").status == 200) }
        }
    }

    @Test func requestThatTakesTooLong_is504_andTheConnectionStays() async throws {
        try await Self.with(.unhurried { $0.requestTime = .seconds(2) }) { port throws in
            let connection = try RawConnection(port: port)
            let answer = try connection.exchange("GET", "/v1/sleep")
            #expect(answer.status == 504)
            try expectProblem(answer, slug: "timeout")
            #expect(try connection.exchange("GET", "/livez").status == 200)
        }
    }

    @Test func readerOfAByteNowAndThen_isClosed() async throws {
        let limits = ServiceLimits.unhurried {
            $0.writeWindow = .milliseconds(600)
            $0.writeRate = 1 << 20
        }
        try await Self.with(limits) { port throws in
            let connection = try RawConnection(port: port, receiveBuffer: 4_096)
            try connection.send(request("GET", "/v1/huge"))
            let start = ContinuousClock.now
            // It takes something all the time, so that it never counts as stalled.
            var taken = 0
            while ContinuousClock.now - start < .untilHung, !connection.isEnded {
                let count = connection.received.count
                connection.linger(seconds: 0.02) { $0.received.count > count }
                taken = connection.received.count
                Thread.sleep(forTimeInterval: 0.02)
            }
            #expect(connection.isEnded)
            #expect(taken < 4_000 * (64 << 10))
        }
    }

    @Test func floodOfIdleConnections_leavesLifeSigns_andMakesRoomAgain() async throws {
        let limits = ServiceLimits.unhurried {
            $0.connections = 20
            $0.reservedConnections = 4
            $0.idle = .seconds(8).patient
        }
        try await Self.with(limits) { port throws in
            var flood: [RawConnection] = []
            for _ in 0..<20 { flood.append(try RawConnection(port: port)) }
            // The counter moves when the server accepts, which is a moment later.
            let deadline = ContinuousClock.now + .untilHung
            var status = 200
            while status != 503, ContinuousClock.now < deadline {
                status = try RawConnection(port: port).exchange("GET", "/v1/articles", ["Connection: close"]).status
            }
            #expect(status == 503)
            // Long before there is room again.
            #expect(try Self.time(port) < .seconds(4).patient)
            for _ in 0..<200 { flood.append(try RawConnection(port: port)) }
            while status != 200, ContinuousClock.now < deadline {
                status = (try? RawConnection(port: port).exchange("GET", "/v1/articles", ["Connection: close"]).status) ?? 0
            }
            #expect(status == 200)
            withExtendedLifetime(flood) {}
        }
    }

    @Test func floodFromAFewAddresses_leavesLifeSignsToOthers() async throws {
        let limits = ServiceLimits.unhurried {
            $0.connections = 20
            $0.reservedConnections = 4
        }
        try await Self.with(limits) { port throws in
            // Far more than there is room for, silent, and all of them before the first that asks.
            let flood = try (0..<60).map { try RawConnection(port: port, client: 2 + UInt32($0 % 3)) }
            let deadline = ContinuousClock.now + .untilHung
            var status = 200
            while status != 503, ContinuousClock.now < deadline {
                status = try RawConnection(port: port).exchange("GET", "/v1/articles", ["Connection: close"]).status
            }
            #expect(status == 503)
            // None of the flood is ever closed, so that nothing else makes room.
            for _ in 0..<10 { #expect(try RawConnection(port: port).exchange("GET", "/livez", ["Connection: close"]).status == 200) }
            withExtendedLifetime(flood) {}
        }
    }

    @Test func slowHeadsBodiesAndReaders_atOnce_leaveOthersTheirPace() async throws {
        try await Self.with(.unhurried()) { port throws in
            // A busy machine is slow to both.
            let alone = try (0..<100).map { try Self.time(port, $0 % 2 == 0 ? "/livez" : "/v1/articles") }
            var slow: [RawConnection] = []
            for number in 0..<150 {
                let connection = try RawConnection(port: port, receiveBuffer: number % 3 == 2 ? 4_096 : nil, client: 2)
                switch number % 3 {
                case 0: try connection.send("GET /livez HTTP/1.1\r\nHost: loc")
                case 1: try connection.send(request("POST", "/v1/echo", ["Content-Length: 100000"]) + "x")
                default: try connection.send(request("GET", "/v1/huge"))
                }
                slow.append(connection)
            }
            var times: [Duration] = []
            for number in 0..<100 {
                times.append(try Self.time(port, number % 2 == 0 ? "/livez" : "/v1/articles"))
                if number % 10 == 0 { for index in stride(from: 1, to: 150, by: 3) { try? slow[index].send("x") } }
            }
            let (usual, beside) = (alone.sorted()[94], times.sorted()[94])
            #expect(beside < usual * 10 + .milliseconds(500).patient, "\(beside), and \(usual) alone")
            withExtendedLifetime(slow) {}
        }
    }

    @Test func heavyReads_areBounded_andPlainOnesGoOn() async throws {
        let limits = ServiceLimits.unhurried {
            $0.heavyReads = 2
            $0.waitingReads = 3
        }
        try await RouteRun.with(limits: limits) { run throws in
            run.articles.fill(3)
            run.articles.state.withLock { $0.holdsReads = true }
            let attack = try (0..<12).map { number in
                let connection = try RawConnection(port: run.port)
                let targets = ["/v1/articles/facets?facet=tag", "/v1/articles?q=word", "/v1/articles?q=word&count=true"]
                try connection.send(request("GET", targets[number % 3]))
                return connection
            }
            func heldReads() -> Int { run.articles.state.withLock { $0.heldReads } }
            // Two are being read and three wait; the rest is answered.
            #expect(
                Self.eventually {
                    for connection in attack { connection.linger(seconds: 0.01) { !$0.received.isEmpty } }
                    return attack.count { !$0.received.isEmpty } >= 7 && heldReads() >= 2
                })
            for _ in 0..<20 {
                #expect(try run.ask("GET", "/v1/articles/\(knownID)").status == 200)
                #expect(try run.ask("GET", "/v1/articles").status == 200)
            }
            #expect(heldReads() == 2)
            run.articles.state.withLock { $0.holdsReads = false }
            let statuses = try attack.map { try $0.answer().status }
            #expect(run.articles.state.withLock { $0.mostHeldReads } == 2)
            #expect(statuses.filter { $0 == 200 }.count == 5, "\(statuses)")
            #expect(statuses.filter { $0 == 503 }.count == 7, "\(statuses)")
        }
    }

    @Test func streamWhoseReaderIsSlow_holdsNoTurn() async throws {
        let limits = ServiceLimits.unhurried {
            $0.heavyReads = 1
            $0.waitingReads = 0
        }
        try await RouteRun.with(limits: limits) { run throws in
            run.articles.fill(20_000)
            let exports = try (0..<3).map { _ in
                let connection = try RawConnection(port: run.port, receiveBuffer: 4_096)
                try connection.send(request("GET", "/v1/articles?fields=headline", ["Accept: application/x-ndjson"]))
                try connection.read { !$0.received.isEmpty }
                return connection
            }
            // They stand still with full buffers; between two of their pages there is room.
            let deadline = ContinuousClock.now + .untilHung
            var status = 0
            while status != 200, ContinuousClock.now < deadline { status = try run.ask("GET", "/v1/articles/facets?facet=tag").status }
            #expect(status == 200)
            withExtendedLifetime(exports) {}
        }
    }

    @Test func depthOfJSON_isTheSetting() async throws {
        try await RouteRun.with(limits: .unhurried { $0.json.depth = 5 }) { run throws in
            #expect(try run.ask("POST", "/v1/articles", #"{"headline":"a"}"#).status == 201)
            #expect(try run.ask("POST", "/v1/articles", #"{"headline":[[[[[[]]]]]]}"#).status == 400)
        }
    }

    @Test func sizesOfContents_areTheSettings() async throws {
        let limits = ServiceLimits.unhurried {
            $0.documentBytes = 100
            $0.smallBytes = 50
            $0.pageBytes = 60
            $0.previewBytes = 70
            $0.batchBytes = 120
            $0.batchItems = 2
        }
        let long = #"{"headline":"\#(String(repeating: "a", count: 100))"}"#
        try await RouteRun.with(limits: limits) { run throws in
            #expect(try run.ask("POST", "/v1/articles", long).status == 413)
            for (target, bytes) in [("/v1/articles", 60), ("/v1/imports/preview", 70)] {
                func status(_ count: Int) throws -> Int {
                    try run.ask("POST", target, String(repeating: "A", count: count), ["Content-Type": "text/plain"]).status
                }
                let (most, more) = (try status(bytes), try status(bytes + 1))
                #expect(most / 100 == 2 && more == 413)
            }
            #expect(try run.ask("POST", "/v1/entities", #"{"type":"person","name":"aaaaaaaaaaaaaaaaaaaaaaaaaaa"}"#).status == 413)
            #expect(try run.ask("POST", "/v1/articles/batch", "[\(long),\(long)]").status == 413)
            #expect(try run.ask("POST", "/v1/articles/batch", #"[{"headline":"a"},{"headline":"b"},{"headline":"c"}]"#).status == 413)
            #expect(try run.ask("POST", "/v1/articles/batch", #"[{"headline":"a"},{"headline":"b"}]"#).status == 200)
        }
    }
}
