import DatelineModels
import Glibc

/// Lists a whole folder at once, on a queue of its own.
actor FolderListing {
    private let executor: QueueExecutor

    init(executorLabel: String) {
        executor = QueueExecutor(label: executorLabel)
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    func list(_ folder: [UInt8]) -> ScanPart {
        do {
            return try FolderScanner(root: folder).next(limit: .max)
        } catch {
            var part = ScanPart(isLast: true)
            part.unreadable = [(nil, error)]
            return part
        }
    }

    /// The path if it is a folder, or a link to one; else nil.
    static func folder(at path: [UInt8]) -> [UInt8]? {
        var status = stat()
        let result = path.withCString { stat($0, &status) }
        return result == 0 && FileStatus(status).kind == .directory ? path : nil
    }
}
