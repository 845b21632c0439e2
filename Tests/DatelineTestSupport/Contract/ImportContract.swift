import DatelineModels
import Testing

enum ImportContract {
    static let root = Array("/inbox".utf8)

    static let cases = rows + claims + matching + parts + merging + following

    static func path(_ text: String) -> ImportPath {
        ImportPath(bytes: Array(text.utf8))
    }

    static func record(_ number: UInt64, _ path: String, _ state: ImportState = .done) -> ImportRecord {
        ImportRecord(id: id(number), path: self.path(path), state: state, firstSeenAt: Timestamp(milliseconds: 5))
    }

    static func hash(_ digit: Character) -> String { String(repeating: digit, count: 64) }

    /// Records of a file that say nothing of which articles they are.
    static func imported(_ drafts: ArticleDraft..., from first: Int = 0) -> [ImportedArticle] {
        drafts.enumerated().map { ImportedArticle(recordNumber: first + $0.offset, draft: $0.element) }
    }

    static func imported(_ headlines: String...) -> [ImportedArticle] {
        headlines.enumerated().map { ImportedArticle(recordNumber: $0.offset, draft: ArticleDraft(headline: $0.element)) }
    }

    static func whole(_ draft: ArticleDraft) -> [ImportedArticle] {
        [ImportedArticle(recordNumber: 0, draft: draft, isWholeFile: true)]
    }

