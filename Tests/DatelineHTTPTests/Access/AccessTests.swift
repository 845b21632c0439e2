import DatelineModels
import HTTPTypes
import Testing

@testable import DatelineHTTP

/// Tokens over a real socket.
@Suite struct AccessTests {
    struct Keys: Sendable {
        let reading = AccessToken.make(.read)
        let writing = AccessToken.make(.write)

        var list: TokenList {
            get throws {
                try TokenList(Array((TokenList.line(for: reading.token, note: "a") + TokenList.line(for: writing.token, note: "b")).utf8))
            }
        }
    }

    static let id = "018f0000-0000-7000-8000-000000000001"

    static func with(_ keys: Keys, _ body: @escaping @Sendable (Int, AccessControl) throws -> Void) async throws {
        let access = AccessControl(try keys.list)
        let configuration = HTTPConfiguration(allowedOrigins: [try #require(AllowedOrigin("https://desk.example"))], access: access)
        try await withServer(routes: edgeTestRoutes(), configuration: configuration) { port in try body(port, access) }
    }

    @Test func request_withoutToken_is401_butForTheOpenRoute() async throws {
        try await Self.with(Keys()) { port, _ throws in
            #expect(try RawConnection(port: port).exchange("GET", "/livez").status == 200)
            for (method, target) in [
                ("GET", "/v1/articles"), ("HEAD", "/v1/articles"), ("POST", "/v1/echo"), ("DELETE", "/v1/articles/\(Self.id)"),
                ("OPTIONS", "/v1/articles"), ("OPTIONS", "*"), ("GET", "/nowhere"), ("POST", "/livez"), ("GET", "/v1/articles/%ff"),
            ] {
                let answer = try RawConnection(port: port).exchange(method, target)
                #expect(answer.status == 401, "\(method) \(target)")
                #expect(answer["www-authenticate"] == #"Bearer realm="dateline""#)
                if method != "HEAD" { try expectProblem(answer, slug: "unauthorized") }
            }
        }
    }

    @Test func token_ofAnyOtherForm_is401_andSaysThatItIsInvalid() async throws {
        let keys = Keys()
        let good = keys.reading.text
        let hash = AccessToken.hexadecimal(AccessToken.digest(of: good))
        let values = [
            "Bearer x", "Bearer \(good)x", "Bearer \(good.dropLast())", "Bearer \(good.uppercased())", "Basic \(good)", good, "Bearer",
            "Bearer ",
            "Bearer \(hash)", "Bearer sha256:\(hash)", "Bearer \(good), Bearer \(good)", "Bearer \(good) x",
            "Bearer " + String(repeating: "a", count: 5_000),
        ]
        try await Self.with(keys) { port, _ throws in
            for value in values {
                let answer = try RawConnection(port: port).exchange("GET", "/v1/articles", ["Authorization: \(value)"])
                #expect(answer.status == 401, "\(value)")
                #expect(answer["www-authenticate"]?.contains("invalid_token") == true)
                #expect(!answer.text.contains(good) && !answer.text.contains(hash))
            }
            let twice = ["Authorization: Bearer \(good)", "Authorization: Bearer \(good)"]
            #expect(try RawConnection(port: port).exchange("GET", "/v1/articles", twice).status == 401)
        }
    }

    @Test func token_ofScopeRead_readsAndGets403ForTheRest() async throws {
        let keys = Keys()
        let reader = ["Authorization: bearer \(keys.reading.text)"]
        try await Self.with(keys) { port, _ throws in
            #expect(try RawConnection(port: port).exchange("GET", "/v1/articles", reader).status == 200)
            #expect(try RawConnection(port: port).exchange("HEAD", "/v1/articles", reader).status == 200)
            #expect(try RawConnection(port: port).exchange("OPTIONS", "/v1/articles", reader).status == 204)
            #expect(try RawConnection(port: port).exchange("GET", "/nowhere", reader).status == 404)
            for (method, target) in [("POST", "/v1/echo"), ("DELETE", "/v1/articles/\(Self.id)")] {
                let answer = try RawConnection(port: port).exchange(method, target, reader, body: "")
                #expect(answer.status == 403, "\(method) \(target)")
                #expect(answer["www-authenticate"]?.contains("insufficient_scope") == true)
                try expectProblem(answer, slug: "forbidden")
            }
        }
    }

    @Test func token_ofScopeWrite_doesEverything() async throws {
        let keys = Keys()
        let writer = ["Authorization: Bearer \(keys.writing.text)"]
        try await Self.with(keys) { port, _ throws in
            #expect(try RawConnection(port: port).exchange("GET", "/v1/articles", writer).status == 200)
            #expect(try RawConnection(port: port).exchange("POST", "/v1/echo", writer, body: "x").text == "x")
        }
    }

    @Test func refusal_comesBeforeTheContentIsAskedFor() async throws {
        try await Self.with(Keys()) { port, _ throws in
            let connection = try RawConnection(port: port)
            try connection.send(request("POST", "/v1/echo", ["Content-Length: 1000000", "Expect: 100-continue"]))
            #expect(try connection.answer().status == 401)
            try connection.readToEnd()
        }
    }

    @Test func preflight_ofAListedPage_needsNoToken_butTheRequestDoes() async throws {
        let page = "Origin: https://desk.example"
        try await Self.with(Keys()) { port, _ throws in
            let asked = try RawConnection(port: port).exchange("OPTIONS", "/v1/articles", [page, "Access-Control-Request-Method: POST"])
            #expect(asked.status == 204)
            let sent = try RawConnection(port: port).exchange("GET", "/v1/articles", [page])
            #expect(sent.status == 401)
            #expect(sent["access-control-allow-origin"] == "https://desk.example")
        }
    }

    @Test func list_replaced_countsFromTheNextRequestOn_alsoOnAnOpenConnection() async throws {
        let (old, new) = (Keys(), Keys())
        let before = ["Authorization: Bearer \(old.reading.text)"]
        let after = ["Authorization: Bearer \(new.reading.text)"]
        let list = try new.list
        try await Self.with(old) { port, access throws in
            let connection = try RawConnection(port: port)
            #expect(try connection.exchange("GET", "/v1/articles", before).status == 200)
            access.replace(with: list)
            #expect(try connection.exchange("GET", "/v1/articles", before).status == 401)
            #expect(try connection.exchange("GET", "/v1/articles", after).status == 200)
        }
    }

    @Test func logs_nameTheTokenById_andNeverHoldIt() async throws {
        let keys = Keys()
        let lines = LogLines()
        let configuration = HTTPConfiguration(access: AccessControl(try keys.list))
        try await withServer(routes: edgeTestRoutes(), configuration: configuration, logger: .recording(into: lines)) { port throws in
            _ = try RawConnection(port: port).exchange("GET", "/v1/articles", ["Authorization: Bearer \(keys.reading.text)"])
            _ = try RawConnection(port: port).exchange("GET", "/v1/articles", ["Authorization: Bearer wrong-canary"])
        }
        #expect(lines.all.contains { $0.text.contains("GET /v1/articles 200") && $0.fields.contains("token=\(keys.reading.token.id)") })
        #expect(
            !lines.all.contains { line in
                ([line.text] + line.fields).contains { $0.contains(keys.reading.text) || $0.contains("canary") }
            })
    }
}

/// Every answer to a fault of ours or of the store, looked through for what is nobody's business.
@Suite struct LeakTests {
    private static let insides = [
        "SELECT", "sqlite", "SQLite", "GRDB", "/var/", "/tmp/", "/home/", "ENOSPC", "Swift", "NIO", "RepositoryError", "Unforeseen",
        "Optional", ".swift",
        "vault", "whatever",
    ]

    @Test(arguments: ["disk", "conflict", "many", "parameters", "timeout", "framework", "unforeseen"])
    func fault_provoked_tellsNothingOfTheInside(how: String) async throws {
        let answer = try await exchange("GET", "/v1/fail/\(how)")
        #expect(answer.status >= 400)
        for word in Self.insides {
            #expect(!answer.text.contains(word), "\(how): \(word)")
            #expect(!answer.fields.contains { $0.value.contains(word) }, "\(how): \(word)")
        }
        #expect(answer["server"] == nil)
    }
}
