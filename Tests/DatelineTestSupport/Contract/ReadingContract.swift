import DatelineModels
import Testing

enum ReadingContract {
    static let cases = keeping + rereading

    private static let page = Array(
        "A page.\n\nIt says this and that, and says it again: this and that, this and that, this and that.".utf8)

    private static func reading(_ bytes: [UInt8] = page, isKept: Bool = true, account: String = #"{"a":1}"#, version: Int = 1)
        -> ArticleReading
    {
        // Any 32 bytes that differ where the content does will do.
        let hash = (0..<32).map { index in UInt8(truncatingIfNeeded: bytes.count &* 31 &+ index &+ Int(bytes.first ?? 0)) }
        return ArticleReading(
            content: RawContent(sha256: hash, size: bytes.count, bytes: isKept ? bytes : nil), hint: "text",
            foundAt: Timestamp(milliseconds: 77), folderSource: "NewsTrack", side: Array(#"{"byline":"B"}"#.utf8), recordNumber: 0,
            readerVersion: version, account: Array(account.utf8))
    }

    private static func said(_ draft: ArticleDraft, _ reading: ArticleReading? = reading()) -> ImportedArticle {
        var article = ImportedArticle(recordNumber: 0, draft: draft, isWholeFile: true)
        article.reading = reading
        return article
    }

    private static func post(
        _ store: StoreUnderTest, _ draft: ArticleDraft, _ reading: ArticleReading = reading(), _ policy: ConflictPolicy = .error
    ) async throws -> Article {
        try await store.readings.create(said(draft, reading), onConflict: policy, recorder: nil).resource
    }

    private static func file(
        _ store: StoreUnderTest, _ draft: ArticleDraft, _ reading: ArticleReading? = reading(), path: String = "f", number: UInt64 = 1,
        hash: String? = nil
    ) async throws -> Article {
        var record = ImportContract.record(number, path)
        record.sha256 = hash ?? reading.map { Self.hash(of: $0) }
        let row = try await ImportContract.commit(store, .articles([said(draft, reading)], as: record))
        return try await store.articles.article(try #require(row.articleIDs.first))
    }

    private static func hash(of reading: ArticleReading) -> String {
        reading.content.sha256.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func edit(_ store: StoreUnderTest, _ article: Article, _ change: @escaping @Sendable (inout ArticleDraft) -> Void)
        async throws
    {
        _ = try await store.articles.update(article.id, if: .none) { (current) throws(ValidationError) in
            var draft = current.draft
            change(&draft)
            return draft
        }
    }

    private static func reread(
        _ store: StoreUnderTest, _ article: Article, _ draft: ArticleDraft, _ reading: ArticleReading = reading(version: 2),
        isDryRun: Bool = false
    ) async throws -> RereadResult? {
        try await store.readings.reread([Rereading(article: article.id, said: said(draft, reading))], isDryRun: isDryRun).first
    }

    private static func isUntouched(_ article: Article, in store: StoreUnderTest) async throws -> Bool {
        let now = try await store.articles.article(article.id)
        return now.version == article.version && now.updatedAt == article.updatedAt && now.draft == article.draft
    }

    private static func fields(_ changes: [FieldChange]?) -> [String]? { changes?.map(\.field) }

    static let keeping: [ContractCase] = [
        ContractCase("page_posted_isKeptWithItsReading") { store in
            let article = try await post(store, ArticleDraft(headline: "h", byline: "B"))
            let told = try await store.readings.provenance(of: article.id)
            var expected = reading()
            expected.content.bytes = nil
            #expect(told.reading == expected && told.isRawKept && told.files.isEmpty && told.changedSince.isEmpty)
            #expect(told.article == article.id && told.readAt != nil)
            #expect(try await store.readings.raw(of: article.id) == reading().content)
            let stored = try #require(try await store.readings.reading(of: article.id, known: nil))
            #expect(stored.reading == reading() && stored.isRawKept && stored.keys.isEmpty)
            let again = try #require(try await store.readings.reading(of: article.id, known: reading().content.sha256))
            #expect(again.reading == expected && again.isRawKept)
        },
        ContractCase("page_ofFile_tellsTheFile_andWhatClientsChanged") { store in
            let article = try await file(store, ArticleDraft(headline: "h", body: "b"))
            try await edit(store, article) { draft in
                draft.headline = "mine"
                draft.tags = [tag("t")]
            }
            let told = try await store.readings.provenance(of: article.id)
            #expect(told.files == [.init(importID: id(1), path: ImportContract.path("f"), state: .done, recordNumber: 0)])
            #expect(told.changedSince == ["headline", "tags"])
        },
        ContractCase("reading_ofWhatWasStated_isNone") { store in
            let article = try await article(store, ArticleDraft(headline: "h"))
            let told = try await store.readings.provenance(of: article.id)
            #expect(told.reading == nil && !told.isRawKept && told.changedSince.isEmpty && told.files.isEmpty)
            #expect(try await store.readings.raw(of: article.id) == nil)
            #expect(try await store.readings.reading(of: article.id, known: nil) == nil)
            // A page became a file of JSON.
            let read = try await file(store, ArticleDraft(headline: "p"))
            #expect(try await file(store, ArticleDraft(headline: "p2"), nil).id == read.id)
            #expect(try await store.readings.provenance(of: read.id).reading == nil)
            await expect(.notFound) { () throws(RepositoryError) in try await store.readings.provenance(of: id(9)) }
            await expect(.notFound) { () throws(RepositoryError) in try await store.readings.raw(of: id(9)) }
        },
        ContractCase("reading_followsTheFile") { store in
            let article = try await file(store, ArticleDraft(headline: "one"))
            let bytes = Array("Two.".utf8)
            #expect(try await file(store, ArticleDraft(headline: "two"), reading(bytes, account: #"{"a":2}"#)).id == article.id)
            #expect(try await store.readings.raw(of: article.id)?.bytes == bytes)
            #expect(try await store.readings.provenance(of: article.id).reading?.account == Array(#"{"a":2}"#.utf8))
        },
        ContractCase("page_conflicts_keepTheReadingOfWhatIsStored") { store in
            let url = try address("https://example.org/1")
            let first = try await post(store, ArticleDraft(headline: "one", url: url), reading(Array("One.".utf8)))
            let two = reading(Array("Two, and more.".utf8))
            let second = ArticleDraft(headline: "two", url: url)
            await expect(.conflict(first.id)) { () throws(RepositoryError) in
                try await store.readings.create(said(second, two), onConflict: .error, recorder: nil)
            }
            #expect(try await post(store, second, two, .return).id == first.id)
            #expect(try await store.readings.raw(of: first.id)?.bytes == Array("One.".utf8))
            #expect(try await post(store, second, two, .update).headline == "two")
            #expect(try await store.readings.raw(of: first.id)?.bytes == Array("Two, and more.".utf8))
            #expect(try await store.readings.provenance(of: first.id).changedSince.isEmpty)
        },
        ContractCase("page_readBefore_followsItsFile") { store in
            let url = try address("https://example.org/1")
            let posted = try await post(store, ArticleDraft(headline: "read", url: url))
            try await edit(store, posted) { $0.byline = "mine" }
            let merged = try await file(store, ArticleDraft(headline: "better", byline: "theirs", url: url))
            #expect(merged.id == posted.id && merged.headline == "better" && merged.byline == "mine")
        },
        ContractCase("raw_notToBeKept_isKeptOnceItMay") { store in
            let first = try await post(store, ArticleDraft(headline: "one"), reading(isKept: false))
            #expect(try await store.readings.raw(of: first.id) == nil)
            #expect(try await store.readings.provenance(of: first.id).isRawKept == false)
            #expect(try await store.readings.provenance(of: first.id).reading?.content.size == page.count)
            let second = try await post(store, ArticleDraft(headline: "two"))
            #expect(try await store.readings.raw(of: first.id)?.bytes == page)
            // Others of the same content still have it.
            try await store.articles.delete(second.id, if: .none)
            #expect(try await store.readings.raw(of: first.id)?.bytes == page)
        },
        ContractCase("raw_old_isDropped_andNothingElse") { store in
            let old = try await post(store, ArticleDraft(headline: "old"), reading(Array("Old.".utf8)))
            let limit = store.clock.now()
            store.clock.advance(by: 10)
            let new = try await post(store, ArticleDraft(headline: "new"))
            #expect(try await store.readings.dropRaw(keptBefore: Timestamp(milliseconds: limit.milliseconds + 1), limit: 10) == 1)
            #expect(try await store.readings.dropRaw(keptBefore: Timestamp(milliseconds: limit.milliseconds + 1), limit: 10) == 0)
            #expect(try await store.readings.raw(of: old.id) == nil)
            #expect(try await store.readings.raw(of: new.id)?.bytes == page)
            let told = try await store.readings.provenance(of: old.id)
            #expect(!told.isRawKept && told.reading?.account == reading().account)
        },
        ContractCase("raw_ofAnySize_isReadBack") { store in
            let noise = (0..<70_000).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 2_654_435_761 >> 13) }
            for bytes in [[], [0], noise, Array(repeating: 0x61, count: 3_000_000)] {
                let article = try await post(store, ArticleDraft(headline: "h"), reading(bytes))
                #expect(try await store.readings.raw(of: article.id)?.bytes == bytes, "\(bytes.count)")
            }
        },
    ]

    static let rereading: [ContractCase] = [
        ContractCase("reread_other_isTold_andStoredUnlessDry") { store in
            let before = ArticleDraft(headline: "h", body: "b", datePublished: try date("2024"), dateStatus: .stated, tags: [tag("a")])
            let article = try await file(store, before)
            var after = before
            after.body = "better"
            after.datePublished = nil
            after.dateStatus = .unknown
            after.tags = [tag("b")]
            let count = try await allChanges(store).count
            let dry = try await reread(store, article, after, isDryRun: true)
            #expect(fields(dry?.changes) == ["body", "datePublished", "dateStatus", "tags"] && dry?.conflicts.isEmpty == true)
            guard dry?.changes.count == 4 else { return }
            #expect(dry?.changes[1] == FieldChange(field: "datePublished", before: .text("2024"), after: .text(nil)))
            #expect(dry?.changes[3] == FieldChange(field: "tags", before: .texts(["a"]), after: .texts(["b"])))
            #expect(try await isUntouched(article, in: store))
            #expect(try await store.readings.provenance(of: article.id).reading?.readerVersion == 1)
            #expect(try await allChanges(store).count == count)

            let run = try await reread(store, article, after)
            #expect(run?.changes == dry?.changes && run?.headline == "h")
            let stored = try await store.articles.article(article.id)
            #expect(stored.body == "better" && stored.datePublished == nil && stored.dateStatus == .unknown && stored.tags == ["b"])
            #expect(stored.version == 2)
            let told = try await store.readings.provenance(of: article.id)
            #expect(told.reading?.readerVersion == 2 && told.changedSince.isEmpty && told.isRawKept)

            let changes = try await allChanges(store).count
            #expect(try await reread(store, article, after) == nil)
            #expect(try await isUntouched(stored, in: store))
            #expect(try await allChanges(store).count == changes)
        },
        ContractCase("reread_whatAClientSet_stays") { store in
            let article = try await post(store, ArticleDraft(headline: "read", byline: "read"))
            try await edit(store, article) { draft in
                draft.headline = "mine"
                draft.abstract = "mine"
            }
            let after = ArticleDraft(headline: "better", abstract: "theirs", byline: "better")
            let expected = [
                FieldChange(field: "headline", before: .text("mine"), after: .text("better")),
                FieldChange(field: "abstract", before: .text("mine"), after: .text("theirs")),
            ]
            for isDryRun in [true, false] {
                let result = try await reread(store, article, after, isDryRun: isDryRun)
                #expect(fields(result?.changes) == ["byline"] && result?.conflicts == expected)
            }
            let stored = try await store.articles.article(article.id)
            #expect(stored.headline == "mine" && stored.abstract == "mine" && stored.byline == "better")
            #expect(try await store.readings.provenance(of: article.id).changedSince == ["headline", "abstract"])
            // Told once.
            #expect(try await reread(store, article, after) == nil)
        },
        ContractCase("reread_onlyTheAccount_isKeptQuietly") { store in
            let article = try await post(store, ArticleDraft(headline: "h"))
            #expect(try await reread(store, article, ArticleDraft(headline: "h"), reading(account: #"{"b":2}"#, version: 3)) == nil)
            #expect(try await isUntouched(article, in: store))
            let told = try await store.readings.provenance(of: article.id)
            #expect(told.reading?.account == Array(#"{"b":2}"#.utf8) && told.reading?.readerVersion == 3)
        },
        ContractCase("reread_fieldGone_goesUnlessAnotherFileSaysIt") { store in
            let url = try address("https://example.org/1")
            let full = ArticleDraft(headline: "h", byline: "y", url: url)
            let bare = ArticleDraft(headline: "h", url: url)
            let article = try await file(store, full)
            // A copy of the same bytes says the same.
            _ = try await file(store, full, path: "copy", number: 2)
            #expect(fields(try await reread(store, article, bare)?.changes) == ["byline"])
            let other = ArticleDraft(headline: "h", byline: "y2", url: url)
            _ = try await file(store, other, nil, path: "other", number: 3, hash: ImportContract.hash("e"))
            _ = try await file(store, bare)
            #expect(try await reread(store, article, bare, reading(account: #"{"c":3}"#)) == nil)
            #expect(try await store.articles.article(article.id).byline == "y2")
        },
        ContractCase("reread_whatHasChangedMeanwhile_isLeftAlone") { store in
            let article = try await post(store, ArticleDraft(headline: "h"))
            let old = reading(Array("Another content.".utf8), version: 2)
            #expect(try await reread(store, article, ArticleDraft(headline: "late"), old) == nil)
            #expect(try await store.articles.article(article.id).headline == "h")
            try await store.articles.delete(article.id, if: .none)
            #expect(try await reread(store, article, ArticleDraft(headline: "late")) == nil)
            let stated = try await DatelineTestSupport.article(store, ArticleDraft(headline: "stated"))
            #expect(try await reread(store, stated, ArticleDraft(headline: "late")) == nil)
        },
        ContractCase("reread_takenURL_isToldAndLeftAlone") { store in
            let url = try address("https://example.org/1")
            _ = try await DatelineTestSupport.article(store, ArticleDraft(headline: "owner", url: url))
            let article = try await post(store, ArticleDraft(headline: "h"))
            let result = try await reread(store, article, ArticleDraft(headline: "h2", url: url))
            #expect(fields(result?.conflicts) == ["url"] && result?.changes.isEmpty == true)
            #expect(try await store.articles.article(article.id).headline == "h")
        },
        ContractCase("reread_missingFile_staysMissing") { store in
            let article = try await file(store, ArticleDraft(headline: "h"))
            _ = try await store.imports.commit([.missing(ImportContract.path("f"), .mark)], parsedFiles: 0, root: ImportContract.root)
            #expect(fields(try await reread(store, article, ArticleDraft(headline: "h2"))?.changes) == ["headline"])
            #expect(try await store.articles.article(article.id).sourceMissingSince != nil)
        },
    ]
}
