import DatelineModels
import Testing

enum ImportContract {
    private static let root = Array("/inbox".utf8)

    private static func record(_ number: UInt64, _ path: String, _ state: ImportState = .done) -> ImportRecord {
        ImportRecord(id: id(number), path: ImportPath(bytes: Array(path.utf8)), state: state, firstSeenAt: Timestamp(milliseconds: 5))
    }

    private static func imported(_ headlines: String...) -> [ImportedArticle] {
        headlines.enumerated().map { ImportedArticle(recordNumber: $0.offset, draft: ArticleDraft(headline: $0.element)) }
    }

    static let cases: [ContractCase] = [
        ContractCase("save_everyField_isReadBack") { store in
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
            record.updatedAt = Timestamp(milliseconds: 9)
            try await store.imports.save([record], root: root)
            let stored = try #require(try await store.imports.record(root: root, path: record.path))
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
                    && stored.updatedAt == record.updatedAt)
            #expect(try await store.imports.record(root: Array("/other".utf8), path: record.path) == nil)
        },
        ContractCase("save_again_keepsIDAndFirstSight") { store in
            try await store.imports.save([record(1, "a", .waiting)], root: root)
            var later = record(2, "a", .failed)
            later.firstSeenAt = Timestamp(milliseconds: 50)
            try await store.imports.save([later], root: root)
            let stored = try #require(try await store.imports.record(root: root, path: later.path))
            #expect(stored.id == id(1) && stored.firstSeenAt.milliseconds == 5 && stored.state == .failed)
            // The same row at another path: the file was renamed, over another one even.
            try await store.imports.save([record(3, "b")], root: root)
            try await store.imports.save([record(1, "b", .done)], root: root)
            #expect(try await store.imports.record(root: root, path: later.path) == nil)
            #expect(try await store.imports.record(root: root, path: record(1, "b").path)?.id == id(1))
        },
        ContractCase("records_andList_goThroughInPathOrder") { store in
            let states: [ImportState] = [.done, .failed, .done, .missing, .waiting]
            let paths = ["a", "a/b", "a/c", "b", "é"]
            try await store.imports.save(
                zip(paths, states).enumerated().map { record(UInt64($0.offset + 1), $0.element.0, $0.element.1) }, root: root)
            #expect(try await store.imports.records(root: root, after: nil, limit: 3).map(\.path.text) == ["a", "a/b", "a/c"])
            #expect(
                try await store.imports.records(root: root, after: ImportPath(bytes: Array("a/c".utf8)), limit: 9).map(\.path.text) == [
                    "b", "é",
                ])
            #expect(try await store.imports.counts() == [.done: 2, .failed: 1, .missing: 1, .waiting: 1])
            let first = try await store.imports.list(ImportQuery(page: PageRequest(limit: 2, counts: true)))
            #expect(first.items.map(\.path.text) == ["a", "a/b"] && first.total == 5)
            let second = try await store.imports.list(ImportQuery(page: PageRequest(limit: 3, after: first.next)))
            #expect(second.items.map(\.path.text) == ["a/c", "b", "é"] && second.next == nil && second.total == nil)
            let prefixed = try await store.imports.list(
                ImportQuery(states: [.done, .missing], pathPrefix: ImportPath(bytes: Array("a/".utf8))))
            #expect(prefixed.items.map(\.path.text) == ["a/c"])
            #expect(try await store.imports.list(ImportQuery(path: ImportPath(bytes: Array("b".utf8)))).items.map(\.id) == [id(4)])
        },
        ContractCase("store_newFile_makesItsArticles") { store in
            let stored = try await store.imports.store(imported("One", "Two"), as: record(1, "f"), root: root)
            #expect(stored.state == .done && stored.articleIDs.count == 2 && stored.errorCount == 0)
            let articles = [try await store.articles.article(stored.articleIDs[0]), try await store.articles.article(stored.articleIDs[1])]
            #expect(articles.map(\.headline) == ["One", "Two"] && articles.map(\.importID) == [id(1), id(1)])
            #expect(try await store.imports.record(root: root, path: stored.path)?.articleIDs == stored.articleIDs)
        },
        ContractCase("store_changedFile_keepsTheArticles") { store in
            let first = try await store.imports.store(imported("One", "Two"), as: record(1, "f"), root: root)
            try await store.tags.add(tag("mine"), to: .articles, first.articleIDs[0])
            let second = try await store.imports.store(imported("One, edited", "Two", "Three"), as: record(1, "f"), root: root)
            #expect(second.articleIDs.count == 3 && Array(second.articleIDs.prefix(2)) == first.articleIDs)
            let edited = try await store.articles.article(first.articleIDs[0])
            #expect(edited.headline == "One, edited" && edited.tags == ["mine"] && edited.version == 3)
            #expect(try await store.articles.article(first.articleIDs[1]).version == 1)
            let third = try await store.imports.store(imported("One, edited"), as: record(1, "f"), root: root)
            #expect(third.articleIDs == second.articleIDs)
        },
        ContractCase("store_sameURLFromAnotherFile_replacesThatArticle") { store in
            let url = try address("https://example.org/1")
            let made = try await article(store, ArticleDraft(headline: "By API", url: url))
            let stored = try await store.imports.store(
                [ImportedArticle(recordNumber: 0, draft: ArticleDraft(headline: "By file", url: url))], as: record(1, "f"), root: root
            )
            #expect(stored.articleIDs == [made.id])
            #expect(try await store.articles.article(made.id).headline == "By file")
        },
        ContractCase("store_givenID_isTaken") { store in
            let stored = try await store.imports.store(
                [ImportedArticle(recordNumber: 0, draft: ArticleDraft(headline: "x"), id: id(77))], as: record(1, "f"), root: root)
            #expect(stored.articleIDs == [id(77)])
            try await store.articles.delete(id(77), if: .none)
            let again = try await store.imports.store(
                [ImportedArticle(recordNumber: 0, draft: ArticleDraft(headline: "x"), id: id(77))], as: record(1, "f"), root: root)
            #expect(again.state == .failed && again.articleIDs.isEmpty && again.errorCount == 1)
        },
        ContractCase("store_refusedRecord_isAnErrorOfTheRow") { store in
            var bad = ArticleDraft(headline: "Bad", tags: [tag("never")])
            bad.events = [.init(index: 0, id: id(1))]
            let stored = try await store.imports.store(
                [ImportedArticle(recordNumber: 0, draft: bad), ImportedArticle(recordNumber: 1, draft: ArticleDraft(headline: "Good"))],
                as: record(1, "f"), root: root
            )
            #expect(stored.state == .partial && stored.articleIDs.count == 1 && stored.errorCount == 1 && stored.errors.count == 1)
            await expect(.notFound) { () throws(RepositoryError) in try await store.tags.tag("never") }
            let failed = try await store.imports.store([ImportedArticle(recordNumber: 0, draft: bad)], as: record(2, "g"), root: root)
            #expect(failed.state == .failed && failed.articleIDs.isEmpty)
        },
    ]
}
