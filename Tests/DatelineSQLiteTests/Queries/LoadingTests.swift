import DatelineModels
import GRDB
import Testing

@testable import DatelineSQLite

/// Whole resources, as they come out of the tables.
@Suite struct LoadingTests {
    private static let corpus = Corpus(seed: 4, articles: 120)

    @Test func articles_manyKeys_areWholeAndInTheOrderAskedFor() throws {
        let store = try CorpusStore(Self.corpus)
        let keys = Array(Self.corpus.articles.map(\.key).reversed())
        let articles = try store.queue.read { try ArticleLoader.articles($0, keys: keys + [9999], body: true) }
        #expect(articles.map(\.id) == Self.corpus.articles.map(\.id).reversed())
        for (article, row) in zip(articles, Self.corpus.articles.reversed()) { Self.expectSame(article, row.value) }
    }

    @Test func article_oneKey_isTheSameAsAmongMany() throws {
        let store = try CorpusStore(Self.corpus)
        for row in Self.corpus.articles.prefix(40) {
            let article = try #require(
                try store.queue.read { db in
                    try ArticleLoader.key(db, id: row.id).flatMap { try ArticleLoader.article(db, key: $0) }
                })
            #expect(article.id == row.id)
            Self.expectSame(article, row.value)
        }
        #expect(try store.queue.read { try ArticleLoader.key($0, id: ResourceID(high: 1, low: 1)) } == nil)
        #expect(try store.queue.read { try ArticleLoader.article($0, key: 9999) } == nil)
    }

    private static func expectSame(_ article: Article, _ value: Corpus.ArticleValue) {
        #expect(article.headline == value.headline && article.body == value.body && article.datePublished == value.date)
        #expect(article.source == value.source.map { corpus.sources[$0].value } && article.language == value.language)
        #expect(
            article.dateStatus == value.status && article.createdAt.milliseconds == value.created
                && article.updatedAt.milliseconds == value.updated)
        #expect(article.tags == value.tags.map { corpus.tags[$0].value }.sorted { FoldedOrder.precedes($0, $1) })
        let entities = value.entities.map { corpus.entities[$0] }.sorted { ($0.value.name, $0.id) < ($1.value.name, $1.id) }
        #expect(article.mentions.map(\.entity) == entities.map { EntityReference(id: $0.id, type: $0.value.type, name: $0.value.name) })
        #expect(
            article.mentions.allSatisfy { $0.surfaces == ["a \"b\"", "c"] && $0.count == 2 && $0.status == .auto && $0.linkedBy == .alias })
        let events = value.events.map { corpus.events[$0] }.sorted {
            ($0.value.start?.earliest ?? .max, $0.id) < ($1.value.start?.earliest ?? .max, $1.id)
        }
        #expect(article.events == events.map { EventReference(id: $0.id, name: $0.value.name, startDate: $0.value.start) })
        #expect(article.contentHash == String(repeating: "0", count: 64))
    }

    @Test func entities_allKeys_haveNamesTagsIdentifiersAndDates() throws {
        let store = try CorpusStore(Self.corpus)
        let entities = try store.queue.read { try EntityLoader.entities($0, keys: Self.corpus.entities.map(\.key)) }
        #expect(entities.count == Self.corpus.entities.count)
        for (index, (entity, row)) in zip(entities, Self.corpus.entities).enumerated() {
            #expect(entity.id == row.id && entity.name == row.value.name && entity.type == row.value.type)
            #expect(entity.aliases == row.value.aliases && entity.weakAliases == row.value.weakAliases)
            #expect(entity.identifiers == (row.value.identifier.map { ["wikidata": $0] } ?? [:]))
            #expect(entity.tags == row.value.tags.map { Self.corpus.tags[$0].value }.sorted { FoldedOrder.precedes($0, $1) })
            let dates = Self.corpus.articles.filter { $0.value.entities.contains(index) }
            #expect(entity.articleCount == dates.count)
            #expect(entity.firstPublished?.earliest == dates.compactMap(\.value.date?.earliest).min())
            #expect(entity.lastPublished?.earliest == dates.compactMap(\.value.date?.earliest).max())
        }
    }

    @Test func events_allKeys_haveParticipantsLocationAndTags() throws {
        let store = try CorpusStore(Self.corpus)
        try store.queue.write { db in
            try db.execute(sql: "UPDATE event SET super_event_key = 2 WHERE event_key = 1")
            try db.execute(sql: "UPDATE event SET location_text = 'Rafah crossing', location_entity_key = NULL WHERE event_key = 3")
        }
        let events = try store.queue.read { try EventLoader.events($0, keys: Self.corpus.events.map(\.key)) }
        #expect(events.count == Self.corpus.events.count)
        for (event, row) in zip(events, Self.corpus.events) {
            func reference(_ entity: Int) -> EntityReference {
                let row = Self.corpus.entities[entity]
                return EntityReference(id: row.id, type: row.value.type, name: row.value.name)
            }
            #expect(event.id == row.id && event.name == row.value.name && event.description == row.value.description)
            #expect(event.startDate == row.value.start && event.endDate == row.value.end && event.status == row.value.status)
            #expect(event.participants == row.value.participants.map { EventParticipant(entity: reference($0), role: "speaker") })
            #expect(event.location == (row.key == 3 ? .text("Rafah crossing") : row.value.location.map { .entity(reference($0)) }))
            #expect(event.tags == row.value.tags.map { Self.corpus.tags[$0].value }.sorted { FoldedOrder.precedes($0, $1) })
            #expect(event.superEvent?.id == (row.key == 1 ? Self.corpus.events[1].id : nil))
        }
    }

    @Test(
        arguments: [
            ("[]", []), (#"["a","b c"]"#, ["a", "b c"]), (#"["q\"\\\/\n\u00e9\ud83d\ude00"]"#, ["q\"\\/\né😀"]),
            (#"[ "Å" , "x" ]"#, ["Å", "x"]), (#"[""]"#, [""]),
            (#"["broken"#, ["broken"]),
        ] as [(String, [String])])
    func textList_json_isReadAsWritten(json: String, expected: [String]) {
        #expect(Array(json.utf8).withUnsafeBufferPointer { TextList.decode($0) } == expected)
    }

    @Test func changes_afterASequence_areTheNextOnes() throws {
        let store = try CorpusStore(Self.corpus)
        let id = ResourceID(high: 5, low: 6)
        try store.queue.write { db in
            for sequence in 1...5 {
                try db.execute(
                    sql: "INSERT INTO change (sequence, action, resource, id, version, at) VALUES (?, 'updated', 'event', ?, 2, 77)",
                    arguments: [sequence, Codec.blob(id)]
                )
            }
        }
        let changes = try store.queue.read { try ChangeListing.changes($0, after: 2, limit: 2) }
        #expect(
            changes
                == [3, 4].map {
                    Change(sequence: $0, action: .updated, resource: .event, id: id, version: 2, at: Timestamp(milliseconds: 77))
                })
        #expect(try store.queue.read { try ChangeListing.changes($0, after: 5, limit: 2) }.isEmpty)
        try store.queue.write { try $0.execute(sql: "DELETE FROM change WHERE sequence < 4") }
        #expect(try store.queue.read { try ChangeListing.changes($0, after: 3, limit: 9) }.map(\.sequence) == [4, 5])
        #expect {
            _ = try store.queue.read { try ChangeListing.changes($0, after: 2, limit: 9) }
        } throws: { error in
            if case RepositoryError.gone = error { true } else { false }
        }
    }
}
