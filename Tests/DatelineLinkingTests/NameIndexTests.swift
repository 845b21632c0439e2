import DatelineLinking
import DatelineModels
import Testing

@Suite struct NameIndexTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let name: String
        let text: String
        let count: Int

        var testDescription: String { "\(name) in \(text)" }
    }

    @Test(arguments: [
        Row(name: "Mark", text: "Please mark the date", count: 0),
        Row(name: "Mark", text: "Mark the date. MARK!", count: 2),
        Row(name: "Rafah", text: "A Rafah-based group, near Rafah’s crossing.", count: 2),
        Row(name: "Rafah", text: "Rafahs", count: 0),
        Row(name: "Jean-Pierre", text: "Jean Pierre, Jean\u{2011}Pierre and Jean–Pierre", count: 3),
        Row(name: "O'Brien", text: "O’Brien met OBrien", count: 2),
        Row(name: "McDonald's", text: "at McDonald’s and McDonalds", count: 2),
        Row(name: "José Núñez", text: "Jose Nunez", count: 1),
        Row(name: "Jose Nunez", text: "JOSÉ NÚÑEZ SPEAKS", count: 1),
        Row(name: "US", text: "It tells us that the US and the U.S. agree. Us too.", count: 2),
        Row(name: "U.S.", text: "the US said", count: 1),
        Row(name: "Joe Biden", text: "He met Joe. Biden left.", count: 0),
        Row(name: "St. Louis", text: "in St. Louis and St Louis", count: 2),
        Row(name: "J. K. Rowling", text: "J.K. Rowling wrote", count: 0),
        Row(name: "New York", text: "New\nYork", count: 1),
        Row(name: "New York", text: "New\n\nYork", count: 0),
        Row(name: "AT&T", text: "AT&T said", count: 1),
        Row(name: "iPhone", text: "an iPhone, an iphone", count: 1),
        Row(name: "Straße", text: "STRASSE", count: 1),
        Row(name: "北京", text: "北京 2026", count: 1),
        Row(name: "Łódź", text: "In Lodz today", count: 1),
    ])
    func mentions_oneName_areCounted(row: Row) {
        var index = NameIndex()
        index.set(1, names: [EntityName(text: row.name, kind: .name)])
        #expect(index.mentions(headline: row.text, body: nil).reduce(0) { $0 + $1.count } == row.count)
    }

    @Test func mentions_overlappingNames_longestWins() {
        var index = NameIndex()
        index.set(1, names: [EntityName(text: "New York", kind: .name)])
        index.set(2, names: [EntityName(text: "York Times Company", kind: .name)])
        index.set(3, names: [EntityName(text: "York", kind: .name)])
        let found = index.mentions(headline: "New York Times Company", body: "In New York and York")
        #expect(found.map(\.entity) == [2, 1, 3])
        #expect(found.map(\.count) == [1, 1, 1])
    }

    @Test func mentions_weakAliasAlone_linksNothing() {
        var index = NameIndex()
        index.set(1, names: [EntityName(text: "Antony Blinken", kind: .name), EntityName(text: "Blinken", kind: .weakAlias)])
        #expect(index.mentions(headline: "Blinken speaks", body: nil).isEmpty)
        let found = index.mentions(headline: "Blinken speaks", body: "Antony Blinken said. Blinken’s plan")
        #expect(found.first?.surfaces == ["Blinken", "Antony Blinken"])
        #expect(found.count == 1)
        #expect(found.first?.count == 3)
        #expect(found.first?.linkedBy == .name)
    }

    @Test func mentions_sharedAlias_countsForTheOneNamedInFull() {
        var index = NameIndex()
        index.set(1, names: [EntityName(text: "Ana Sousa", kind: .name), EntityName(text: "Sousa", kind: .alias)])
        index.set(2, names: [EntityName(text: "Rui Sousa", kind: .name), EntityName(text: "Sousa", kind: .alias)])
        #expect(index.mentions(headline: "Sousa wins", body: nil).isEmpty)
        #expect(index.mentions(headline: "Sousa wins", body: "Rui Sousa").map(\.entity) == [2])
        let both = index.mentions(headline: "Sousa wins", body: "Rui Sousa and Ana Sousa")
        #expect(Set(both.map(\.entity)) == [1, 2])
        #expect(both.allSatisfy { $0.count == 1 })
    }

    @Test func mentions_nameThatIsAnothersAlias_linksTheNamed() {
        var index = NameIndex()
        index.set(1, names: [EntityName(text: "Georgia", kind: .name)])
        index.set(2, names: [EntityName(text: "Georgia Lindt", kind: .name), EntityName(text: "Georgia", kind: .alias)])
        #expect(index.mentions(headline: "In Georgia", body: nil).map(\.entity) == [1])
    }

    @Test func mentions_alias_saysHowItWasLinked() {
        var index = NameIndex()
        index.set(1, names: [EntityName(text: "Antony Blinken", kind: .name), EntityName(text: "Anthony Blinken", kind: .alias)])
        #expect(index.mentions(headline: "Anthony Blinken", body: nil).map(\.linkedBy) == [.alias])
    }

    @Test func set_again_replacesNamesAndRemoveForgets() {
        var index = NameIndex()
        index.set(1, names: [EntityName(text: "Old Name", kind: .name)])
        index.set(1, names: [EntityName(text: "New Name", kind: .name)])
        #expect(index.mentions(headline: "Old Name", body: nil).isEmpty)
        #expect(index.mentions(headline: "New Name", body: nil).count == 1)
        index.remove(1)
        #expect(index.mentions(headline: "New Name", body: nil).isEmpty)
        #expect(index.entityCount == 0)
    }
}
