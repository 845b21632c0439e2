@testable import DatelineImport
import DatelineModels
import DatelineTestSupport
import Foundation
import Logging

/// A running importer on a folder of its own.
struct ImportHarness: Sendable {
    let folder: TemporaryFolder
    let ledger: MemoryLedger
    let importer: FolderImporter

    static let now: @Sendable () -> Timestamp = { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

    init(
        folder: TemporaryFolder, ledger: MemoryLedger? = nil, root: String? = nil, options: ImportOptions = ImportOptions(),
        settings: ImportSettings = ImportSettings(), observe: (@Sendable (ImportObservation) -> Void)? = nil,
        now: @escaping @Sendable () -> Timestamp = Self.now, clock: some Clock<Duration> = ContinuousClock()
    ) {
        let ids = ResourceIDGenerator(now: Self.now)
        self.folder = folder
        self.ledger = ledger ?? MemoryLedger(ids: ids)
        importer = FolderImporter(
            root: Array((root ?? folder.path).utf8), options: options, ledger: self.ledger,
            time: ImportTime(now: now, clock: clock),
            makeID: { ids.next() },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, settings: settings, observe: observe
        )
    }

    /// Runs the importer beside `body`, and ends it in good order.
    func run(_ body: (ImportHarness) async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await importer.run() }
            do {
                try await body(self)
            } catch {
                importer.stop()
                throw error
            }
            importer.stop()
            try await group.waitForAll()
        }
    }

    /// The barrier.
    func sync(_ timeout: Duration = .untilHung) async -> Bool { await importer.scan(waitingAtMost: timeout) }

    func counts() async -> [ImportState: Int] { await importer.status().counts.filter { $0.value != 0 } }
}

extension ImportSettings {
    /// The folder isn't looked through again, so that only events tell of what happens in it.
    static var eventsOnly: ImportSettings {
        var settings = ImportSettings()
        settings.scanInterval = .seconds(3600)
        settings.unprovenInterval = .seconds(3600)
        return settings
    }
}

/// Runs an importer in a new folder, which `prepare` may fill before.
func withImporter(
    options: ImportOptions = ImportOptions(), settings: ImportSettings = ImportSettings(),
    now: @escaping @Sendable () -> Timestamp = ImportHarness.now, clock: some Clock<Duration> = ContinuousClock(),
    prepare: (TemporaryFolder) throws -> Void = { _ in },
    _ body: (ImportHarness) async throws -> Void
) async throws {
    let folder = try TemporaryFolder()
    try prepare(folder)
    try await ImportHarness(folder: folder, options: options, settings: settings, now: now, clock: clock).run(body)
}
