import DatelineJSON
import DatelineModels
import Testing

@testable import DatelineHTTP

/// The faults of a failing read as "parameter code", in order.
func parameterFaults(_ read: () throws -> some Any) -> [String] {
    do {
        _ = try read()
        return []
    } catch let error as ParameterError {
        return error.faults.map { fault in
            guard case .parameter(let name) = fault.location else { return "pointer" }
            return "\(name) \(fault.code.rawValue)"
        }
    } catch {
        return ["\(error)"]
    }
}

private func articles(_ query: String) throws -> ArticleListParameters { try ArticleListParameters(QueryString(query)) }

@Suite struct QueryStringTests {
    @Test(arguments: [
        ("", []), ("a=1&&b", ["a=1", "b="]), ("a=b=c", ["a=b=c"]), ("q=a+b%2Bc", ["q=a b+c"]), ("tag=%2525", ["tag=%25"]),
        ("%71=x", ["q=x"]),
        ("=x", ["=x"]), ("q=%C3%A9", ["q=é"]),
    ])
    func read_decodesOnce(text: String, expected: [String]) throws {
        #expect(try QueryString(text).items.map { "\($0.name)=\($0.value)" } == expected)
    }

    @Test(arguments: ["q=%ff", "q=%zz", "q=%", "q=%u0041", "q=%c0%af", "q=%4", "q=%ed%a0%80"])
    func read_notUTF8_isRefused(text: String) {
        #expect(parameterFaults { try QueryString(text) } == ["q format"])
    }

    @Test func read_tooMany_isRefused() {
        #expect(parameterFaults { try QueryString(Array(repeating: "a=1", count: 501).joined(separator: "&")) } == [" too-many"])
        #expect(parameterFaults { try QueryString(Array(repeating: "a=1", count: 500).joined(separator: "&")) } == [])
    }

    @Test(arguments: ["a=1&b=%26%3D%2B%25&c=%C3%A9+x", "a=", "a=%00"])
    func encoded_readsBackTheSame(text: String) throws {
        let query = try QueryString(text)
        #expect(try QueryString(query.encoded) == query)
    }
}

@Suite struct ArticleParameterTests {
    @Test(arguments: ["0", "-1", "201", "1e3", "1.5", "", "abc", "99999999999999999999", "٥", "+5", "%2B5", "%205", "5%00"])
    func limit_notAWholeNumberInRange_isRefused(value: String) {
        #expect(parameterFaults { try articles("limit=\(value)") } == ["limit out-of-range"])
    }

    @Test(arguments: [("", 50), ("limit=1", 1), ("limit=200", 200), ("limit=007", 7)])
    func limit_inRange_isTaken(query: String, expected: Int) throws {
        #expect(try articles(query).query.page.limit == expected)
    }

    @Test(arguments: [
        ("limt=5", ["limt unknown-parameter"]), ("limit=1&limit=2", ["limit duplicate"]), ("q%00=1", ["q\u{fffd} unknown-parameter"]),
        ("entityType=dog", ["entityType unknown-value"]), ("untagged=1", ["untagged unknown-value"]),
        ("language=en_US", ["language format"]),
        ("from=2024-13", ["from out-of-range"]), ("to=soon", ["to format"]), ("from=2024-03-26T10:00", ["from zone-missing"]),
        ("from=2024-05&to=2024-04", ["to inconsistent"]), ("tz=Mars/Phobos", ["tz unknown-value"]), ("tz=%2B03:00", ["tz unknown-value"]),
        ("match=likely", ["match unknown-value"]), ("sort=relevance", ["sort inconsistent"]), ("sort=relevance&q=", ["sort inconsistent"]),
        ("sort=headline", ["sort unknown-value"]), ("fields=headlin", ["fields unknown-value"]), ("fields=", ["fields unknown-value"]),
        ("include=all", ["include unknown-value"]), ("entity=", ["entity empty"]), ("entity=a%00b", ["entity control-character"]),
        ("cursor=", ["cursor format"]), ("count=yes", ["count unknown-value"]),
        ("limit=0&sort=x&foo=1", ["sort unknown-value", "limit out-of-range", "foo unknown-parameter"]),
    ])
    func faulty_isRefusedWithEveryFault(query: String, expected: [String]) {
        #expect(parameterFaults { try articles(query) } == expected)
    }

