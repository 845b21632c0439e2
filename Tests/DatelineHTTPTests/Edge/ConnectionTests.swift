import DatelineHTTP
import DatelineTestSupport
import Testing

@Suite struct ConnectionTests {
    @Test func pipelinedRequests_areAnsweredInOrder() async throws {
        try await withServer(routes: edgeTestRoutes()) { port in
            let connection = try RawConnection(port: port)
            try connection.send(
                request("GET", "/v1/tags/1") + request("POST", "/v1/echo", body: "2") + request("GET", "/nowhere")
                    + request("GET", "/v1/tags/4"))
            #expect(try connection.answer().text == "1")
            #expect(try connection.answer().text == "2")
            #expect(try connection.answer().status == 404)
            #expect(try connection.answer().text == "4")
        }
    }

    @Test func tenThousandPipelinedRequests_areAllAnswered() async throws {
        try await withServer(routes: edgeTestRoutes()) { port in
            let connection = try RawConnection(port: port)
            let requests = String(repeating: request("GET", "/livez"), count: 9_999) + request("GET", "/livez", ["Connection: close"])
            try connection.send(Array(requests.utf8)) { $0.isEnded }
            #expect(RawAnswers.count(connection.received) == 10_000)
        }
    }

    @Test(arguments: ["h2c", "websocket"]) func upgrade_isIgnored(protocol name: String) async throws {
        try await withServer(routes: edgeTestRoutes()) { port in
            let connection = try RawConnection(port: port)
            let answer = try connection.exchange("GET", "/livez", ["Connection: Upgrade", "Upgrade: \(name)"])
            #expect(answer.status == 200)
            // What follows is another protocol's for the parser, so the connection ends.
            #expect(answer["connection"] == "close")
            try connection.readToEnd()
        }
    }

    @Test func connectionClose_inAnyCase_endsTheConnection() async throws {
        try await withServer(routes: edgeTestRoutes()) { port in
            let connection = try RawConnection(port: port)
            #expect(try connection.exchange("GET", "/livez", ["Connection: Close"]).status == 200)
            try connection.readToEnd()
        }
    }

    @Test func http10_isAnsweredAndEnded_alsoAStream() async throws {
        try await withServer(routes: edgeTestRoutes()) { port in
            let connection = try RawConnection(port: port)
            try connection.send("GET /v1/stream HTTP/1.0\r\nHost: localhost\r\n\r\n")
            try connection.readToEnd()
            let answer = try #require(RawAnswer(connection.received, isHead: false, isEnded: true))
            #expect(answer.status == 200)
            #expect(answer.text == "line\nline\nline\n")
        }
    }

    @Test func halfClosedClient_stillGetsItsAnswer() async throws {
        try await withServer(routes: edgeTestRoutes()) { port in
            let connection = try RawConnection(port: port)
            try connection.send(request("GET", "/v1/tags/a"))
            connection.endSending()
            #expect(try connection.answer().text == "a")
        }
    }

    static func configuration(_ change: (inout ServiceLimits) -> Void) -> HTTPConfiguration {
        var configuration = HTTPConfiguration()
        configuration.limits = .unhurried(change)
        return configuration
    }

    @Test(arguments: ["", "GET /livez HTTP/1.1\r\nHost: local", "GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n"])
    func idleOrHalfAHead_isClosed(sent: String) async throws {
        let configuration = Self.configuration { $0.idle = .milliseconds(200) }
        try await withServer(routes: edgeTestRoutes(), configuration: configuration) { port in
            let connection = try RawConnection(port: port)
            try connection.send(sent)
            try connection.readToEnd()
            #expect(connection.isEnded)
        }
    }

    @Test func drippedHead_isClosed() async throws {
        let configuration = Self.configuration { $0.idle = .milliseconds(300) }
        try await withServer(routes: edgeTestRoutes(), configuration: configuration) { port in
            let connection = try RawConnection(port: port)
            let start = ContinuousClock.now
            // Each wait ends by itself; sending fails once the server has gone.
            var isRefused = false
            while ContinuousClock.now - start < .untilHung, !connection.isEnded, !isRefused {
                do { try connection.send("X") } catch { isRefused = true }
                connection.linger(seconds: 0.05)
            }
            #expect(connection.isEnded || isRefused)
        }
    }

    @Test(arguments: ["Content-Length: 1000", "Transfer-Encoding: chunked"]) func drippedBody_is408(framing: String) async throws {
        let configuration = Self.configuration { $0.bodyGrace = .milliseconds(200) }
        try await withServer(routes: edgeTestRoutes(), configuration: configuration) { port in
            let connection = try RawConnection(port: port)
            try connection.send(request("POST", "/v1/echo", [framing]))
            let start = ContinuousClock.now
            while ContinuousClock.now - start < .untilHung, connection.received.isEmpty {
                do { try connection.send(framing.hasPrefix("C") ? "x" : "1\r\nx\r\n") } catch { break }
                connection.linger(seconds: 0.05) { !$0.received.isEmpty }
            }
            let answer = try connection.answer()
            #expect(answer.status == 408)
            #expect(answer["connection"] == "close")
            try expectProblem(answer, slug: "request-timeout")
            try connection.readToEnd()
        }
    }

