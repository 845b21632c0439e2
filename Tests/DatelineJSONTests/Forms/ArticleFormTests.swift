import DatelineJSON
import DatelineModels
import Testing

@Suite struct ArticleFormTests {
    @Test(arguments: [
        (#"[]"#, [" type"]), (#"null"#, [" type"]), (#"1"#, [" type"]), (#""a""#, [" type"]),
        (#"{"headline":1}"#, ["/headline type"]), (#"{"headline":true}"#, ["/headline type"]),
        (#"{"headline":{}}"#, ["/headline type"]), (#"{"headline":["a"]}"#, ["/headline type"]),
        (#"{"headline":null}"#, ["/headline required"]), (#"{}"#, ["/headline required"]),
        (#"{"headline":""}"#, ["/headline empty"]), (#"{"headline":"   "}"#, ["/headline empty"]),
        (#"{"headline":1e400}"#, ["/headline type"]),
        (#"{"headline":"a","tags":"x"}"#, ["/tags type"]), (#"{"headline":"a","tags":[1,"b",null]}"#, ["/tags/0 type", "/tags/2 type"]),
        (#"{"headline":"a","autolink":"no"}"#, ["/autolink type"]),
        (#"{"headline":"a","mentions":["x"]}"#, ["/mentions/0 type"]),
        (#"{"headline":"a","mentions":[{}]}"#, ["/mentions/0/entity required"]),
        (#"{"headline":"a","mentions":[{"entity":"x"}]}"#, ["/mentions/0/entity not-found"]),
        (#"{"headline":"a","mentions":[{"name":"B","type":"dog"}]}"#, ["/mentions/0/type unknown-value"]),
        (#"{"headline":"a","mentions":[{"entity":"x","name":"B"}]}"#, ["/mentions/0 inconsistent", "/mentions/0/entity not-found"]),
        (#"{"headline":"a","mentions":[{"nmae":"B"}]}"#, ["/mentions/0/nmae unknown-field", "/mentions/0/entity required"]),
        (#"{"headline":"a","events":[7]}"#, ["/events/0 type"]), (#"{"headline":"a","events":["x"]}"#, ["/events/0 not-found"]),
        (#"{"headline":"a","id":"x","version":1,"createdAt":"y"}"#, ["/id read-only", "/version read-only", "/createdAt read-only"]),
        (#"{"headline":"a","__proto__":{},"constructor":1}"#, ["/__proto__ unknown-field", "/constructor unknown-field"]),
        (#"{"headline":"a","datePublished":"2024-03-26T10:00"}"#, ["/datePublished zone-missing"]),
        (#"{"headline":"a","datePublished":"2024-02-30"}"#, ["/datePublished out-of-range"]),
        (#"{"headline":"a","dateStatus":"inferred"}"#, ["/dateStatus inconsistent"]),
        (#"{"headline":"a","url":"javascript:alert(1)","language":"en_US"}"#, ["/url format", "/language format"]),
        (#"{"headline":2,"a/b":1,"tags":["a/b"]}"#, ["/headline type", "/a~1b unknown-field", "/tags/0 format"]),
    ])
    func create_faultyInput_namesEveryFault(text: String, expected: [String]) throws {
        let value = try json(text)
        #expect(faults { try ArticleInput.draft(from: value) } == expected)
    }

    @Test func create_misspeltField_suggestsTheNearest() throws {
        let value = try json(#"{"headlnie":"a"}"#)
        let error = #expect(throws: ValidationError.self) { try ArticleInput.draft(from: value) }
        #expect(error?.faults.first?.detail == "There is no such field. Did you mean headline?")
    }

    @Test func create_manyUnknownFields_keepsAHundredAndCountsAll() throws {
        let members = (0..<900).map { JSONObject.Member(name: "x\($0)", value: .null) }
        let error = #expect(throws: ValidationError.self) { try ArticleInput.draft(from: .object(JSONObject(members: members))) }
        #expect(error?.faults.count == 100)
        #expect(error?.count == 901)
    }

    @Test func create_everything_isRead() throws {
        let draft = try ArticleInput.draft(
            from: json(
                #"""
                {"headline":" Talks ","body":"b","abstract":"c","byline":"d","source":"e","url":"https://EXAMPLE.org/?utm_source=x","language":"EN-us",
                 "datePublished":"2016-12-31T23:59:60Z","dateModified":"2017","dateStatus":"inferred","tags":["a","A"],
                 "mentions":[{"entity":"018f0000-0000-7000-8000-000000000001"},{"name":"B","type":"person"},{"name":"C"}],
                 "events":["018f0000-0000-7000-8000-000000000002"],"autolink":false}
                """#))
        #expect(draft.headline == "Talks")
        #expect(draft.url?.key == "https://example.org/")
        #expect(draft.language?.text == "en-US")
        #expect(draft.datePublished?.description == "2016-12-31T23:59:59Z")
        #expect(draft.dateStatus == .inferred)
        #expect(draft.tags.map(\.text) == ["a"])
        #expect(draft.mentions.map(\.target) == [.id(anID), .named("B", .person), .named("C", nil)])
        #expect(draft.events.map(\.id) == [anotherID])
        #expect(draft.autolink == false)
    }

    @Test func create_nullEverywhere_isAbsent() throws {
        let names = [
            "body", "abstract", "byline", "source", "url", "language", "datePublished", "dateModified", "dateStatus", "tags", "mentions",
            "events", "autolink",
        ]
        let text = #"{"headline":"a","# + names.map { "\"\($0)\":null" }.joined(separator: ",") + "}"
        #expect(try ArticleInput.draft(from: json(text)) == ArticleDraft(headline: "a"))
    }

    @Test func replace_readFormOfTheStored_isTakenAndKeepsOnlyHandMadeMentions() throws {
        let article = anArticle()
        let echo = try json(written { $0.article(article) })
        let draft = try ArticleInput.draft(from: echo, mode: .replace(id: article.id, current: article))
        #expect(draft.mentions.map(\.target) == [.id(anID)])
        #expect(draft.events.map(\.id) == [anotherID])
        #expect(draft.body == article.body)
        #expect(draft.dateStatus == .inferred)
    }

    @Test(arguments: [
        (#""version":4"#, ["/version read-only"]), (#""id":"018f0000-0000-7000-8000-000000000002""#, ["/id read-only"]),
        (#""wordCount":"4""#, ["/wordCount read-only"]), (#""version":3,"importId":null"#, []),
    ])
    func replace_computedField_mayOnlyBeEchoed(member: String, expected: [String]) throws {
        let value = try json(#"{"headline":"a","# + member + "}")
        #expect(faults { try ArticleInput.draft(from: value, mode: .replace(id: anID, current: anArticle())) } == expected)
    }

    @Test func replace_sourceMissingSince_mayOnlyBeEchoed() throws {
        var article = anArticle()
        article.sourceMissingSince = Timestamp(milliseconds: 0)
        let echo = try json(written { $0.article(article) })
        #expect(faults { try ArticleInput.draft(from: echo, mode: .replace(id: article.id, current: article)) } == [])
        #expect(
            faults { try ArticleInput.draft(from: echo, mode: .replace(id: article.id, current: anArticle())) } == [
                "/sourceMissingSince read-only"
            ])
        let alone = try json(#"{"headline":"a","sourceMissingSince":"2024-03-21T05:46:40.000Z"}"#)
        #expect(faults { try ArticleInput.draft(from: alone) } == ["/sourceMissingSince read-only"])
        #expect(faults { try ArticleInput.draft(from: alone, mode: .replace(id: anID, current: nil)) } == ["/sourceMissingSince read-only"])
        let patch = try json(#"{"sourceMissingSince":null}"#)
        #expect(faults { try ArticleInput.draft(patching: article, with: patch) } == ["/sourceMissingSince read-only"])
    }

    @Test func replace_nothingStored_takesOnlyTheIDItHas() throws {
        let good = try json(#"{"headline":"a","id":"018f0000-0000-7000-8000-000000000001"}"#)
        #expect(faults { try ArticleInput.draft(from: good, mode: .replace(id: anID, current: nil)) } == [])
        let bad = try json(#"{"headline":"a","version":1}"#)
        #expect(faults { try ArticleInput.draft(from: bad, mode: .replace(id: anID, current: nil)) } == ["/version read-only"])
    }

    @Test func create_echoedMention_isRefused() throws {
        let value = try json(#"{"headline":"a","mentions":[{"entity":{"id":"018f0000-0000-7000-8000-000000000001"},"count":1}]}"#)
        #expect(
            faults { try ArticleInput.draft(from: value) } == [
                "/mentions/0/count read-only", "/mentions/0/entity/id unknown-field", "/mentions/0/name required",
            ])
    }

    @Test(arguments: [
        (#"{"headline":null}"#, ["/headline required"]), (#"[]"#, [" type"]), (#""x""#, [" type"]),
        (#"{"version":9}"#, ["/version read-only"]),
        (#"{"version":null}"#, ["/version read-only"]), (#"{"headlnie":null}"#, ["/headlnie unknown-field"]),
        (#"{"headlnie":"x"}"#, ["/headlnie unknown-field"]),
    ])
    func patch_faulty_isRefused(text: String, expected: [String]) throws {
        let patch = try json(text)
        #expect(faults { try ArticleInput.draft(patching: anArticle(), with: patch) } == expected)
    }

    @Test func patch_empty_changesNothing() throws {
        let article = anArticle()
        let draft = try ArticleInput.draft(patching: article, with: json("{}"))
        #expect(draft.json == article.draft.json)
    }

    @Test func patch_lists_replaceTheWholeList() throws {
        let draft = try ArticleInput.draft(
            patching: anArticle(), with: json(#"{"tags":["b","c"],"mentions":[],"events":null,"body":null}"#))
        #expect(draft.tags.map(\.text) == ["b", "c"])
        #expect(draft.mentions.isEmpty && draft.events.isEmpty && draft.body == nil)
        #expect(draft.headline == "Talks begin")
    }

    @Test func patch_newDate_isStatedUnlessSaidOtherwise() throws {
        #expect(try ArticleInput.draft(patching: anArticle(), with: json(#"{"datePublished":"2024"}"#)).dateStatus == .stated)
        #expect(try ArticleInput.draft(patching: anArticle(), with: json(#"{"datePublished":null}"#)).dateStatus == .unknown)
        #expect(
            try ArticleInput.draft(patching: anArticle(), with: json(#"{"datePublished":"2024","dateStatus":"inferred"}"#)).dateStatus
                == .inferred)
    }

    @Test func needsZone_onlyForTimesWithoutOne() throws {
        var faults = Faults()
        for (date, expected) in [("2024-03-26T10:00", true), ("2024-03-26T10:00Z", false), ("2024-03-26", false), ("soon", false)] {
            let input = ArticleInput(json: try json(#"{"headline":"a","datePublished":"\#(date)"}"#), faults: &faults)
            #expect(input.needsZone == expected)
        }
    }
}
