import DatelineMetrics
import DatelineModels
import DatelineTestSupport
import Foundation
import Synchronization
import Testing

@testable import DatelineHTTP

/// What clients make the service hold: contents on their way in, answers on their way out, pages to be read.
extension FairnessTests {
    private static func small(_ limits: inout ServiceLimits) {
        limits.bodyBytesInFlight = 100_000
        limits.batchBytes = 50_000
        limits.smallBytes = 1_000
    }

    /// Begins a content that is announced longer than what is sent of it.
    private static func begin(_ port: Int, client: UInt32, announced: Int = 90_000, sent: Int) throws -> RawConnection {
        let connection = try RawConnection(port: port, client: client)
        try connection.send(request("POST", "/v1/echo", ["Content-Length: \(announced)"]) + String(repeating: "x", count: sent))
        return connection
    }

    private static func post(_ port: Int, client: UInt32, bytes: Int) throws -> Int {
        let connection = try RawConnection(port: port, client: client)
        return try connection.exchange("POST", "/v1/echo", ["Connection: close"], body: String(repeating: "x", count: bytes)).status
    }

    static func eventually(_ condition: () throws -> Bool) rethrows -> Bool {
        let deadline = ContinuousClock.now + .untilHung
        while ContinuousClock.now < deadline {
            if try condition() { return true }
            Thread.sleep(forTimeInterval: 0.002)
        }
        return false
    }

    /// Contents that have begun, once they keep a probe from finding room. One that comes too early may itself take theirs; then they
    /// begin anew.
    private static func hold(
        _ port: Int, clients: [UInt32], announced: Int = 90_000, sent: Int, against probe: (client: UInt32, bytes: Int)
    ) throws -> [RawConnection] {
        var held = try clients.map { try begin(port, client: $0, announced: announced, sent: sent) }
        let isHeld = try eventually {
            for (index, connection) in held.enumerated() {
                connection.linger(seconds: 0.1) { !$0.received.isEmpty }
                if !connection.received.isEmpty { held[index] = try begin(port, client: clients[index], announced: announced, sent: sent) }
            }
            return try post(port, client: probe.client, bytes: probe.bytes) == 503
        }
        #expect(isHeld)
        return held
    }