    @Test func unknown_suggestsTheNearest() {
        let error = #expect(throws: ParameterError.self) { try articles("limt=5") }
        #expect(error?.faults.first?.detail == "There is no such parameter here. Did you mean limit?")
    }

    @Test(arguments: [
        "\"", "AND", "a AND", "NEAR(", "*", "^", "headline:", "nocol:x", "-x", "a -b", "a.b", "a'b", "(", "{x", "NOT", "a OR OR", "a\"b",
        "%", "\\", "👩‍👩‍👧", ";--",
    ])
    func q_anyText_isTaken(text: String) {
        #expect(parameterFaults { try articles(QueryString(items: [.init(name: "q", value: text)]).encoded) } == [])
    }

    @Test(arguments: [
        String(repeating: "x", count: 513), Array(repeating: "a", count: 33).joined(separator: "+"),
        Array(repeating: "a*", count: 1000).joined(separator: "+"),
        String(repeating: "(", count: 5000),
    ])
    func q_tooComplex_isRefused(text: String) {
        #expect(parameterFaults { try articles("q=\(text)") } == ["q too-complex"])
        #expect(parameterFaults { try articles("q=\(text)&sort=relevance") } == ["q too-complex"])
    }

    @Test func tag_wildcards_areLiteralButForTheLastStar() throws {
        let filter = try articles("tag=%25&tag=a_*&tag=[a-z]*&tag=*").query.filter
        #expect(filter.tags.all == [.name("%"), .prefix("a_"), .prefix("[a-z]"), .prefix("")])
        #expect(parameterFaults { try articles("tag=*" + String(repeating: "x", count: 5000)) } == ["tag too-long"])
        #expect(parameterFaults { try articles("tag=" + String(repeating: "x", count: 101)) } == ["tag too-long"])
    }

    @Test func entity_tooManyOrTooLong_isRefused() {
        #expect(parameterFaults { try articles(Array(repeating: "entity=a", count: 51).joined(separator: "&")) } == ["entity too-many"])
        #expect(parameterFaults { try articles(Array(repeating: "entity=a", count: 50).joined(separator: "&")) } == [])
        #expect(parameterFaults { try articles("entity=" + String(repeating: "x", count: 10_000)) } == ["entity too-long"])
        #expect(parameterFaults { try articles("entity=" + String(repeating: "x", count: 301)) } == ["entity too-long"])
        #expect(parameterFaults { try articles("entity=a" + String(repeating: "%CC%81", count: 31)) } == ["entity combining-marks"])
    }

    @Test func entity_idOrFoldedName_isSelected() throws {
        let id = "018f0000-0000-7000-8000-000000000001"
        let filter = try articles("entity=\(id)&entity=Z%C3%9CRICH&anyEntity=a&notEntity=b").query.filter
        #expect(filter.entities.all == [.id(ResourceID(id)!), .name("zurich")])
        #expect(filter.entities.any == [.name("a")] && filter.entities.none == [.name("b")])
    }

    @Test func event_idOfAnotherForm_fitsNothing() throws {
        let filter = try articles("event=x&allEvent=y").query.filter
        #expect(filter.events == [nil] && filter.allEvents == [nil])
    }

    @Test func from_to_coverTheirWholePrecision() throws {
        let march = try articles("from=2024-03&to=2024-03").query.filter.published
        #expect(march == DateRange(from: 1_709_251_200, to: 1_711_929_600))
        let days = try articles("from=2024-03-25&to=2024-03-26&match=certain").query.filter.published
        #expect(days == DateRange(from: 1_711_324_800, to: 1_711_497_600, match: .certain))
        let open = try articles("to=2024-03-26T22:16Z").query.filter.published
        #expect(open == DateRange(from: nil, to: 1_711_491_420))
    }

    @Test func tz_movesDatesWithoutTimesOnly() throws {
        let filter = try articles("tz=Asia/Riyadh&from=2024-03-25&to=2024-03-25T10:00Z").query.filter.published
        #expect(filter == DateRange(from: 1_711_324_800 - 10_800, to: 1_711_360_860))
        let local = try articles("tz=Asia/Riyadh&from=2024-03-25T10:00").query.filter.published
        #expect(local == DateRange(from: 1_711_350_000, to: nil))
    }

