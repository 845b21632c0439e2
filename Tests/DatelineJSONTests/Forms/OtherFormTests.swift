import DatelineJSON
import DatelineModels
import Testing

@Suite struct EntityFormTests {
    @Test(arguments: [
        (#"{}"#, ["/name required", "/type required"]), (#"{"name":"a","type":"dog"}"#, ["/type unknown-value"]),
        (#"{"name":"a","type":"person","aliases":[1]}"#, ["/aliases/0 type"]),
        (#"{"name":"a","type":"person","identifiers":{"Q":"1"}}"#, ["/identifiers/Q format"]),
        (#"{"name":"a","type":"person","identifiers":{"q":1}}"#, ["/identifiers/q type"]),
        (#"{"name":"a","type":"person","articleCount":1,"linking":"done"}"#, ["/articleCount read-only", "/linking read-only"]),
        (#"{"name":"a","type":"person","alias":[]}"#, ["/alias unknown-field"]),
    ])
    func create_faultyInput_namesEveryFault(text: String, expected: [String]) throws {
        let value = try json(text)
        #expect(faults { try EntityInput.draft(from: value) } == expected)
    }

    @Test func replace_readFormOfTheStored_isTheSameDraft() throws {
        let entity = aPerson()
        let draft = try EntityInput.draft(from: json(written { $0.entity(entity) }), mode: .replace(id: entity.id, current: entity))
        #expect(draft == entity.draft)
    }

    @Test func patch_identifier_mergesByScheme() throws {
        let draft = try EntityInput.draft(patching: aPerson(), with: json(#"{"identifiers":{"isni":null,"viaf":"3"}}"#))
        #expect(draft.identifiers == ["wikidata": "Q1", "viaf": "3"])
    }

    @Test func write_keysInTheContractsOrder() {
        #expect(
            written { $0.entity(aPerson()) } == #"""
                {"id":"018f0000-0000-7000-8000-000000000001","version":2,"type":"person","name":"Noa Levi","aliases":["N. Levi"],"weakAliases":["Levi"],"description":null,"identifiers":{"isni":"2","wikidata":"Q1"},"tags":[],"articleCount":5,"firstPublished":"2020","lastPublished":null,"linking":"pending","createdAt":"1970-01-01T00:00:00.000Z","updatedAt":"1970-01-01T00:00:00.000Z"}
                """#)
    }
}

@Suite struct EventFormTests {
    @Test(arguments: [
        (#"{"name":"a","startDate":"2024","endDate":"2023"}"#, ["/endDate inconsistent"]),
        (#"{"name":"a","location":7}"#, ["/location type"]), (#"{"name":"a","location":{}}"#, ["/location required"]),
        (#"{"name":"a","location":"x"}"#, ["/location not-found"]),
        (#"{"name":"a","location":{"entity":"x","text":"y"}}"#, ["/location inconsistent", "/location/entity not-found"]),
        (#"{"name":"a","location":{"id":"x"}}"#, ["/location/id unknown-field", "/location/name required"]),
        (#"{"name":"a","participants":["x"]}"#, ["/participants/0 type"]),
        (
            #"{"name":"a","participants":[{"role":"r"},{"entity":{"name":"b","type":"c"}}]}"#,
            ["/participants/0/entity required", "/participants/1/entity/type unknown-value"]
        ),
        (#"{"name":"a","superEvent":"x"}"#, ["/superEvent not-found"]), (#"{"name":"a","superEvent":{"id":"x"}}"#, ["/superEvent type"]),
        (#"{"name":"a","status":"over"}"#, ["/status unknown-value"]),
    ])
    func create_faultyInput_namesEveryFault(text: String, expected: [String]) throws {
        let value = try json(text)
        #expect(faults { try EventInput.draft(from: value) } == expected)
    }

    @Test(arguments: [
        #""018f0000-0000-7000-8000-000000000001""#, #"{"entity":"018f0000-0000-7000-8000-000000000001"}"#,
    ])
    func create_locationByID_isTheEntity(location: String) throws {
        #expect(try EventInput.draft(from: json(#"{"name":"a","location":\#(location)}"#)).location == .entity(.id(anID)))
    }

    @Test(arguments: [#"{"name":"Rafah"}"#, #"{"entity":{"name":"Rafah"}}"#])
    func create_locationByName_isAPlace(location: String) throws {
        #expect(try EventInput.draft(from: json(#"{"name":"a","location":\#(location)}"#)).location == .entity(.named("Rafah", .place)))
    }

    @Test(arguments: [nil, .text("a field"), .entity(anEntity)] as [EventLocation?])
    func replace_readFormOfTheStored_isTheSameDraft(location: EventLocation?) throws {
        let event = anEvent(location: location)
        let draft = try EventInput.draft(from: json(written { $0.event(event) }), mode: .replace(id: event.id, current: event))
        #expect(draft == event.draft)
    }

    @Test func patch_location_isReplacedWhole() throws {
        let draft = try EventInput.draft(
            patching: anEvent(location: .text("a")), with: json(#"{"location":{"entity":"018f0000-0000-7000-8000-000000000001"}}"#))
        #expect(draft.location == .entity(.id(anID)))
    }

    @Test func patch_endWithoutOtherFields_isCheckedAgainstTheStoredStart() throws {
        let patch = try json(#"{"endDate":"2023"}"#)
        #expect(faults { try EventInput.draft(patching: anEvent(location: nil), with: patch) } == ["/endDate inconsistent"])
    }
}

@Suite struct TagFormTests {
    @Test(arguments: ["", " ", ".", "..", "a/b", "a,b", "a*", "a\u{7}", "a\u{202e}b", "\u{200b}", String(repeating: "x", count: 101)])
    func create_badName_isRefused(name: String) throws {
        let value = JSONValue.object(JSONObject(members: [.init(name: "name", value: .string(name))]))
        #expect(throws: ValidationError.self) { try TagInput.draft(from: value) }
    }

    @Test(arguments: [("e\u{301}", "\u{e9}"), ("Straße", "STRASSE"), ("NEWS", "news"), ("\u{fb01}", "fi"), ("\u{ff21}", "A")])
    func list_sameFold_isOneTag(first: String, second: String) throws {
        #expect(try TagName.list(from: .array([.string(first), .string(second)])).count == 1)
    }

    @Test func list_notAnArray_isRefused() throws {
        let value = try json(#"{"tags":[]}"#)
        #expect(faults { try TagName.list(from: value) } == [" type"])
    }

    @Test func tagging_faulty_namesEveryFault() throws {
        var found = Faults()
        let value = try json(#"{"add":["a"],"remove":["A",1],"articles":{"ids":["x"],"filter":"tag=a"},"entities":{},"evnts":{}}"#)
        _ = TaggingInput(json: value, faults: &found)
        #expect(found.list.map(\.code) == [.type, .inconsistent, .inconsistent, .notFound, .required, .unknownField])
    }

    @Test func source_patch_setsKeepsAndClears() throws {
        let source = Source(
            id: anID, version: 1, name: "a", articleCount: 0, timeZone: "Asia/Riyadh", dateOrder: .dmy,
            updatedAt: Timestamp(milliseconds: 0))
        let cleared = try source.dateHabits(patchedWith: json(#"{"timeZone":null}"#))
        #expect(cleared.timeZone == nil && cleared.dateOrder == .dmy)
        #expect(try source.dateHabits(patchedWith: json(#"{"dateOrder":"mdy"}"#)).dateOrder == .mdy)
        let bad = try json(#"{"timeZone":"Mars/Phobos","dateOrder":"ydm","name":"b","zone":1}"#)
        #expect(
            faults { try source.dateHabits(patchedWith: bad) } == [
                "/timeZone unknown-value", "/dateOrder unknown-value", "/name read-only", "/zone unknown-field",
            ])
    }
}

@Suite struct WrittenFormTests {
    @Test func article_whole_isAsTheContractHasIt() {
        #expect(
            written { $0.article(anArticle()) } == #"""
                {"id":"018f0000-0000-7000-8000-000000000001","version":3,"headline":"Talks begin","body":"First\nsecond","abstract":null,"byline":"By A. Writer","source":"NewsTrack","url":"https://example.org/a","language":"en","datePublished":"2024-03-26","dateModified":null,"dateStatus":"inferred","tags":["rafah"],"mentions":[{"entity":{"id":"018f0000-0000-7000-8000-000000000002","type":"person","name":"Noa Levi"},"count":2,"surfaces":["Levi"],"status":"auto","linkedBy":"alias"},{"entity":{"id":"018f0000-0000-7000-8000-000000000001","type":"place","name":"Haifa"},"count":0,"surfaces":[],"status":"manual","linkedBy":"client"}],"events":[{"id":"018f0000-0000-7000-8000-000000000002","name":"Talks","startDate":null}],"wordCount":4,"contentHash":"sha256:ab12","importId":null,"createdAt":"2024-03-21T05:46:40.000Z","updatedAt":"2024-03-21T05:46:40.123Z"}
                """#)
    }

    @Test func article_fileMissing_saysSinceWhen() {
        var article = anArticle()
        #expect(!written { $0.article(article) }.contains("sourceMissingSince"))
        article.sourceMissingSince = Timestamp(milliseconds: 1_711_000_000_000)
        #expect(written { $0.article(article) }.contains(#""importId":null,"sourceMissingSince":"2024-03-21T05:46:40.000Z","createdAt""#))
        #expect(
            written { $0.article(article, fields: ArticleFields([.sourceMissingSince])) }.hasSuffix(
                #","sourceMissingSince":"2024-03-21T05:46:40.000Z"}"#))
    }

    @Test func article_fields_writesThoseAndTheID() {
        #expect(
            written { $0.article(anArticle(), fields: ArticleFields([.headline])) }
                == #"{"id":"018f0000-0000-7000-8000-000000000001","headline":"Talks begin"}"#)
    }

    @Test func article_highlights_comeLast() {
        let text = written {
            $0.article(
                anArticle(), fields: ArticleFields([.version, .highlights]), highlights: .init(headline: "<mark>a</mark>", body: ""))
        }
        #expect(text.hasSuffix(#""version":3,"highlights":{"headline":"<mark>a</mark>","body":""}}"#))
    }

    @Test func importRecord_nameNotUTF8_hasItsBytesToo() {
        let record = ImportRecord(id: anID, path: ImportPath(bytes: [0x61, 0xff]), state: .failed, firstSeenAt: Timestamp(milliseconds: 0))
        #expect(written { $0.importRecord(record) }.contains(#""path":"a\#u{fffd}","pathBase64":"Yf8=","state":"failed""#))
        let sound = ImportRecord(id: anID, path: ImportPath(bytes: [0x61]), state: .failed, firstSeenAt: Timestamp(milliseconds: 0))
        #expect(!written { $0.importRecord(sound) }.contains("pathBase64"))
    }

    @Test func importRecord_movedAndLarge_saysWhereFromAndHowMany() {
        var record = ImportRecord(
            id: anID, path: ImportPath(bytes: Array("done/a-2.jsonl".utf8)), state: .partial, firstSeenAt: Timestamp(milliseconds: 0))
        record.origin = ImportPath(bytes: Array("a.jsonl".utf8))
        record.articleIDs = [anotherID]
        record.articleCount = 2500
        record.errors = [ImportFault(line: 3, byteOffset: 40, reason: "parse-failed", excerpt: "{")]
        record.errorCount = 1200
        let text = written { $0.importRecord(record) }
        #expect(text.contains(#""path":"done/a-2.jsonl","origin":"a.jsonl","state":"partial""#))
        #expect(text.contains(#""articleIds":["\#(anotherID)"],"articleCount":2500,"revision":0"#))
        #expect(text.contains(#""errors":[{"line":3,"byteOffset":40,"reason":"parse-failed","excerpt":"{"}],"errorCount":1200"#))
        record.origin = ImportPath(bytes: [0xff])
        #expect(written { $0.importRecord(record) }.contains(#""origin":"\#u{fffd}","originBase64":"/w==","state""#))
    }

    @Test func importStatus_troubled_saysWhatAndHowLong() {
        var status = ImportStatus(state: .paused)
        status.isOK = false
        status.reason = "disk-full"
        status.watcher = .init(mode: .degraded, reason: "watch-limit")
        status.watcher?.detail = "Raise it."
        status.watcher?.overflowsLastScan = 1
        status.watcher?.watchedDirectories = 5
        status.watcher?.unwatchedDirectories = 15
        status.progress.phase = .importing
        status.oldestWaiting = .milliseconds(1500)
        status.unreadableDirectories = 2
        let text = written { $0.importStatus(status) }
        #expect(
            text.hasPrefix(
                #"{"ok":false,"state":"paused","reason":"disk-full","watcher":{"mode":"degraded","reason":"watch-limit","detail":"Raise it.","#
            ))
        #expect(text.contains(#""overflowsLastScan":1,"watchedDirectories":5,"unwatchedDirectories":15}"#))
        #expect(text.contains(#""progress":{"phase":"importing","found":0"#))
        #expect(text.contains(#""oldestWaitingSeconds":1.5,"unreadableDirectories":2,"deletes""#))
    }

    @Test func importStatus_off_hasEveryCount() {
        let text = written { $0.importStatus(ImportStatus(state: .off)) }
        #expect(text.hasPrefix(#"{"ok":true,"state":"off","reason":null,"watcher":null,"root":null,"counts":{"waiting":0,"queued":0,"#))
        #expect(text.hasSuffix(#""deletes":{"held":0},"lastScan":null,"totals":{"parsedFiles":0}}"#))
    }

    @Test func change_isAsTheContractHasIt() {
        let change = Change(sequence: 7, action: .deleted, resource: .event, id: anID, version: 2, at: Timestamp(milliseconds: 1))
        #expect(
            written { $0.change(change) }
                == #"{"sequence":7,"action":"deleted","resource":"event","id":"018f0000-0000-7000-8000-000000000001","version":2,"at":"1970-01-01T00:00:00.001Z"}"#
        )
    }
}
