import DatelineModels
import Testing

extension ImportContract {
    private static func marked(_ store: StoreUnderTest, _ article: ResourceID) async throws -> Bool {
        try await store.articles.article(article).sourceMissingSince != nil
    }

    /// Imports a file, loses it again and gives its article.
    private static func lost(_ store: StoreUnderTest, _ number: UInt64, _ name: String) async throws -> ResourceID {
        let row = try await commit(store, .articles(whole(ArticleDraft(headline: "In \(name)")), as: record(number, name)))
        try await commit(store, .missing(path(name), .mark))
        let article = try #require(row.articleIDs.first)
        #expect(try await marked(store, article))
        return article
    }

    static let following: [ContractCase] = [
        ContractCase("moved_rowAndArticles_go") { store in
            var first = record(1, "a.txt")
            first.sha256 = hash("a")
            let row = try await commit(store, .articles(imported("One", "Two"), as: first))
            let count = try await changeCount(store)
            var moved = row
            moved.path = path("b/a.txt")
            moved.origin = path("a.txt")
            moved.stamp = FileStamp(device: 1, inode: 2, size: 3, modifiedNanoseconds: 4, changedNanoseconds: 5)
            let after = try await commit(store, .moved(from: path("a.txt"), as: moved))
            #expect(after.id == id(1) && after.articleIDs == row.articleIDs && after.articleCount == 2 && after.stamp == moved.stamp)
            #expect(after.origin == path("a.txt"))
            #expect(try await stored(store, "a.txt") == nil)
            #expect(try await changeCount(store) == count)
            // The same again, as after an answer that was lost.
            #expect(try await commit(store, .moved(from: path("a.txt"), as: moved)).articleIDs == row.articleIDs)
            let nowhere = try await store.imports.commit(
                [.moved(from: path("never"), as: record(9, "neither"))], parsedFiles: 0, root: root)
            #expect(nowhere.count == 1 && nowhere[0] == nil)
        },
        ContractCase("moved_overAnother_takesItsPlace") { store in
            let first = try await commit(store, .articles(imported("One"), as: record(1, "a")))
            let other = try await commit(store, .articles(imported("Other"), as: record(2, "b")))
            let after = try await commit(store, .moved(from: path("a"), as: record(1, "b")))
            #expect(after.id == id(1) && after.articleIDs == first.articleIDs)
            #expect(try await stored(store, "a") == nil)
            #expect(try await store.articles.article(other.articleIDs[0]).headline == "Other")
            await expect(.notFound) { () throws(RepositoryError) in try await store.imports.record(id(2)) }
        },
        ContractCase("list_goesOnWhereItWas_whenTheLastFileShownGoes") { store in
            let names = ["a", "b", "c", "d", "e"]
            let rows = names.enumerated().map { record(UInt64($0.offset + 1), $0.element) }
            _ = try await store.imports.commit(rows.map { .row($0) }, parsedFiles: 0, root: root)
            func page(after: PageKey? = nil) async throws -> (names: [String], next: PageKey?) {
                let page = try await store.imports.list(ImportQuery(page: PageRequest(limit: 2, after: after)))
                return (page.items.map(\.path.text), page.next)
            }
            let first = try await page()
            #expect(first.names == ["a", "b"])
            try await commit(store, .moved(from: path("b"), as: record(2, "f")))
            #expect(try await page(after: first.next).names == ["c", "d"])
            // Another file takes its place and its row is no more.
            try await commit(store, .moved(from: path("a"), as: record(1, "f")))
            let second = try await page(after: first.next)
            #expect(second.names == ["c", "d"])
            #expect(try await page(after: second.next).names == ["e", "f"])
        },
        ContractCase("list_ofPathsTooLongForACursor_showsEach") { store in
            let long = String(repeating: "0123456789/", count: 500)
            let rows = (1...5).map { record($0, long + "\($0)") }
            _ = try await store.imports.commit(rows.map { .row($0) }, parsedFiles: 0, root: root)
            var (seen, after): ([ResourceID], PageKey?) = ([], nil)
            repeat {
                let page = try await store.imports.list(ImportQuery(page: PageRequest(limit: 2, after: after)))
                seen += page.items.map(\.id)
                after = page.next
            } while after != nil && seen.count < 20
            #expect(seen == (1...5).map(id))
        },
        ContractCase("exchanged_rowsChangePlaces_withTheirArticles") { store in
            let first = try await commit(store, .articles(imported("One"), as: record(1, "a")))
            let other = try await commit(store, .articles(imported("Other", "Another"), as: record(2, "b")))
            let count = try await changeCount(store)
            let after = try await commit(store, .exchanged(with: path("a"), as: record(1, "b")))
            #expect(after.id == id(1) && after.path == path("b") && after.articleIDs == first.articleIDs)
            let left = try #require(try await stored(store, "a"))
            #expect(left.id == id(2) && left.articleIDs == other.articleIDs && left.articleCount == 2)
            #expect(try await changeCount(store) == count)
            // Onto a place that nothing is known of, it is a move.
            #expect(try await commit(store, .exchanged(with: path("b"), as: record(1, "c"))).id == id(1))
            #expect(try await stored(store, "b") == nil)
        },
        ContractCase("exchanged_otherBytesThanThought_changesNothing") { store in
            var first = record(1, "a")
            first.sha256 = hash("a")
            let one = try await commit(store, .articles(imported("One"), as: first))
            let other = try await commit(store, .articles(imported("Other"), as: record(2, "b")))
            var thought = record(1, "b")
            thought.sha256 = hash("b")
            let rows = try await store.imports.commit(
                [.exchanged(with: path("a"), as: thought), .exchanged(with: path("never"), as: record(9, "b"))], parsedFiles: 0, root: root)
            #expect(rows.count == 2 && rows.allSatisfy { $0 == nil })
            #expect(try await stored(store, "a")?.articleIDs == one.articleIDs)
            #expect(try await stored(store, "b")?.articleIDs == other.articleIDs)
        },
        ContractCase("moved_otherBytesThanThought_isNotDone") { store in
            var first = record(1, "a")
            first.sha256 = hash("a")
            try await commit(store, .articles(imported("One"), as: first))
            var moved = record(2, "b")
            moved.sha256 = hash("b")
            let rows = try await store.imports.commit(
                [.moved(from: path("a"), as: moved), .copied(of: path("a"), as: moved)], parsedFiles: 0, root: root)
            #expect(rows.count == 2 && rows.allSatisfy { $0 == nil })
            #expect(try await stored(store, "a")?.articleCount == 1)
        },
        ContractCase("copied_isAnotherSourceOfTheSameArticles") { store in
            var original = record(1, "a", .partial)
            original.sha256 = hash("a")
            original.reason = "records-refused"
            original.detectedType = "jsonl"
            original.parserVersion = 4
            original.errors = [ImportFault(line: 2, byteOffset: nil, reason: "r", excerpt: nil)]
            original.errorCount = 1
            let first = try await commit(store, .articles(imported("One", "Two"), as: original))
            let count = try await changeCount(store)
            var second = record(2, "b", .waiting)
            second.stamp = FileStamp(device: 1, inode: 2, size: 3, modifiedNanoseconds: 4, changedNanoseconds: 5)
            second.firstSeenAt = Timestamp(milliseconds: 70)
            let copy = try await commit(store, .copied(of: path("a"), as: second))
            #expect(copy.id == id(2) && copy.stamp == second.stamp && copy.firstSeenAt == second.firstSeenAt && copy.revision == 1)
            #expect(copy.state == .partial && copy.reason == original.reason && copy.sha256 == original.sha256)
            #expect(copy.errors == original.errors && copy.errorCount == 1 && copy.detectedType == "jsonl" && copy.parserVersion == 4)
            #expect(copy.articleIDs == first.articleIDs && copy.articleCount == 2)
            #expect(try await changeCount(store) == count)
            // Onto a file that held something else.
            let other = try await commit(store, .articles(imported("Other"), as: record(3, "c")))
            #expect(try await commit(store, .copied(of: path("a"), as: record(4, "c"))).articleIDs == first.articleIDs)
            #expect(try await store.articles.article(other.articleIDs[0]).headline == "Other")
            // Of nothing, or of what isn't settled, it is no copy.
            try await commit(store, .row(record(5, "w", .retrying)))
            let none = try await store.imports.commit(
                [.copied(of: path("never"), as: record(6, "x")), .copied(of: path("w"), as: record(7, "y"))],
                parsedFiles: 0, root: root)
            #expect(none.count == 2 && none.allSatisfy { $0 == nil })
        },
        ContractCase("missing_mark_isSeenUntilTheFileIsBack") { store in
            var file = record(1, "f")
            file.sha256 = hash("a")
            file.stamp = FileStamp(device: 1, inode: 2, size: 3, modifiedNanoseconds: 4, changedNanoseconds: 5)
            let row = try await commit(store, .articles(imported("One", "Two"), as: file))
            let count = try await changeCount(store)
            let gone = try await commit(store, .missing(path("f"), .mark))
            #expect(gone.state == .missing && gone.sha256 == hash("a") && gone.stamp == file.stamp && gone.articleIDs == row.articleIDs)
            for article in row.articleIDs {
                let article = try await store.articles.article(article)
                #expect(article.version == 2 && article.sourceMissingSince != nil)
            }
            #expect(try await changes(store, after: count) == ["updated article", "updated article"])
            // Told again it is not a second loss.
            try await commit(store, .missing(path("f"), .mark))
            #expect(try await changeCount(store) == count + 2)
            try await commit(store, .articles(imported("One", "Two, edited"), as: file))
            let back = [try await store.articles.article(row.articleIDs[0]), try await store.articles.article(row.articleIDs[1])]
            #expect(back.allSatisfy { $0.version == 3 && $0.sourceMissingSince == nil })
            #expect(back.map(\.headline) == ["One", "Two, edited"])
        },
        ContractCase("missing_everyWayBack_clearsTheMark") { store in
            let back = try await lost(store, 1, "back")
            try await commit(store, .row(record(1, "back")))
            let moved = try await lost(store, 2, "moved")
            try await commit(store, .moved(from: path("moved"), as: record(2, "there")))
            let copied = try await lost(store, 3, "copied")
            #expect(try await commit(store, .copied(of: path("copied"), as: record(4, "copy"))).state == .done)
            let again = try await lost(store, 5, "again")
            // The same text in another file.
            try await commit(store, .articles(whole(ArticleDraft(headline: "In again")), as: record(6, "elsewhere")))
            let claimed = try await lost(store, 7, "claimed")
            try await store.imports.claim([path("claimed")], root: root)
            _ = try await store.imports.open(root: root)
            for article in [back, moved, copied, again, claimed] { #expect(try await !marked(store, article)) }
        },
        ContractCase("missing_oneOfTwoCopies_changesNothing") { store in
            let row = try await commit(store, .articles(imported("One"), as: record(1, "a")))
            try await commit(store, .copied(of: path("a"), as: record(2, "b")))
            let count = try await changeCount(store)
            for policy in [MissingPolicy.mark, .delete] { try await commit(store, .missing(path("a"), policy)) }
            #expect(try await changeCount(store) == count)
            #expect(try await !marked(store, row.articleIDs[0]))
            try await commit(store, .missing(path("b"), .mark))
            #expect(try await marked(store, row.articleIDs[0]))
        },
        ContractCase("missing_delete_deletesWhatNoOtherFileHolds") { store in
            let both = try address("https://example.org/both")
            let first = try await commit(
                store, .articles(imported(ArticleDraft(headline: "Alone"), ArticleDraft(headline: "Both", url: both)), as: record(1, "a")))
            try await commit(store, .articles(imported(ArticleDraft(headline: "Both", url: both)), as: record(2, "b")))
            let gone = try await commit(store, .missing(path("a"), .delete))
            #expect(gone.state == .missing && gone.articleIDs == [first.articleIDs[1]] && gone.articleCount == 1)
            await expect(.notFound) { () throws(RepositoryError) in try await store.articles.article(first.articleIDs[0]) }
            #expect(try await !marked(store, first.articleIDs[1]))
            #expect(try await allChanges(store).contains { $0.action == .deleted && $0.id == first.articleIDs[0] })
        },
        ContractCase("missing_keep_leavesTheArticlesAlone") { store in
            let row = try await commit(store, .articles(imported("One"), as: record(1, "a")))
            let count = try await changeCount(store)
            #expect(try await commit(store, .missing(path("a"), .keep)).state == .missing)
            #expect(try await changeCount(store) == count)
            #expect(try await !marked(store, row.articleIDs[0]))
        },
    ]
}
