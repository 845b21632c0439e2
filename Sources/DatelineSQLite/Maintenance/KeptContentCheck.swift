import Crypto
import GRDB

/// Whether what is kept of pages and feeds is what came.
enum KeptContentCheck {
    static func run(_ db: Database) throws -> (Int64?, [String]) {
        var count: Int64 = 0
        var wrong = 0
        let kept = SQLText("SELECT sha256, size, coding, bytes FROM raw_content WHERE bytes IS NOT NULL")
        try db.forEachRow(of: kept) { row in
            count += 1
            let stored = row.blob(3)
            let size = Int(row.integer(1))
            let bytes: [UInt8]? = row.integer(2) == 0 ? stored : stored.withUnsafeBytes { Deflate.expand($0, to: size) }
            if bytes.map({ Array(SHA256.hash(data: $0)) }) != row.blob(0) { wrong += 1 }
        }
        return (count, wrong == 0 ? [] : ["\(wrong) pages aren't the ones that came"])
    }
}