    @Test func tz_skippingMidnight_beginsAfterTheGap() throws {
        // Beirut's clocks went from midnight to one o'clock on 2024-03-31.
        let filter = try articles("tz=Asia/Beirut&from=2024-03-31&to=2024-03-31").query.filter.published
        #expect(filter == DateRange(from: 1_711_836_000, to: 1_711_836_000 + 23 * 3600))
    }

    @Test func recordTimes_coverTheirPrecision() throws {
        let filter = try articles("createdFrom=2024-03-25&createdTo=2024-03-25T00:00:01.5Z&updatedFrom=2024").query.filter
        #expect(filter.createdFrom == Timestamp(milliseconds: 1_711_324_800_000))
        #expect(filter.createdBefore == Timestamp(milliseconds: 1_711_324_802_000))
        #expect(filter.updatedFrom == Timestamp(milliseconds: 1_704_067_200_000))
    }

    @Test func fields_include_decideWhatIsRead() throws {
        #expect(try articles("").query.includesBody == false)
        #expect(try articles("include=body").fields == .all)
        let some = try articles("fields=headline,datePublished")
        #expect(some.fields == ArticleFields([.headline, .datePublished]) && !some.query.includesBody)
        #expect(try articles("fields=body").query.includesBody)
    }
}

@Suite struct FacetParameterTests {
    @Test(arguments: [
        ("", ["facet required"]), ("facet=color", ["facet unknown-value"]), ("facet=tag&cursor=x", ["cursor unknown-parameter"]),
    ])
    func faulty_isRefused(query: String, expected: [String]) {
        #expect(parameterFaults { try FacetParameters(QueryString(query)) } == expected)
    }

    @Test(arguments: [
        (ArticleFacet.tag, "a&b", "entity=X&source=S&tag=a%26b"), (.entity, "e1", "entity=X&source=S&entity=e1"),
        (.source, "T", "entity=X&source=T"), (.language, "en", "entity=X&source=S&language=en"),
        (.event, "v", "entity=X&source=S&allEvent=v"),
        (.day, "2024-03-26", "entity=X&source=S&within=2024-03-26"),
    ])
    func bucketQuery_keepsTheFilterAndAddsTheBucket(facet: ArticleFacet, value: String, expected: String) throws {
        let parameters = try FacetParameters(QueryString("entity=X&facet=tag&limit=3&source=S"))
        #expect(parameters.query(facet, FacetBucket(value: value, label: "", count: 1)) == expected)
    }

    @Test(arguments: [
        ("2024-03", "2024", "within=2024-03"), ("2024-03", "2024-03-26", "within=2024-03-26"), ("2024", "2024", "within=2024"),
    ])
    func bucketQuery_withinWithin_keepsTheMorePrecise(within: String, bucket: String, expected: String) throws {
        let parameters = try FacetParameters(QueryString("facet=day&within=\(within)"))
        #expect(parameters.query(.day, FacetBucket(value: bucket, label: "", count: 1)) == expected)
    }
}

@Suite struct OtherParameterTests {
    @Test func identifier_schemeAndValue_areSplitAtTheFirstColon() throws {
        var reader = ParameterReader(try QueryString("identifier=doi:a:b&identifier=x&identifier=:y&identifier=z:"))
        #expect(reader.entityFilter().identifiers == [.init(scheme: "doi", value: "a:b")])
        #expect(parameterFaults { try reader.finish() } == Array(repeating: "identifier format", count: 3))
    }

    @Test func taggingFilter_faults_standAtItsPointer() throws {
        var faults = Faults()
        _ = ArticleFilter(filter: "tag=a&limit=5", at: "/articles/filter", into: &faults)
        #expect(faults.list == [Fault(pointer: "/articles/filter", .unknownParameter, "limit: There is no such parameter here.")])
    }

    @Test func taggingFilter_sound_isTheFilterOfTheList() throws {
        var faults = Faults()
        let filter = ArticleFilter(filter: "tag=a&from=2024", at: "/articles/filter", into: &faults)
        #expect(faults.isEmpty)
        #expect(try filter == articles("tag=a&from=2024").query.filter)
    }
}
