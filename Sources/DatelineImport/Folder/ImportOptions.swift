public import DatelineModels

/// What the operator decides about a watched folder.
public struct ImportOptions: Sendable {
    public enum Mode: String, Sendable, CaseIterable {
        /// The files stay where they are, and what happens to them is followed.
        case sync
        /// Each file is moved to `done/` or `failed/` once it is dealt with.
        case consume
    }

    public var mode = Mode.sync
    /// What becomes of articles whose files are gone.
    public var missing = MissingPolicy.mark
    /// Whether the first folder below the root names the source of what lies in it.
    public var folderIsSource = false
    /// Whether a symbolic link to a regular file in the folder that isn't read under its own name, because that is hidden, say, is read as
    /// that file. Links to folders never are followed, nor any out of it.
    public var followsLinks = false
    /// Which files are kept beside the articles read from them.
    public var raw = RawKeeping()
    /// The absolute path of the database's folder: for notes about failed files, and to see that its disk isn't full. nil: in memory.
    public var dataFolder: String?

    /// Whether a parser in a process of its own outlives a file, which is given with a descriptor that is open for reading. nil: nobody
    /// can tell.
    public var trial: (@Sendable (ImportPath, Int32) async -> Bool)?

    public init() {}
}
