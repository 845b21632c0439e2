import ArgumentParser
import DatelineSQLite
import Glibc

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy the database to a file, also while the service runs.",
        discussion: """
            The copy is of one moment, is looked through before it gets its name, and never replaces a file. To restore it, stop the
            service and put the copy where the database was, without the old -wal and -shm files.
            """
    )

    @Argument(help: ArgumentHelp("The file to make.", valueName: "file"))
    var file: String

    @OptionGroup var databasePath: DatabasePath

    func run() async throws {
        let path = try databasePath.existing(Settings())
        let summary: BackupSummary
        do throws(BackupError) {
            summary = try StoreBackup(of: path, to: file).run()
        } catch {
            throw CommandFailure(error)
        }
        let text = "Backed up \(summary.articles) articles to \(file) (\(summary.bytes) bytes), and looked the copy through.\n"
        try StandardStreams.requireOutput(text)
    }
}

extension CommandFailure {
    init(_ error: BackupError) {
        switch error {
        case .source(let source): self.init(source)
        case .isSource: self.init(.usage, error.description)
        case .exists, .isDirectory, .inProgress, .cannotCreate: self.init(.cannotCreate, error.description)
        case .notRegular, .io: self.init(.ioError, error.description)
        case .unsound: self.init(.dataError, error.description)
        case .unsettled: self.init(.temporaryFailure, error.description)
        }
    }
}