    @Test func contentsThatAreOnlyAnnounced_takeNothing() async throws {
        try await Self.with(.unhurried(Self.small)) { port throws in
            let slow = try (0..<20).map { _ in try Self.begin(port, client: 2, sent: 10) }
            for connection in slow { try connection.send("x") }
            for client: UInt32 in [2, 3] { #expect(try Self.post(port, client: client, bytes: 40_000) == 200) }
            for connection in slow { #expect(connection.received.isEmpty && !connection.isEnded) }
        }
    }

    @Test func contentsOfOneClient_takeNoMoreThanItsShare() async throws {
        try await Self.with(.unhurried(Self.small)) { port throws in
            let first = try #require(try Self.hold(port, clients: [2], sent: 40_000, against: (2, 20_000)).first)
            #expect(try Self.post(port, client: 2, bytes: 9_000) == 200)
            #expect(try Self.post(port, client: 3, bytes: 40_000) == 200)
            // Its end makes room again.
            try first.send(String(repeating: "x", count: 20_000))
            #expect(try first.answer().status == 503)
            #expect(try Self.post(port, client: 2, bytes: 20_000) == 200)
        }
    }

    /// At the same pace they would all be refused, none ever being whole.
    @Test func contentsThatArriveTogether_haveTheFirstGoOn() async throws {
        try await Self.with(.unhurried(Self.small)) { port throws in
            let first = try #require(try Self.hold(port, clients: [2], announced: 49_000, sent: 24_000, against: (2, 30_000)).first)
            let second = try #require(try Self.hold(port, clients: [2], sent: 24_000, against: (2, 8_000)).first)
            try first.send(String(repeating: "x", count: 20_000))
            try second.send(String(repeating: "x", count: 20_000))
            #expect(try second.answer().status == 503)
            try first.send(String(repeating: "x", count: 5_000))
            #expect(try first.answer().status == 200)
        }
    }

    @Test func room_forContents_letsTheFirstOfAllAndOfAClientGoOn() {
        let room = BodyRoom(limit: 100, share: 50, reserve: 0)
        func take(_ bytes: Int, _ number: UInt64, _ client: String) -> Bool { room.take(bytes, for: number, of: client, isSmall: false) }
        #expect(take(30, 1, "a") && take(20, 2, "a") && take(20, 3, "b") && take(25, 4, "b"))
        #expect(!take(10, 3, "b") && take(5, 3, "b") && !take(1, 4, "b"))
        #expect(!take(1, 3, "b") && !take(1, 2, "a") && take(20, 1, "a") && !take(1, 1, "a"))
        room.release(1)
        #expect(take(10, 2, "a") && !take(1, 5, "b"))
        for number: UInt64 in 2...4 { room.release(number) }
        #expect(room.used == 0 && take(50, 5, "b") && take(50, 6, "a"))

        // The first of a client whose share is used up, and not the second.
        let wide = BodyRoom(limit: 200, share: 50, reserve: 0)
        #expect([(1, "b"), (20, "a"), (30, "a")].enumerated().allSatisfy { wide.take($1.0, for: UInt64($0), of: $1.1, isSmall: false) })
        #expect(!wide.take(10, for: 2, of: "a", isSmall: false) && wide.take(10, for: 1, of: "a", isSmall: false))
    }

    /// Nor does whoever came first take what is kept for small contents, or all that there is.
    @Test func room_forSmallContents_isLeft_whoeverGoesOn() {
        let room = BodyRoom(limit: 100, share: 50, reserve: 10)
        func take(_ bytes: Int, _ number: UInt64, _ client: String, isSmall: Bool = false) -> Bool {
            room.take(bytes, for: number, of: client, isSmall: isSmall)
        }
        #expect(take(10, 1, "a") && take(40, 2, "a") && take(40, 3, "b") && !take(5, 3, "b"))
        #expect(take(40, 1, "a") && room.used == 130 && !take(1, 1, "a"))
        #expect(!take(1, 2, "a") && !take(5, 4, "c") && take(5, 4, "c", isSmall: true))
        room.release(1)
        #expect(room.used == 85 && take(5, 2, "a"))
    }

    @Test func smallContents_findRoomWhereLargeOnesDont() async throws {
        try await Self.with(.unhurried(Self.small)) { port throws in
            let held = try Self.hold(port, clients: [2, 3], sent: 43_000, against: (4, 5_000))
            #expect(try Self.post(port, client: 4, bytes: 900) == 200)
            withExtendedLifetime(held) {}
        }
    }

    @Test func pagesToBeRead_areReadOneAtATime_byTurns() async throws {
        let files = HeldRawFiles()
        try await RouteRun.with(files: files) { run throws in
            func send(_ client: UInt32, _ target: String, _ body: String = "A headline\nAnd a text.") throws -> RawConnection {
                let connection = try RawConnection(port: run.port, client: client)
                try connection.send(request("POST", target, ["Content-Type: text/plain"], body: body))
                return connection
            }
            let many = try (0..<8).map { try send(2, $0 % 2 == 0 ? "/v1/articles" : "/v1/imports/preview") }
            #expect(Self.eventually { files.begun.count == 1 })
            let one = try send(3, "/v1/imports/preview", "Of another\nAnd a text.")
            // That it is in line shows nowhere; a while is enough, and until then nothing is read.
            one.linger(seconds: 1)
            #expect(files.begun.count == 1)
            files.letGo()
            #expect(try one.answer().status == 200)
            for connection in many { #expect(try connection.answer().status / 100 == 2) }
            // It came after eight, and was the second or third.
            #expect(files.begun.prefix(3).contains { $0.hasPrefix("Of another") }, "\(files.begun)")
            #expect(files.begun.count == 9 && files.most == 1)
        }
    }

    /// Larger than all buffers between the two sides.
    private static let largeBody = String(repeating: "a", count: 8 << 20)

    @Test(arguments: [
        ("/v1/articles/\(knownID)", "application/json"), ("/v1/articles?include=body", "application/json"),
        ("/v1/articles?include=body", "application/x-ndjson"),
    ])
    func answersThatSlowReadersHold_areBounded_andLeaveOthersTheirShare(target: String, type: String) async throws {
        try await RouteRun.with(limits: .unhurried { $0.answerBytes = 20 << 20 }) { run throws in
            run.articles.fill(1)
            let id = try #require(ResourceID(knownID))
            run.articles.state.withLock {
                $0.articles[id] = StubArticles.make(id, ArticleDraft(headline: "Long", body: Self.largeBody))
            }
            func begin(_ client: UInt32) throws -> RawConnection {
                let connection = try RawConnection(port: run.port, receiveBuffer: 4_096, client: client)
                try connection.send(request("GET", target, ["Accept: \(type)", "Connection: close"]))
                try connection.read { !$0.received.isEmpty }
                return connection
            }
            func status(_ connection: RawConnection) -> String { String(decoding: connection.received.prefix(12), as: UTF8.self) }
            do {
                let slow = try begin(2)
                #expect(status(slow) == "HTTP/1.1 200")
                let another = try begin(2)
                #expect(status(another) == "HTTP/1.1 503")
                try another.readToEnd()
                try expectProblem(try #require(RawAnswer(another.received, isHead: false, isEnded: true)), slug: "unavailable")
                // What is short is answered, and so are others.
                #expect(try RawConnection(port: run.port, client: 2).exchange("GET", "/v1/articles").status == 200)
                let other = try RawConnection(port: run.port, client: 3)
                try other.send(request("GET", target, ["Accept: \(type)", "Connection: close"]))
                #expect(try other.answer().content.count > Self.largeBody.count)
                withExtendedLifetime(slow) {}
            }
            // They have gone: there is room again.
            #expect(try Self.eventually { try status(begin(2)) == "HTTP/1.1 200" })
        }
    }

    @Test func answers_ofWhatChangesNothing_areRefusedWhereThereIsNoRoom() async throws {
        try await Self.with(ServiceLimits.unhurried { $0.answerBytes = 8 << 20 }) { port throws in
            func post(_ target: String) throws -> Int { try RawConnection(port: port).exchange("POST", target).status }
            // The one has to be told, whatever room there is.
            #expect(try post("/v1/long/change") == 200)
            #expect(try Self.eventually { try post("/v1/long/preview") == 503 })
        }
    }

    @Test func whatIsHeld_isToldInTheFigures() async throws {
        let registry = MetricsRegistry([])
        var configuration = HTTPConfiguration()
        configuration.metrics = registry
        try await withServer(routes: edgeTestRoutes(), configuration: configuration) { port throws in
            func isHeld(_ bytes: Int, of limit: String) throws -> Bool {
                try Self.eventually {
                    guard try RawConnection(port: port).exchange("GET", "/livez", ["Connection: close"]).status == 200 else { return false }
                    return registry.text().contains("dateline_http_held_bytes{limit=\"\(limit)\"} \(bytes)\n")
                }
            }
            do {
                let content = try Self.begin(port, client: 2, sent: 40_000)
                #expect(try isHeld(40_000, of: "bodies"))
                let reader = try RawConnection(port: port, receiveBuffer: 4_096, client: 2)
                try reader.send(request("POST", "/v1/long/preview", ["Connection: close"]))
                try reader.read { !$0.received.isEmpty }
                #expect(try isHeld(8 << 20, of: "answers"))
                withExtendedLifetime((content, reader)) {}
            }
            #expect(try isHeld(0, of: "bodies") && isHeld(0, of: "answers"))
        }
    }

    /// A tagging by filter reads in the turn of a read, and writes without one.
    @Test func taggingThatWrites_holdsNoTurnOfARead() async throws {
        let limits = ServiceLimits.unhurried {
            $0.heavyReads = 1
            $0.waitingReads = 0
        }
        let tagging = SlowTagging(time: .seconds(2).patient)
        try await RouteRun.with(limits: limits, tagging: tagging) { run throws in
            let connection = try RawConnection(port: run.port)
            let body = #"{"add":["a"],"articles":{"filter":"tag=b"}}"#
            try connection.send(request("POST", "/v1/taggings", ["Content-Type: application/json"], body: body))
            #expect(Self.eventually { tagging.begun == 1 })
            #expect(try run.ask("GET", "/v1/articles/facets?facet=tag").status == 200)
            #expect(connection.received.isEmpty)
            #expect(try connection.answer().status == 200)
        }
    }

    @Test func room_forAnswers_ofOneClientIsHalf_andWhatWasDoneIsToldAnyway() {
        let budget = ByteBudget(limit: 100, share: 50)
        #expect(budget.take(40, for: "a") && !budget.take(20, for: "a") && budget.take(10, for: "a"))
        #expect(!budget.hasRoom(for: "a") && budget.hasRoom(for: "b"))
        budget.charge(30, to: "a")
        #expect(!budget.take(30, for: "b") && budget.take(20, for: "b") && !budget.hasRoom(for: "c"))
        budget.give(80, of: "a")
        budget.give(20, of: "b")
        #expect(budget.used == 0 && budget.take(50, for: "a"))
    }
}
