import DatelineModels
import Testing

@testable import DatelineHTTP

@Suite struct CursorTests {
    private static let id = ResourceID("018f0000-0000-7000-8000-000000000001")!
    private static let scope = Cursor.Scope(
        resource: "articles", sort: "-datePublished", filter: QueryString(items: [.init(name: "tag", value: "a")]))

    @Test(arguments: [
        PageKey.Value.none, .integer(.min), .integer(0), .integer(.max), .real(-1.5), .text(""), .text("zürich"),
        .text(String(repeating: "\u{1112}", count: 900)), .bytes([]), .bytes([0xff, 0x00]), .bytes([UInt8](repeating: 0xc3, count: 4500)),
    ])
    func encode_anyKey_readsBack(value: PageKey.Value) {
        let key = PageKey(value: value, id: Self.id)
        let text = Cursor.encode(key, scope: Self.scope)
        #expect(Cursor.decode(text, scope: Self.scope) == key)
        #expect(text.utf8.allSatisfy { $0.isTokenByte })
    }

    @Test func decode_anyOneBitChanged_isNil() {
        let text = Array(Cursor.encode(PageKey(value: .integer(5), id: Self.id), scope: Self.scope).utf8)
        for index in text.indices {
            for bit in 0..<7 {
                var changed = text
                changed[index] ^= 1 << bit
                #expect(Cursor.decode(String(decoding: changed, as: UTF8.self), scope: Self.scope) == nil)
            }
        }
    }

    @Test func decode_otherScope_isNil() {
        let text = Cursor.encode(PageKey(value: .integer(5), id: Self.id), scope: Self.scope)
        let filter = QueryString(items: [.init(name: "tag", value: "a")])
        let others = [
            Cursor.Scope(resource: "events", sort: "-datePublished", filter: filter),
            Cursor.Scope(resource: "articles", sort: "datePublished", filter: filter),
            Cursor.Scope(resource: "articles", sort: "-datePublished", filter: QueryString()),
            Cursor.Scope(resource: "articles", sort: "-datePublished", filter: QueryString(items: [.init(name: "tag", value: "b")])),
            Cursor.Scope(resource: "articles", sort: "-datePublishedtag", filter: QueryString(items: [.init(name: "", value: "a")])),
        ]
        for other in others { #expect(Cursor.decode(text, scope: other) == nil) }
    }

    @Test func scope_orderOfParameters_doesNotMatter() throws {
        let first = Cursor.Scope(resource: "a", sort: "", filter: try QueryString("tag=a&tag=b&q=x"))
        let second = Cursor.Scope(resource: "a", sort: "", filter: try QueryString("q=x&tag=b&tag=a"))
        #expect(first.bytes == second.bytes)
    }

    @Test(arguments: ["", "A", "AAAA", "!!!!", "AQ==", String(repeating: "A", count: 10_000), "null", "é"])
    func decode_junk_isNil(text: String) {
        #expect(Cursor.decode(text, scope: Self.scope) == nil)
    }

    @Test func list_cursor_isGoodForAnotherLimitOnly() throws {
        let scope = try ArticleListParameters(QueryString("tag=a&limit=1")).scope
        let cursor = Cursor.encode(PageKey(value: .none, id: Self.id), scope: scope)
        #expect(try ArticleListParameters(QueryString("tag=a&limit=9&fields=headline&cursor=\(cursor)")).query.page.after?.id == Self.id)
        for query in ["tag=b", "tag=a&sort=datePublished", "tag=a&q=x", ""] {
            #expect(parameterFaults { try ArticleListParameters(QueryString("\(query)&cursor=\(cursor)")) } == ["cursor format"])
        }
    }
}

@Suite struct ConditionalHeaderTests {
    private static func match(_ lines: [String]) throws -> Precondition.IfMatch? {
        try ConditionalHeaders(ifMatch: lines, ifNoneMatch: []).ifMatch
    }

    @Test(
        arguments: [
            ([], nil), (["*"], .any), ([" * "], .any), (["\"3\""], .versions([3])), (["\"a\", \"3\""], .versions([3])),
            (["\"1\"", "\"2\""], .versions([1, 2])),
            (["W/\"3\""], .versions([])), (["\"03\""], .versions([])), (["\"\""], .versions([])), ([",, \"3\" ,"], .versions([3])),
        ] as [([String], Precondition.IfMatch?)])
    func ifMatch_wellFormed_isRead(lines: [String], expected: Precondition.IfMatch?) throws {
        #expect(try Self.match(lines) == expected)
    }

    @Test(arguments: [
        ["3"], [""], ["\"3"], ["w/\"3\""], ["\"3\" \"4\""], ["*, \"3\""], ["\"a b\""], [","],
        ["\"" + String(repeating: "x", count: 10_000) + "\""],
    ])
    func ifMatch_malformed_isRefused(lines: [String]) {
        #expect(parameterFaults { try Self.match(lines) }.first?.hasPrefix("If-Match ") == true)
    }

    @Test(arguments: [([], false), (["*"], true), (["\"3\""], true), (["W/\"3\""], true), (["\"2\""], false), (["\"2\", \"3\""], true)])
    func ifNoneMatch_saysWhetherTheClientIsCurrent(lines: [String], expected: Bool) throws {
        #expect(try ConditionalHeaders(ifMatch: [], ifNoneMatch: lines).isCurrent(3) == expected)
    }

    @Test func precondition_ofAChange_takesIfNoneMatchStarOnly() throws {
        #expect(
            try ConditionalHeaders(ifMatch: ["\"3\""], ifNoneMatch: ["*"]).precondition()
                == Precondition(ifMatch: .versions([3]), mustBeNew: true))
        #expect(parameterFaults { try ConditionalHeaders(ifMatch: [], ifNoneMatch: ["\"3\""]).precondition() } == ["If-None-Match format"])
    }

    @Test(arguments: ["", " ", "a b", "é", String(repeating: "x", count: 256), "a\u{7f}"])
    func idempotencyKey_bad_isRefused(value: String) {
        #expect(parameterFaults { try IdempotentPosts.key([value]) } == ["Idempotency-Key format"])
    }

    @Test func idempotencyKey_good_isTaken() throws {
        #expect(try IdempotentPosts.key([]) == nil)
        #expect(try IdempotentPosts.key([String(repeating: "~", count: 255)])?.utf8.count == 255)
        #expect(parameterFaults { try IdempotentPosts.key(["a", "b"]) } == ["Idempotency-Key duplicate"])
    }
}