    @Test func bodyFastEnoughButTooLong_endsAtTheDeadline() async throws {
        let configuration = Self.configuration {
            $0.bodyTime = .milliseconds(400)
            $0.bodyRate = 0
        }
        try await withServer(routes: edgeTestRoutes(), configuration: configuration) { port in
            let connection = try RawConnection(port: port)
            try connection.send(request("POST", "/v1/echo", ["Content-Length: 1000"]))
            #expect(try connection.answer().status == 408)
        }
    }

    @Test func unreadBodyThatDrips_endsTheConnection() async throws {
        let configuration = Self.configuration { $0.bodyGrace = .milliseconds(200) }
        try await withServer(routes: edgeTestRoutes(), configuration: configuration) { port in
            let connection = try RawConnection(port: port)
            try connection.send(request("POST", "/v1/unread", ["Content-Length: 1000"]) + "x")
            #expect(try connection.answer().status == 200)
            try connection.readToEnd()
        }
    }

    @Test func clientThatDoesNotRead_isClosed() async throws {
        let configuration = Self.configuration { $0.writeStall = .milliseconds(300) }
        try await withServer(routes: edgeTestRoutes(), configuration: configuration) { port in
            let connection = try RawConnection(port: port, receiveBuffer: 4_096)
            try connection.send(request("GET", "/v1/huge"))
            try connection.read { !$0.received.isEmpty }
            // Without reading on, the only sign is that sending fails, once the server has closed.
            let start = ContinuousClock.now
            var isReset = false
            while ContinuousClock.now - start < .untilHung, !isReset { isReset = connection.isResetAfterSending("\r\n", milliseconds: 50) }
            #expect(isReset)
        }
    }

    @Test func steadyReader_getsEverything() async throws {
        let configuration = Self.configuration { $0.writeStall = .seconds(3).patient }
        try await withServer(routes: edgeTestRoutes(), configuration: configuration) { port in
            let connection = try RawConnection(port: port)
            try connection.send(request("GET", "/v1/huge"))
            #expect(try connection.discardChunkedAnswer() > 4_000 * (64 << 10))
        }
    }

    @Test func connectionsAboveTheLimit_areAnswered503_andLivezAnswers() async throws {
        let configuration = Self.configuration {
            $0.connections = 3
            // Of which this client may have two, as it has many.
            $0.reservedConnections = 4
        }
        try await withServer(routes: edgeTestRoutes(), configuration: configuration) { port in
            let held = try (0..<3).map { _ in try RawConnection(port: port) }
            for connection in held { #expect(try connection.exchange("GET", "/v1/articles").status == 200) }
            let fourth = try RawConnection(port: port)
            let refused = try fourth.exchange("GET", "/v1/articles")
            #expect(refused.status == 503)
            #expect(refused["retry-after"] == "1")
            try expectProblem(refused, slug: "unavailable")
            try fourth.readToEnd()
            let watcher = try RawConnection(port: port)
            #expect(try watcher.exchange("GET", "/livez").status == 200)
            try withExtendedLifetime(try (0..<2).map { _ in try RawConnection(port: port) }) { _ in
                let last = try RawConnection(port: port)
                #expect(try last.answer().status == 503)
                try last.readToEnd()
            }
            for connection in held { #expect(try connection.exchange("GET", "/livez").status == 200) }
        }
    }

    @Test func connectionsThatEnd_makeRoom() async throws {
        let configuration = Self.configuration {
            $0.connections = 2
            $0.reservedConnections = 0
        }
        try await withServer(routes: edgeTestRoutes(), configuration: configuration) { port in
            for _ in 0..<50 {
                // The server counts a connection out a moment after we see its end.
                let deadline = ContinuousClock.now + .untilHung
                var status = 503
                while status == 503, ContinuousClock.now < deadline {
                    let connection = try RawConnection(port: port)
                    status = try connection.exchange("GET", "/v1/articles", ["Connection: close"]).status
                    try connection.readToEnd()
                }
                #expect(status == 200)
            }
        }
    }

    @Test func limitOfConnections_leavesDescriptorsForTheRest() {
        #expect(ServiceLimits.connections(openFiles: 1_024) == 512)
        #expect(ServiceLimits.connections(openFiles: 256) == 128)
        #expect(ServiceLimits.connections(openFiles: 64) == 1)
    }

    @Test func rangesAndOtherFieldsNobodyReads_areIgnored() async throws {
        let ranges = (0..<1_000).map { "\($0)-\($0)" }.joined(separator: ",")
        #expect(try await exchange("GET", "/livez", ["Range: bytes=\(ranges)"]).status == 200)
    }
}

enum RawAnswers {
    /// How many status lines there are.
    static func count(_ bytes: [UInt8]) -> Int {
        let mark = Array("HTTP/1.1 200 OK\r\n".utf8)
        var count = 0
        var index = 0
        while index + mark.count <= bytes.count {
            if bytes[index] == mark[0], bytes[index..<index + mark.count].elementsEqual(mark) {
                count += 1
                index += mark.count
            } else {
                index += 1
            }
        }
        return count
    }
}
