import Foundation
public import DatelineModels

extension JSONWriter {
    /// The ledger's row of one file.
    public mutating func importRecord(_ record: ImportRecord) {
        beginObject()
        member("id", id: record.id)
        path("path", record.path)
        if let origin = record.origin { path("origin", origin) }
        member("state", string: record.state.rawValue)
        member("reason", string: record.reason)
        member("detail", string: record.detail)
        member("articleIds", strings: record.articleIDs.map(\.description))
        member("articleCount", integer: record.articleCount)
        member("revision", integer: record.revision)
        member("detectedType", string: record.detectedType)
        member("encoding", string: record.encoding)
        member("replacedBytes", integer: record.replacedBytes)
        member("warnings", strings: record.warnings)
        importFaults(record.errors)
        member("errorCount", integer: record.errorCount)
        member("sha256", string: record.sha256)
        member("size", integer: record.stamp?.size)
        member("attempts", integer: record.attempts)
        member("nextAttemptAt", time: record.nextAttemptAt)
        member("firstSeenAt", time: record.firstSeenAt)
        member("updatedAt", time: record.updatedAt)
        endObject()
    }

    /// A path as text, and its bytes where they are none.
    mutating func path(_ name: String, _ path: ImportPath) {
        member(name, string: path.text)
        if !path.isUTF8 { member(name + "Base64", string: Data(path.bytes).base64EncodedString()) }
    }

    mutating func importFaults(_ faults: [ImportFault]) {
        key("errors")
        beginArray()
        for fault in faults {
            beginObject()
            member("line", integer: fault.line)
            member("byteOffset", integer: fault.byteOffset)
            member("reason", string: fault.reason)
            member("excerpt", string: fault.excerpt)
            endObject()
        }
        endArray()
    }

    /// How many files it was: `{ "<name>": <count> }`.
    public mutating func count(_ name: String, _ count: Int) {
        beginObject()
        member(name, integer: count)
        endObject()
    }

    /// The face of the running import.
    public mutating func importStatus(_ status: ImportStatus) {
        beginObject()
        member("ok", bool: status.isOK)
        member("state", string: status.state.rawValue)
        member("reason", string: status.reason)
        watcher(status.watcher)
        key("root")
        if let root = status.root {
            beginObject()
            member("path", string: root.path)
            member("state", string: root.state.rawValue)
            endObject()
        } else {
            null()
        }
        key("counts")
        beginObject()
        for state in ImportState.allCases { member(state.rawValue, integer: status.counts[state] ?? 0) }
        member("ignored", integer: status.ignored)
        endObject()
        progress(status.progress)
        member("oldestWaitingSeconds", double: status.oldestWaiting.map { $0 / .seconds(1) })
        member("unreadableDirectories", integer: status.unreadableDirectories)
        key("deletes")
        beginObject()
        member("held", integer: status.heldDeletes)
        endObject()
        member("lastScan", time: status.lastScan)
        key("totals")
        beginObject()
        member("parsedFiles", integer: status.parsedFiles)
        endObject()
        endObject()
    }

    private mutating func watcher(_ watcher: ImportStatus.Watcher?) {
        key("watcher")
        guard let watcher else { return null() }
        beginObject()
        member("mode", string: watcher.mode.rawValue)
        member("reason", string: watcher.reason)
        member("detail", string: watcher.detail)
        member("eventsTotal", integer: watcher.eventsTotal)
        member("overflows", integer: watcher.overflows)
        member("overflowsLastScan", integer: watcher.overflowsLastScan)
        member("watchedDirectories", integer: watcher.watchedDirectories)
        member("unwatchedDirectories", integer: watcher.unwatchedDirectories)
        endObject()
    }

    private mutating func progress(_ progress: ImportStatus.Progress) {
        key("progress")
        beginObject()
        member("phase", string: progress.phase.rawValue)
        member("found", integer: progress.found)
        member("done", integer: progress.done)
        member("failed", integer: progress.failed)
        member("bytes", integer: progress.bytes)
        member("filesPerSecond", double: progress.filesPerSecond)
        member("etaSeconds", double: progress.etaSeconds)
        endObject()
    }
}
