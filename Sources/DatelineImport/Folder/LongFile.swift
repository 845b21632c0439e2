import DatelineModels

/// A file of many records that is read piece by piece.
struct LongFile: Sendable {
    let item: WorkQueue.Item
    /// Its row, or a new one.
    let record: ImportRecord
    let stamp: FileStamp
}
