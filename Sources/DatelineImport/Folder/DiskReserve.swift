import Glibc

/// Space that an import leaves free on the disk of the database, so that clients can go on writing and everything be put in order.
public enum DiskReserve {
    private static let mostBytes: Int64 = 64 * 1024 * 1024
    /// What a write may set off besides: segments of the full-text index that are merged are written anew.
    private static let mergeBytes: Int64 = 1024 * 1024

    /// Bytes that an import may still take: what is free but for 64 MiB, or 5 % of a small disk, and room for a merge. nil where it can't
    /// be told.
    public static func room(at folder: String) -> Int64? {
        var status = statvfs()
        guard statvfs(folder, &status) == 0, status.f_blocks > 0 else { return nil }
        let free = Int64(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize))
        let total = Int64(clamping: UInt64(status.f_blocks) * UInt64(status.f_frsize))
        return max(0, free - min(mostBytes, total / 20) - mergeBytes)
    }
}
