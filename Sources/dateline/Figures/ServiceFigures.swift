import DatelineMetrics
import DatelineModels
import DatelineSQLite
import Metrics

/// All figures for who asks: those that were counted on the way, and those that are looked up now.
struct ServiceFigures: Sendable {
    let registry: MetricsRegistry
    let store: SQLiteStore
    let importControl: any ImportControl
    private let process = ProcessFigures()

    init(registry: MetricsRegistry, store: SQLiteStore, importControl: any ImportControl) {
        self.registry = registry
        self.store = store
        self.importControl = importControl
        set("dateline_build_info", 1, [("version", Release.version)])
    }

    func text() async -> String {
        note(await store.figures())
        note(await importControl.status())
        process.note(in: registry)
        return registry.text()
    }

    private func note(_ figures: StoreFigures) {
        set("dateline_store_readable", figures.lastChange == nil ? 0 : 1)
        set("dateline_store_database_bytes", figures.databaseBytes)
        set("dateline_store_log_bytes", figures.logBytes)
        set("dateline_store_log_restarts", figures.logRestarts)
        if let free = figures.freeBytes { set("dateline_store_free_bytes", free) }
        if let last = figures.lastChange { set("dateline_store_last_change", last) }
        for (line, count) in figures.waitingWrites { set("dateline_store_waiting_writes", Int64(count), [("line", line)]) }
        if let pending = figures.pendingEntities { set("dateline_linking_pending_entities", pending) }
    }

    private func note(_ status: ImportStatus) {
        guard status.state != .off else { return }
        set("dateline_import_ok", status.isOK ? 1 : 0)
        for state in ImportState.allCases { set("dateline_import_files", Int64(status.counts[state] ?? 0), [("state", state.rawValue)]) }
        set("dateline_import_parsed_files", Int64(status.parsedFiles))
        let oldest = status.oldestWaiting ?? .zero
        Meter(label: "dateline_import_oldest_waiting_seconds", factory: registry).set(oldest / .seconds(1))
        set("dateline_import_held_deletes", Int64(status.heldDeletes))
        guard let watcher = status.watcher else { return }
        set("dateline_import_watched_directories", Int64(watcher.watchedDirectories))
        set("dateline_import_unwatched_directories", Int64(watcher.unwatchedDirectories))
        set("dateline_import_lost_events", Int64(watcher.overflows))
    }

    private func set(_ label: String, _ value: Int64, _ dimensions: [(String, String)] = []) {
        Meter(label: label, dimensions: dimensions, factory: registry).set(value)
    }
}
