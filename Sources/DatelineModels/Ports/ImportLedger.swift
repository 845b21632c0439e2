/// How far the records of a file are stored.
public struct ImportResume: Hashable, Sendable {
    /// Bytes that are through.
    public var offset: Int64
    /// Lines that are through, blank ones included.
    public var lines: Int
    /// Records that are through.
    public var records: Int
    /// Of the bytes before `offset`, lower-case hexadecimal: whether the file still begins so.
    public var sha256: String

    public init(offset: Int64, lines: Int, records: Int, sha256: String) {
        self.offset = offset
        self.lines = lines
        self.records = records
        self.sha256 = sha256
    }
}

/// One article that a file holds.
///
/// Which stored article it is, is decided in this order: an id or key that the file gives, the URL, its place in the file, the
/// same text from the same source. Where the file is one article, its place comes first: the article is the file's, whatever it says.
/// A record among several that states an id, a key or a URL is never taken for another one because of its place.
public struct ImportedArticle: Sendable {
    /// Its place in the file, from 0.
    public var recordNumber: Int
    public var draft: ArticleDraft
    /// An id that the file itself gives and that can be the article's.
    public var id: ResourceID?
    /// Any other identifier that the file gives, such as a feed's guid; names the same article in every file.
    public var key: String?
    /// Whether the file is this one article.
    public var isWholeFile: Bool
    /// nil where the file states the article field by field.
    public var reading: ArticleReading?

    public init(recordNumber: Int, draft: ArticleDraft, id: ResourceID? = nil, key: String? = nil, isWholeFile: Bool = false) {
        self.recordNumber = recordNumber
        self.draft = draft
        self.id = id
        self.key = key
        self.isWholeFile = isWholeFile
    }
}

/// What becomes of articles whose last file is gone.
public enum MissingPolicy: String, Sendable, CaseIterable {
    /// They stay, and say since when the file is missing.
    case mark
    /// They stay as they are.
    case keep
    /// They are deleted.
    case delete
}

/// What came of a file, to be written in one transaction with all that hangs on it.
public enum ImportOutcome: Sendable {
    /// The row alone. The articles it had stay its own.
    case row(ImportRecord)
    /// What the file holds, whole or a part of it (then ``ImportRecord/resume`` is set), with its row.
    case articles([ImportedArticle], as: ImportRecord)
    /// The file that was known as `from` lies at the record's path now: the row moves, its articles stay.
    case moved(from: ImportPath, as: ImportRecord)
    /// The file that was known as `with` lies at the record's path now, and the file that was known there lies elsewhere: the two rows
    /// change places, and the articles of both stay.
    case exchanged(with: ImportPath, as: ImportRecord)
    /// The file has the bytes of the file at `of`: it is another source of the same articles, in the same state. The
    /// record gives path and stamp.
    case copied(of: ImportPath, as: ImportRecord)
    /// Nothing is at the path any more. Without a row of it nothing happens.
    case missing(ImportPath, MissingPolicy)
}

extension ImportOutcome {
    /// The same with another row; of a file that is gone there is none.
    public func reported(as record: ImportRecord) -> ImportOutcome {
        switch self {
        case .row: .row(record)
        case .articles(let articles, _): .articles(articles, as: record)
        case .moved(let origin, _): .moved(from: origin, as: record)
        case .exchanged(let origin, _): .exchanged(with: origin, as: record)
        case .copied(let original, _): .copied(of: original, as: record)
        case .missing: self
        }
    }
}

/// What the ledger knows of a file, as far as it takes to tell whether it has changed.
public struct KnownFile: Sendable {
    public var path: ImportPath
    public var state: ImportState
    public var reason: String?
    public var stamp: FileStamp?
    public var attempts: Int
    public var parserVersion: Int
    public var pendingMove: ImportPath?
    /// When the row was last written.
    public var updatedAt: Timestamp

    public init(path: ImportPath, state: ImportState, updatedAt: Timestamp) {
        self.path = path
        self.state = state
        self.updatedAt = updatedAt
        self.attempts = 0
        self.parserVersion = 0
    }
}

/// What is recorded of a watched folder as a whole.
public struct ImportRoot: Hashable, Sendable {
    /// Device and inode of the folder, as last accepted; nil at first.
    public var device: UInt64?
    public var inode: UInt64?
    /// Files parsed since the folder was first watched.
    public var parsedFiles: Int

