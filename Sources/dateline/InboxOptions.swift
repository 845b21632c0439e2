import ArgumentParser
import DatelineImport
import DatelineModels

/// The watched folder, and how it is watched.
struct InboxOptions: ParsableArguments {
    @Option(help: "A folder to watch for pages, articles and feeds. Default: none.")
    var inbox: String?

    @Option(
        help: ArgumentHelp(
            "sync: the files stay, and what happens to them is followed. consume: a file is moved to done/ or failed/ in the inbox. Default: sync.",
            valueName: "mode"))
    var inboxMode: InboxMode?

    @Option(
        help: ArgumentHelp(
            "What becomes of articles whose file is gone: they stay and say so (mark), stay (keep), or are deleted (delete). Default: mark.",
            valueName: "policy"))
    var onDelete: DeletePolicy?

    @Flag(help: "The first folder below the inbox names the source of what lies in it.")
    var folderIsSource = false

    @Flag(
        help:
            "Read links to files in the inbox that have no name there under which they are read, as in hidden folders. Links out of it are never followed."
    )
    var followLinks = false

    /// What is to be watched, and how.
    struct Inbox {
        /// Absolute, with links resolved.
        let path: String
        var options: ImportOptions
    }

    /// Checks everything before anything starts.
    ///
    /// - Returns: nil where no folder is to be watched.
    func checked(_ settings: Settings, database: String) throws -> Inbox? {
        let path = try settings.value(inbox, "inbox")
        let mode = try settings.value(inboxMode, "inbox-mode")
        let missing = try settings.value(onDelete, "on-delete")
        let folderIsSource = try settings.flag(folderIsSource, "folder-is-source")
        let followsLinks = try settings.flag(followLinks, "follow-links")
        guard let path else {
            let given = [
                (mode != nil, "--inbox-mode"), (missing != nil, "--on-delete"), (folderIsSource, "--folder-is-source"),
                (followsLinks, "--follow-links"),
            ]
            guard let option = given.first(where: \.0)?.1 else { return nil }
            throw CommandFailure(.usage, "\(option) says how a folder is watched; name the folder with --inbox.")
        }
        var options = ImportOptions()
        if let mode { options.mode = mode.mode }
        if let missing { options.missing = missing.policy }
        options.folderIsSource = folderIsSource
        options.followsLinks = followsLinks
        guard options.mode == .sync || !followsLinks else {
            throw CommandFailure(
                .usage, "--inbox-mode consume moves files, and moving a link would leave its file; --follow-links goes with sync.")
        }
        let folder = try InboxFolder(path, database: database)
        if options.mode == .consume { try folder.requireWritable() }
        options.dataFolder = folder.dataFolder
        options.trial = ParseTrial.outlives
        return Inbox(path: folder.path, options: options)
    }
}

enum InboxMode: String, ExpressibleByArgument, CaseIterable {
    case sync, consume

    var mode: ImportOptions.Mode {
        switch self {
        case .sync: .sync
        case .consume: .consume
        }
    }
}

enum DeletePolicy: String, ExpressibleByArgument, CaseIterable {
    case mark, keep, delete

    var policy: MissingPolicy {
        switch self {
        case .mark: .mark
        case .keep: .keep
        case .delete: .delete
        }
    }
}
