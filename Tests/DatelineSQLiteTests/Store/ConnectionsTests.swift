import Foundation
import GRDB
import Testing

@testable import DatelineSQLite

/// What durability and integrity rest on is read back, and believed only then.
@Suite struct ConnectionsTests {
    @Test func databaseWithoutLog_isRefused() async throws {
        try await Self.expectRefused("journal_mode = wal") { _ in }
    }

    @Test func databaseWithoutForeignKeys_isRefused() async throws {
        try await Self.expectRefused("foreign_keys = 1") { try $0.execute(sql: "PRAGMA foreign_keys = OFF") }
    }

    private static func expectRefused(_ setting: String, _ prepare: (Database) throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/dateline.db"
            let queue = try DatabaseQueue(path: path, configuration: Connections.configuration())
            try queue.inDatabase(prepare)
            #expect(throws: StoreOpenError.unsafeSetting(path: path, setting: setting)) {
                try Connections.makeDurable(queue, path: path, isFile: true)
            }
            try queue.close()
        }
    }
}
