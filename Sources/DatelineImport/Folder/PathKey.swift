import DatelineModels

/// A number for a path, different in each run of the program. A name's number is made of its directory's, so that a walk
/// needn't put whole paths together.
struct PathKey: Hashable, Sendable {
    /// Never 0.
    let number: UInt64

    static let root = PathKey(number: 1)

    init(number: UInt64) {
        self.number = number
    }

    init(_ path: ImportPath) {
        self = path.bytes.split(separator: ImportPath.separator).reduce(.root) { $0.child($1) }
    }

    func child(_ name: some Collection<UInt8>) -> PathKey {
        var hasher = Hasher()
        hasher.combine(number)
        // Contiguous for arrays and their slices; a name has no more than 255 bytes anyway.
        let isHashed: Void? = name.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        if isHashed == nil { Array(name).withUnsafeBytes { hasher.combine(bytes: $0) } }
        let hash = UInt64(bitPattern: Int64(hasher.finalize()))
        return PathKey(number: hash == 0 ? 1 : hash)
    }

    var shard: Int { Int(number >> 58) }
}

extension FileStamp {
    /// Never 0.
    var digest: UInt64 {
        var hasher = Hasher()
        hash(into: &hasher)
        let hash = UInt64(bitPattern: Int64(hasher.finalize()))
        return hash == 0 ? 1 : hash
    }
}