    public init(device: UInt64? = nil, inode: UInt64? = nil, parsedFiles: Int = 0) {
        self.device = device
        self.inode = inode
        self.parsedFiles = parsedFiles
    }
}

public struct ImportQuery: Sendable {
    public var states: [ImportState]
    public var reasons: [String]
    public var path: ImportPath?
    public var pathPrefix: ImportPath?
    public var page: PageRequest

    public init(
        states: [ImportState] = [], reasons: [String] = [], path: ImportPath? = nil, pathPrefix: ImportPath? = nil,
        page: PageRequest = PageRequest()
    ) {
        self.states = states
        self.reasons = reasons
        self.path = path
        self.pathPrefix = pathPrefix
        self.page = page
    }
}

/// The record of every file of the watched folder, kept beside the articles so that one transaction covers both.
///
/// Files are told by the root (the folder's absolute path, as bytes) and their path below it.
public protocol ImportLedger: Sendable {
    /// Makes the root known, if it isn't, and takes up what a crash has left: each file that was claimed and has no outcome gets
    /// the state `importing` and one attempt more, and the claims are lifted.
    func open(root: [UInt8]) async throws(RepositoryError) -> ImportRoot
    /// Accepts another folder as the root.
    func accept(device: UInt64, inode: UInt64, root: [UInt8]) async throws(RepositoryError)
    /// All files of a root in path order, from after `path`; at most `limit`.
    func known(root: [UInt8], after path: ImportPath?, limit: Int) async throws(RepositoryError) -> [KnownFile]
    /// The rows of those files that have one.
    func records(root: [UInt8], paths: [ImportPath]) async throws(RepositoryError) -> [ImportPath: ImportRecord]
    /// Files of the root with these contents, by hash (lower-case hexadecimal): at most a few of each, those that are `missing` first.
    func files(root: [UInt8], contents: Set<String>) async throws(RepositoryError) -> [String: [KnownFile]]
    /// Puts on record that these files are about to be parsed, so that a file which brings the program down is told by its count.
    func claim(_ paths: [ImportPath], root: [UInt8]) async throws(RepositoryError)
    /// Lifts claims of files that were not parsed after all.
    func release(_ paths: [ImportPath], root: [UInt8]) async throws(RepositoryError)
    /// Works out of an outcome what needn't wait until it is written. May be called by many at once.
    func ready(_ outcome: ImportOutcome) -> any ReadyOutcome
    /// Writes outcomes in order, each in one transaction with its row, the lifted claim of the file and what hangs on it; many
    /// share a commit, and clients' writes come in between. A part of a file (``ImportRecord/resume`` is set) leaves the claim: what
    /// is left of the file may still bring the program down.
    ///
    /// A record that the store refuses (`.conflict`, `.invalid`) becomes an error of the row, and the state `partial` or `failed`.
    /// A field that a client changed since the last import keeps the client's value; where the file has changed it too, the row's
    /// warnings say `conflict:<field>`.
    ///
    /// - Parameter parsedFiles: added to ``ImportRoot/parsedFiles``.
    /// - Returns: the rows as written, in order; nil where there is none.
    func commit(_ outcomes: [ImportOutcome], parsedFiles: Int, root: [UInt8]) async throws(RepositoryError) -> [ImportRecord?]
    /// The same of outcomes that are asked for while those before them are being written, until there are none.
    ///
    /// When it throws, what was given out and not told to be written isn't written.
    func commit(from outcomes: some ImportOutcomes, root: [UInt8]) async throws(RepositoryError)
    /// `.notFound`. With the root the file belongs to.
    func record(_ id: ResourceID) async throws(RepositoryError) -> (record: ImportRecord, root: [UInt8])
    /// Rows in path order, for people. The page key is ``PageKey/init(placeOf:)``. A path finds a file that was moved by the program too.
    func list(_ query: ImportQuery) async throws(RepositoryError) -> Page<ImportRecord>
    /// How an outlet writes dates, for the reader; nil where it is unknown.
    func dateHabits(ofSource name: String) async throws(RepositoryError) -> (zone: ZonedClock?, order: DateOrder?)?
}