    /// Commits one outcome, of which there must be a row.
    @discardableResult
    static func commit(_ store: StoreUnderTest, _ outcome: ImportOutcome, location: SourceLocation = #_sourceLocation) async throws
        -> ImportRecord
    {
        let rows = try await store.imports.commit([outcome], parsedFiles: 0, root: root)
        #expect(rows.count == 1, sourceLocation: location)
        let row = try #require(rows.first ?? nil, sourceLocation: location)
        let stored = try #require(try await stored(store, row.path), sourceLocation: location)
        #expect(isSame(row, stored), "\(row) isn't what is stored: \(stored)", sourceLocation: location)
        return row
    }

    static func stored(_ store: StoreUnderTest, _ path: ImportPath) async throws -> ImportRecord? {
        try await store.imports.records(root: root, paths: [path])[path]
    }

    static func stored(_ store: StoreUnderTest, _ path: String) async throws -> ImportRecord? {
        try await stored(store, self.path(path))
    }

    /// Of a part, not all ids are told.
    private static func isSame(_ left: ImportRecord, _ right: ImportRecord) -> Bool {
        left.id == right.id && left.path == right.path && left.state == right.state && left.reason == right.reason
            && left.detail == right.detail && left.articleCount == right.articleCount
            && (left.resume != nil || left.articleIDs == right.articleIDs) && left.revision == right.revision
            && left.detectedType == right.detectedType && left.encoding == right.encoding && left.replacedBytes == right.replacedBytes
            && left.warnings == right.warnings && left.errors == right.errors && left.errorCount == right.errorCount
            && left.sha256 == right.sha256 && left.stamp == right.stamp && left.attempts == right.attempts
            && left.nextAttemptAt == right.nextAttemptAt && left.parserVersion == right.parserVersion && left.resume == right.resume
            && left.pendingMove == right.pendingMove && left.origin == right.origin && left.firstSeenAt == right.firstSeenAt
            && left.updatedAt == right.updatedAt
    }

    static let rows: [ContractCase] = [
        ContractCase("row_everyField_isReadBack") { store in
            var record = record(1, "b/ü.txt", .retrying)
            record.path = ImportPath(bytes: [0x62, 0x2f, 0xff, 0x00])
            record.reason = "parse-failed"
            record.detail = "It says \"no\"\n."
            record.revision = 3
            record.detectedType = "jsonl"
            record.encoding = "utf-8"
            record.replacedBytes = 4
            record.warnings = ["w1", "w\"2"]
            record.errors = [
                ImportFault(line: 3, byteOffset: nil, reason: "r", excerpt: "x\u{1}"),
                ImportFault(line: nil, byteOffset: 7, reason: "s", excerpt: nil),
            ]
            record.errorCount = 250
            record.sha256 = String(repeating: "0af9", count: 16)
            record.stamp = FileStamp(device: .max, inode: 1 << 63, size: 9, modifiedNanoseconds: -4, changedNanoseconds: 5)
            record.attempts = 2
            record.nextAttemptAt = Timestamp(milliseconds: 77)
            record.parserVersion = 6
            record.resume = ImportResume(offset: 1 << 40, lines: 12, records: 11, sha256: hash("b"))
            record.pendingMove = ImportPath(bytes: [0x64, 0x2f, 0xfe])
            record.origin = ImportPath(bytes: [0x00])
            record.updatedAt = Timestamp(milliseconds: 9)
            // What comes back is compared with what is stored, so only one of them has to be looked at.
            let stored = try await commit(store, .row(record))
            #expect(
                stored.id == record.id && stored.path == record.path && stored.state == .retrying && stored.reason == record.reason
                    && stored.detail == record.detail)
            #expect(
                stored.revision == 3 && stored.detectedType == "jsonl" && stored.encoding == "utf-8" && stored.replacedBytes == 4
                    && stored.warnings == record.warnings)
            #expect(
                stored.errors == record.errors && stored.errorCount == 250 && stored.sha256 == record.sha256 && stored.stamp == record.stamp
            )
            #expect(
                stored.attempts == 2 && stored.nextAttemptAt == record.nextAttemptAt && stored.firstSeenAt == record.firstSeenAt
                    && stored.updatedAt == record.updatedAt && stored.parserVersion == 6)
            #expect(stored.resume == record.resume && stored.pendingMove == record.pendingMove && stored.origin == record.origin)
            #expect(try await store.imports.records(root: Array("/other".utf8), paths: [record.path]).isEmpty)
            let byID = try await store.imports.record(id(1))
            #expect(byID.root == root && byID.record.path == record.path)
            await expect(.notFound) { () throws(RepositoryError) in try await store.imports.record(id(2)) }
        },
        ContractCase("row_again_keepsIDFirstSightAndArticles") { store in
            let first = try await commit(store, .articles(imported("One"), as: record(1, "a")))
            var later = record(2, "a", .failed)
            later.firstSeenAt = Timestamp(milliseconds: 50)
            let stored = try await commit(store, .row(later))
            #expect(stored.id == id(1) && stored.firstSeenAt.milliseconds == 5 && stored.state == .failed)
            #expect(stored.articleIDs == first.articleIDs && stored.articleCount == 1)
        },
        ContractCase("known_andList_goThroughInPathOrder") { store in
            let states: [ImportState] = [.done, .failed, .done, .missing, .waiting]
            let paths = ["a", "a/b", "a/c", "b", "é"]
            let records = zip(paths, states).enumerated().map { record(UInt64($0.offset + 1), $0.element.0, $0.element.1) }
            _ = try await store.imports.commit(records.map { .row($0) }, parsedFiles: 0, root: root)
            let first = try await store.imports.known(root: root, after: nil, limit: 3)
            #expect(first.map(\.path.text) == ["a", "a/b", "a/c"] && first.map(\.state) == [.done, .failed, .done])
            #expect(try await store.imports.known(root: root, after: path("a/c"), limit: 9).map(\.path.text) == ["b", "é"])
            #expect(try await store.imports.known(root: Array("/other".utf8), after: nil, limit: 9).isEmpty)
            let page = try await store.imports.list(ImportQuery(page: PageRequest(limit: 2, counts: true)))
            #expect(page.items.map(\.path.text) == ["a", "a/b"] && page.total == 5)
            let second = try await store.imports.list(ImportQuery(page: PageRequest(limit: 3, after: page.next)))
            #expect(second.items.map(\.path.text) == ["a/c", "b", "é"] && second.next == nil && second.total == nil)
            let prefixed = try await store.imports.list(ImportQuery(states: [.done, .missing], pathPrefix: path("a/")))
            #expect(prefixed.items.map(\.path.text) == ["a/c"])
            #expect(try await store.imports.list(ImportQuery(path: path("b"))).items.map(\.id) == [id(4)])
        },
        ContractCase("known_everyField_isReadBack") { store in
            var record = record(1, "f", .failed)
            record.reason = "too-large"
            record.stamp = FileStamp(device: 1, inode: 2, size: 3, modifiedNanoseconds: 4, changedNanoseconds: 5)
            record.attempts = 3
            record.parserVersion = 7
            record.pendingMove = path("done/f")
            try await commit(store, .row(record))
            let known = try #require(try await store.imports.known(root: root, after: nil, limit: 1).first)
            #expect(known.path == record.path && known.state == .failed && known.reason == "too-large" && known.stamp == record.stamp)
            #expect(known.attempts == 3 && known.parserVersion == 7 && known.pendingMove == record.pendingMove)
        },
        ContractCase("list_statesAndReasons_inPages_giveEachRowOnce") { store in
            var outcomes: [ImportOutcome] = []
            for number in 0..<40 {
                var record = record(UInt64(number + 1), "f\(100 + number * 7 % 40)", [.done, .failed, .skipped, .partial][number % 4])
                record.reason = [nil, "parse-failed", "empty-file", "parse-failed"][number % 4]
                outcomes.append(.row(record))
            }
            _ = try await store.imports.commit(outcomes, parsedFiles: 0, root: root)
            func walk(_ query: ImportQuery) async throws -> [ImportRecord] {
                var query = query
                query.page = PageRequest(limit: 3, counts: true)
                var records: [ImportRecord] = []
                repeat {
                    let page = try await store.imports.list(query)
                    records += page.items
                    query.page.after = page.next
                    if page.next == nil { #expect(page.total == records.count) }
                } while query.page.after != nil
                return records
            }
            let all = try await walk(ImportQuery())
            #expect(all.count == 40 && all.map(\.path) == all.map(\.path).sorted())
            let failing = try await walk(ImportQuery(states: [.failed, .partial]))
            #expect(failing.map(\.id) == all.filter { $0.state == .failed || $0.state == .partial }.map(\.id))
            let unparsed = try await walk(ImportQuery(states: [.partial, .done], reasons: ["parse-failed", "empty-file"]))
            #expect(unparsed.map(\.id) == all.filter { $0.state == .partial }.map(\.id))
            let reasons = try await walk(ImportQuery(reasons: ["empty-file", "parse-failed"], pathPrefix: path("f1")))
            #expect(reasons.map(\.id) == all.filter { $0.reason != nil }.map(\.id))
        },
        ContractCase("list_path_findsAFileByWhereItWasDropped") { store in
            var moved = record(1, "done/a.txt")
            moved.origin = path("a.txt")
            try await commit(store, .row(moved))
            try await commit(store, .row(record(2, "b.txt")))
            #expect(try await store.imports.list(ImportQuery(path: path("a.txt"))).items.map(\.id) == [id(1)])
            #expect(try await store.imports.list(ImportQuery(path: path("done/a.txt"))).items.map(\.id) == [id(1)])
            // A new file where the other one was dropped.
            try await commit(store, .row(record(3, "a.txt", .failed)))
            #expect(try await store.imports.list(ImportQuery(path: path("a.txt"))).items.map(\.id) == [id(3), id(1)])
            #expect(try await store.imports.list(ImportQuery(states: [.failed], path: path("a.txt"))).items.map(\.id) == [id(3)])
        },
        ContractCase("files_byContent_givesMissingOnesFirst") { store in
            var outcomes: [ImportOutcome] = []
            for (number, state) in [ImportState.done, .missing, .done, .missing, .failed].enumerated() {
                var record = record(UInt64(number + 1), "f\(number)", state)
                record.sha256 = number == 4 ? hash("e") : hash("c")
                outcomes.append(.row(record))
            }
            _ = try await store.imports.commit(outcomes, parsedFiles: 0, root: root)
            let found = try await store.imports.files(root: root, contents: [hash("c"), hash("d"), hash("e"), "no hash"])
            #expect(found[hash("c")]?.map(\.state) == [.missing, .missing, .done, .done])
            #expect(found[hash("e")]?.map(\.path.text) == ["f4"] && found.count == 2)
            #expect(try await store.imports.files(root: Array("/other".utf8), contents: [hash("c")]).isEmpty)
        },
    ]
}
