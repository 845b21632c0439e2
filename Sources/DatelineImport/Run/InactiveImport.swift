public import DatelineModels

/// Stands in where no folder is watched.
public struct InactiveImport: ImportControl {
    public init() {}

    public func status() async -> ImportStatus { ImportStatus(state: .off) }

    public func scan(waitingAtMost timeout: Duration?) async -> Bool { true }
}
