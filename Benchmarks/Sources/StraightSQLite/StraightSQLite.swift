import CSQLite
import Foundation

/// Inserts the rows of articles straight through SQLite's C interface, with the store's schema and durability, a group of
/// articles in each transaction, and prints how many articles a second that makes.
///
/// Usage: StraightSQLite DATABASE SCHEMA.sql ARTICLES.ndjson GROUP SECONDS
@main
struct StraightSQLite {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 6, let group = Int(arguments[4]), let seconds = Double(arguments[5]) else { throw Failure(text: "usage: DATABASE SCHEMA ARTICLES GROUP SECONDS") }
        sqlite3_initialize()
        let database = try Database(path: arguments[1])
        for pragma in ["journal_mode = WAL", "foreign_keys = ON", "synchronous = FULL", "cache_size = -65536"] { try database.run("PRAGMA \(pragma)") }
        try database.run(String(contentsOfFile: arguments[2], encoding: .utf8))
        let articles = try String(contentsOfFile: arguments[3], encoding: .utf8).split(separator: "\n").map { try Article(json: String($0)) }
        let loader = try Loader(database: database, articles: articles)
        try loader.prepareEntitiesAndTags()

        var stored = 0
        let start = ContinuousClock.now
        while ContinuousClock.now - start < .seconds(seconds) {
            try database.run("BEGIN IMMEDIATE")
            for _ in 0..<group {
                try loader.insert(articles[stored % articles.count], number: stored)
                stored += 1
            }
            try database.run("COMMIT")
        }
        let elapsed = ContinuousClock.now - start
        let rate = Double(stored) / (Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18)
        print(Int(rate))
    }
}

struct Failure: Error {
    let text: String
}

struct Article {
    let headline: String
    let body: String
    let source: String
    let day: Int64
    let tags: [String]
    let entities: [String]

    init(json: String) throws {
        guard let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any], let headline = object["headline"] as? String,
            let body = object["body"] as? String, let source = object["source"] as? String, let tags = object["tags"] as? [String],
            let date = object["datePublished"] as? String, let mentions = object["mentions"] as? [[String: String]]
        else { throw Failure(text: "not an article: \(json.prefix(80))") }
        self.headline = headline
        self.body = body
        self.source = source
        self.tags = tags
        entities = mentions.compactMap { $0["name"] }
        let parts = date.split(separator: "-").compactMap { Int64($0) }
        day = (parts[0] * 372 + parts[1] * 31 + parts[2]) * 86_400
    }
}
