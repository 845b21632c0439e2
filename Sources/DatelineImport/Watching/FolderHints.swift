import DatelineModels

/// What the kernel said of a file; only a hint that it is worth a look.
enum FileHint: Sendable {
    /// Made, and not closed by its writer so far.
    case created
    /// A writer has closed it.
    case closed
    /// Renamed to here, so complete.
    case movedIn
    /// Its rights or times were set; it may be readable now.
    case attributes
    /// Deleted or renamed away.
    case left
}

/// Hints gathered since they were last taken: a set, so that many events of one file cost one look.
struct FolderHints: Sendable {
    /// Beyond this many, looking through the whole folder is cheaper than remembering.
    static let maximum = 16_384

    /// The latest of each file.
    var files: [ImportPath: FileHint] = [:]
    /// Directories that are new here and must be listed.
    var newDirectories: Set<ImportPath> = []
    /// Directories that were deleted or moved away, with all they held.
    var goneDirectories: Set<ImportPath> = []
    /// Only a look at everything helps.
    var wantsScan = false
    /// There were hints of files that are not here.
    private(set) var wereLost = false
    /// How many bytes of events were read when these were taken.
    var position = 0

    var isEmpty: Bool { files.isEmpty && newDirectories.isEmpty && goneDirectories.isEmpty && !wantsScan }

    mutating func add(_ hint: FileHint, _ path: ImportPath) {
        // It says less than anything else.
        if hint == .attributes, files[path] != nil { return }
        files[path] = hint
        if files.count > Self.maximum { collapse() }
    }

    mutating func collapse() {
        self = FolderHints()
        wantsScan = true
        wereLost = true
    }
}
