import DatelineHTTP
import Testing

@Suite struct HostAndFramingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        /// Any of these.
        let statuses: [Int]
        var testDescription: String { name }

        init(_ name: String, _ lines: [String], _ statuses: [Int], body: String = "") {
            self.name = name
            bytes = Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
            self.statuses = statuses
        }
    }

    static let host = "Host: 127.0.0.1:8080"

    static let hosts: [Case] =
        [
            Case("none", ["GET /livez HTTP/1.1"], [400]),
            Case("none, HTTP/1.0", ["GET /livez HTTP/1.0"], [400]),
            Case("two equal", ["GET /livez HTTP/1.1", host, host], [400]),
            Case("two different", ["GET /livez HTTP/1.1", host, "Host: evil.example"], [400]),
            Case("absolute form wins", ["GET http://evil.example/livez HTTP/1.1", host], [403]),
            Case("absolute form, ours", ["GET http://localhost:9/livez HTTP/1.1", host], [200]),
            Case("absolute form, user", ["GET http://u@localhost/livez HTTP/1.1", host], [400]),
            Case("other scheme", ["GET foo:/livez HTTP/1.1", host], [400]),
        ]
        + ["evil.example", "127.0.0.1.nip.io", "localhost.evil.example", "0.0.0.0", "127.1", "[::ffff:7f00:1]", "127.0.0.2"]
        .map { Case("foreign \($0)", ["GET /livez HTTP/1.1", "Host: \($0)"], [403]) }
        + ["", "u@localhost", "localhost:abc", "a b", "localhost:1:2", "[::1", "localhost:123456"]
        .map { Case("malformed \($0)", ["GET /livez HTTP/1.1", "Host: \($0)"], [400]) }
        + ["localhost", "LOCALHOST:80", "127.0.0.1", "[::1]:8080", "articles.example", "Articles.Example:1"]
        .map { Case("ours \($0)", ["GET /livez HTTP/1.1", "Host: \($0)"], [200]) }

    @Test(arguments: hosts) func host_listedOrNot_isServedOrRefused(_ example: Case) async throws {
        try await expect(example, configuration: HTTPConfiguration(allowedHosts: [try #require(AllowedHost("articles.example:8443"))]))
    }

    static let post = "POST /v1/echo HTTP/1.1"

    /// What the framework's parser refuses may have an empty body.
    static let framing: [Case] = [
        Case("length and chunks", [post, host, "Content-Length: 3", "Transfer-Encoding: chunked"], [400], body: "0\r\n\r\n"),
        Case("equal lengths", [post, host, "Content-Length: 2", "Content-Length: 2"], [400], body: "ab"),
        Case("different lengths", [post, host, "Content-Length: 2", "Content-Length: 3"], [400], body: "abc"),
        Case("list of lengths", [post, host, "Content-Length: 2, 2"], [400], body: "ab"),
        Case("negative length", [post, host, "Content-Length: -1"], [400]),
        Case("length with plus", [post, host, "Content-Length: +2"], [400], body: "ab"),
        Case("hexadecimal length", [post, host, "Content-Length: 0x2"], [400], body: "ab"),
        Case("enormous length", [post, host, "Content-Length: 18446744073709551616"], [400]),
        Case("gzip, chunked", [post, host, "Transfer-Encoding: gzip, chunked"], [400], body: "0\r\n\r\n"),
        Case("two codings", [post, host, "Transfer-Encoding: gzip", "Transfer-Encoding: chunked"], [400], body: "0\r\n\r\n"),
        Case("chunks in HTTP/1.0", ["POST /v1/echo HTTP/1.0", host, "Transfer-Encoding: chunked"], [400], body: "0\r\n\r\n"),
        Case("chunk size not a number", [post, host, "Transfer-Encoding: chunked"], [400], body: "ZZ\r\n"),
        Case("chunk size too large", [post, host, "Transfer-Encoding: chunked"], [400], body: String(repeating: "F", count: 17) + "\r\n"),
        Case("line feeds only", ["GET /livez HTTP/1.1\n\(host)\n\n"], [400]),
        Case("space before colon", ["GET /livez HTTP/1.1", host, "X-A : b"], [400]),
        Case("folded field", ["GET /livez HTTP/1.1", host, "X-A: b\r\n c"], [400]),
        Case("NUL in a value", ["GET /livez HTTP/1.1", host, "X-A: b\0c"], [400]),
        Case("bare CR in a value", ["GET /livez HTTP/1.1", host, "X-A: b\rc"], [400]),
        Case("HTTP/2 preface", ["PRI * HTTP/2.0", "", "SM", ""], [400]),
        Case("HTTP/2.0", ["GET /livez HTTP/2.0", host], [400]),
        Case("HTTP/0.9", ["GET /livez"], [400]),
        Case("unknown method", ["FOO /livez HTTP/1.1", host], [400, 405]),
        Case("endless method", [String(repeating: "A", count: 5_000) + " /livez HTTP/1.1", host], [400, 405]),
        Case("other method", ["PROPFIND /livez HTTP/1.1", host], [405]),
        Case("target of 200 kB", ["GET /livez?" + String(repeating: "a", count: 200_000) + " HTTP/1.1", host], [400, 414]),
        Case("101 fields", ["GET /livez HTTP/1.1", host] + Array(repeating: "a: b", count: 100), [400, 431]),
        Case("field of 17 kB", ["GET /livez HTTP/1.1", host, "X-A: " + String(repeating: "a", count: 17_000)], [400, 431]),
        Case(
            "33 kB of fields", ["GET /livez HTTP/1.1", host] + (0..<3).map { "X-\($0): " + String(repeating: "a", count: 11_000) },
            [400, 431]),
        Case("500,000 fields", ["GET /livez HTTP/1.1", host] + Array(repeating: "a:", count: 500_000), [400, 431]),
        Case("CONNECT", ["CONNECT localhost:80 HTTP/1.1", host], [400]),
        Case("fragment", ["GET /livez#a HTTP/1.1", host], [400]),
    ]

    @Test(arguments: framing) func framing_malformed_isRefusedAndServerLives(_ example: Case) async throws {
        try await expect(example)
    }

    @Test func framing_TLSHello_isRefused() async throws {
        try await withServer(routes: edgeTestRoutes()) { port in
            let connection = try RawConnection(port: port)
            try connection.send([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xFC, 0x03, 0x03] + Array(repeating: 0x41, count: 200))
            #expect(try connection.answer().status == 400)
        }
    }

    @Test func framing_contentCutShort_is400() async throws {
        try await withServer(routes: edgeTestRoutes()) { port in
            let connection = try RawConnection(port: port)
            try connection.send("POST /v1/echo HTTP/1.1\r\n\(Self.host)\r\nContent-Length: 100\r\n\r\n12345678")
            connection.endSending()
            #expect(try connection.answer().status == 400)
        }
    }

    @Test func framing_chunksCutShort_is400AndNotTakenAsWhole() async throws {
        try await withServer(routes: edgeTestRoutes()) { port in
            let connection = try RawConnection(port: port)
            try connection.send("POST /v1/count HTTP/1.1\r\n\(Self.host)\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n")
            connection.endSending()
            #expect(try connection.answer().status == 400)
        }
    }

    @Test func framing_chunkExtensionOf200kB_isBoundedAndAnswered() async throws {
        try await withServer(routes: edgeTestRoutes()) { port in
            let connection = try RawConnection(port: port)
            try connection.send(
                "POST /v1/echo HTTP/1.1\r\n\(Self.host)\r\nTransfer-Encoding: chunked\r\n\r\n1;a=\(String(repeating: "b", count: 200_000))\r\nx\r\n0\r\n\r\n"
            )
            #expect([200, 400].contains(try connection.answer().status))
        }
    }

    @Test func framing_randomlyDamagedRequests_neverStopTheServer() async throws {
        try await withServer(routes: edgeTestRoutes()) { port in
            var random = DamageSource(state: 7)
            for _ in 0..<400 {
                var bytes = Array(
                    request(
                        "POST", "/v1/articles?a=b",
                        ["Content-Type: application/json", "Transfer-Encoding: chunked", "Expect: 100-continue"]
                    ).utf8)
                bytes += Array("2\r\n{}\r\n0\r\n\r\n".utf8)
                for _ in 0..<Int.random(in: 1...6, using: &random) {
                    let place = Int.random(in: 0..<bytes.count, using: &random)
                    switch Int.random(in: 0..<3, using: &random) {
                    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                    case 1: bytes.remove(at: place)
                    default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
                    }
                }
                let connection = try RawConnection(port: port)
                try connection.send(bytes)
                connection.endSending()
                // Whatever it answers, it comes to an end by itself and is never our fault.
                try connection.readToEnd()
                #expect(!String(decoding: connection.received, as: UTF8.self).contains("HTTP/1.1 5"))
            }
            #expect(try RawConnection(port: port).exchange("GET", "/livez").status == 200)
        }
    }

    /// Sends the bytes, expects one of the statuses, a problem document where it isn't the parser's answer, and a server
    /// that goes on serving.
    private func expect(_ example: Case, configuration: HTTPConfiguration = HTTPConfiguration()) async throws {
        try await withServer(routes: edgeTestRoutes(), configuration: configuration) { port in
            let connection = try RawConnection(port: port)
            // The server may close before all is sent; what it answered still counts.
            try? connection.send(example.bytes)
            let answer = try connection.answer()
            #expect(example.statuses.contains(answer.status), "\(answer.status) \(answer.text)")
            if answer.status >= 400, !answer.content.isEmpty { try expectProblem(answer) }
            let next = try RawConnection(port: port)
            try next.send("GET /livez HTTP/1.1\r\n\(Self.host)\r\n\r\n")
            #expect(try next.answer().status == 200)
        }
    }
}

/// The same sequence in every run.
private struct DamageSource: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}
