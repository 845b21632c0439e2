@testable import DatelineImport
import DatelineModels
import Foundation
import Glibc
import Testing

struct FilesTests {
    @Test(arguments: [
        ".a.txt", "~$a.doc", "a.txt~", "a.tmp", "a.TMP", "a.txt.part", "a.crdownload", ".nfs0001", "Thumbs.db", "desktop.ini", "@eaDir",
        "__MACOSX", "a.txt.swp", "4913", "~syncthing~a.txt.tmp",
    ])
    func names_ofJunk_areIgnored(_ name: String) {
        #expect(NameRules.isIgnored(Array(name.utf8)))
    }

    @Test(arguments: ["a.txt", "tmp", "part.txt", "a", "thumbs.db.txt", "-rf", " a", "é.json", "a~b.txt"])
    func names_ofFiles_areNot(_ name: String) {
        #expect(!NameRules.isIgnored(Array(name.utf8)))
    }

    @Test(arguments: [
        ("a.txt", FileType.text), ("a.TEXT", .text), ("a", .text), ("U.S. envoy", .text), ("4.5", .text), ("d.pdf/a", .text),
        ("a.json", .json),
        ("a.meta.json", .unsupported), ("a.jsonl", .jsonLines), ("a.NDJSON", .jsonLines), ("a.pdf", .unsupported), ("a.mp4", .unsupported),
    ])
    func type_byName(_ name: String, _ type: FileType) {
        #expect(FileType(of: ImportPath(name)) == type)
    }

    @Test(arguments: [("/a/b", "/a/b"), ("/a//b/", "/a/b"), ("/a/./b/../c", "/a/c"), ("/", "/"), ("/..", "/")])
    func root_absolute_isNormal(_ given: String, _ wanted: String) {
        #expect(RootPath.absolute(Array(given.utf8)) == Array(wanted.utf8))
    }

    @Test func root_relative_startsAtTheCurrentDirectory() {
        let here = RootPath.absolute(Array(".".utf8))
        #expect(here.first == 0x2F && RootPath.absolute(Array("x".utf8)) == here + Array("/x".utf8))
    }

    @Test func path_parts() {
        let path = ImportPath("a/b/c")
        #expect(path.names.map { String(decoding: $0, as: UTF8.self) } == ["a", "b", "c"])
        #expect(path.parent == ImportPath("a/b") && ImportPath("a").parent == nil && path.name.elementsEqual("c".utf8))
        #expect(
            path.isBelow(ImportPath("a")) && path.isBelow(ImportPath("a/b")) && !path.isBelow(ImportPath("a/b/c"))
                && !ImportPath("ab/c").isBelow(ImportPath("a")))
        #expect(path.isBelow(oneOf: [ImportPath("x"), ImportPath("a")]) && !path.isBelow(oneOf: [ImportPath("b")]))
    }

    @Test func scan_inSmallParts_findsEverythingOnce() throws {
        let folder = try TemporaryFolder()
        try folder.makeDirectory("d")
        try folder.makeDirectory("d/e")
        for number in 0..<30 { try folder.write("x", to: ["", "d/", "d/e/"][number % 3] + "\(number).txt") }
        try folder.write("x", to: "d/.junk")
        let scanner = try FolderScanner(root: Array(folder.path.utf8))
        var found: [ImportPath] = []
        var ignored = 0
        var isLast = false
        while !isLast {
            let part = scanner.next(limit: 4)
            found += part.files.map(\.path)
            ignored += part.ignored
            isLast = part.isLast
            #expect(part.files.count <= 4 && part.unreadable.isEmpty)
        }
        #expect(found.count == 30 && Set(found).count == 30 && ignored == 1)
    }

    @Test func scan_ofALinkInPlaceOfADirectory_isRefused() throws {
        let outside = try TemporaryFolder()
        try outside.write("x", to: "x.txt")
        let folder = try TemporaryFolder()
        try folder.link(outside.path, as: "d")
        #expect(throws: SystemFailure.self) { try FolderScanner(root: Array(folder.path.utf8), start: ImportPath("d")) }
        let reader = FileReader(root: Array(folder.path.utf8), maximumBytes: 100)
        guard case .gone = reader.read(ImportPath("d/x.txt"), expected: nil, writers: .ignored) else {
            Issue.record("A file was read through a link.")
            return
        }
    }

    @Test func scan_deeperThanThereAreHandles_findsAllInOneWalk() throws {
        let folder = try TemporaryFolder()
        // Two ways down that part just before the handles end.
        let shared = FolderScanner.maximumHandles - 1
        let ways = ["a", "b"].map { last in (0..<shared * 3).map { $0 < shared ? "d" : last } }
        for way in ways {
            try makeDirectories(way, in: folder)
            try folder.write("x", to: way.joined(separator: "/") + "/x.txt")
        }
        try folder.write("x", to: "other.txt")
        var context = ScanContext()
        // Leaves out names where the walk begins, and nowhere else.
        context.names = [Array("d".utf8)]
        let scanner = try FolderScanner(root: Array(folder.path.utf8), context: context)
        var found: [ImportPath] = []
        var handles = 0
        var isLast = false
        while !isLast {
            let part = scanner.next(limit: 1)
            found += part.files.map(\.path)
            isLast = part.isLast
            handles = max(handles, try openHandles(in: folder))
            #expect(part.unreadable.isEmpty)
        }
        #expect(found.count == 2 && Set(found) == Set(ways.map { ImportPath($0.joined(separator: "/") + "/x.txt") }))
        // And one for the root.
        #expect((2...FolderScanner.maximumHandles + 1).contains(handles))
    }

    @Test func scan_ofALinkPutInPlaceOfADirectoryThatWaits_doesNotFollowIt() throws {
        let outside = try TemporaryFolder()
        try outside.write("x", to: "x.txt")
        let folder = try TemporaryFolder()
        let parent = Array(repeating: "d", count: FolderScanner.maximumHandles - 1)
        let ways = ["a", "b"].map { parent + [$0] }
        for way in ways {
            try makeDirectories(way, in: folder)
            try folder.write("x", to: way.joined(separator: "/") + "/x.txt")
        }
        var context = ScanContext()
        // Both are known as directories by then, and the other isn't open yet.
        context.onDirectory = { path, _ in
            for (way, other) in [(ways[0], ways[1]), (ways[1], ways[0])] where path == ImportPath(way.joined(separator: "/")) {
                let other = other.joined(separator: "/")
                try? folder.rename(other, to: "aside")
                try? folder.link(outside.path, as: other)
            }
            return false
        }
        let part = try FolderScanner(root: Array(folder.path.utf8), context: context).next(limit: .max)
        #expect(part.files.map(\.path.name).count { $0.elementsEqual("x.txt".utf8) } == 1 && part.isLast)
    }

    @Test func scan_beyondTheLongestPath_saysSo() throws {
        let folder = try TemporaryFolder()
        let name = String(repeating: "n", count: 200)
        let names = Array(repeating: name, count: FolderScanner.maximumPathBytes / 201 + 2)
        // By handles: the system takes no path of that length.
        var directory = try DirectoryHandle.open(root: Array(folder.path.utf8))
        for _ in names {
            try #require(mkdirat(directory.descriptor, name, 0o755) == 0)
            directory = try directory.openDirectory(Array(name.utf8))
        }
        let part = try FolderScanner(root: Array(folder.path.utf8)).next(limit: .max)
        #expect(part.files.map(\.kind) == [.tooLong] && part.unreadable.isEmpty)
        #expect(
            part.files.first.map { (FolderScanner.maximumPathBytes...FolderScanner.maximumPathBytes + 201).contains($0.path.bytes.count) }
                == true)
    }

    private func makeDirectories(_ names: [String], in folder: TemporaryFolder) throws {
        for count in names.indices {
            let path = names[...count].joined(separator: "/")
            if !folder.exists(path) { try folder.makeDirectory(path) }
        }
    }

    /// How many files and directories in the folder this process has open.
    private func openHandles(in folder: TemporaryFolder) throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count { name in
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + name))?.hasPrefix(folder.path) == true
        }
    }

    @Test func read_wholeFile_givesBytesAndHash() throws {
        let folder = try TemporaryFolder()
        try folder.write("abc", to: "a.txt")
        let reader = FileReader(root: Array(folder.path.utf8), maximumBytes: 3)
        guard case .content(let content) = reader.read(ImportPath("a.txt"), expected: nil, writers: .minded) else {
            Issue.record("The file was not read.")
            return
        }
        #expect(content.bytes == Array("abc".utf8) && content.stamp.size == 3)
        // FIPS 180-2, appendix B.1.
        #expect(content.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    /// A word for each outcome.
    private func outcome(_ folder: TemporaryFolder, _ name: String, expected: FileStamp? = nil, writers: WriterRule = .ignored) -> String {
        let reader = FileReader(root: Array(folder.path.utf8), maximumBytes: 3)
        return switch reader.read(ImportPath(name), expected: expected, writers: writers) {
        case .content: "content"
        case .changed: "changed"
        case .writing: "writing"
        case .tooLarge: "too large"
        case .notRegular: "not regular"
        case .gone: "gone"
        case .failure: "failure"
        }
    }

    @Test func read_whatIsNotAsExpected_isTold() throws {
        let folder = try TemporaryFolder()
        try folder.write("abcd", to: "a.txt")
        try folder.link("a.txt", as: "link.txt")
        try folder.makeFIFO("fifo.txt")
        #expect(outcome(folder, "a.txt") == "too large")
        let other = FileStamp(device: 0, inode: 0, size: 4, modifiedNanoseconds: 0, changedNanoseconds: 0)
        #expect(outcome(folder, "a.txt", expected: other) == "changed")
        #expect(outcome(folder, "fifo.txt") == "not regular" && outcome(folder, "link.txt") == "not regular")
        #expect(outcome(folder, "none.txt") == "gone" && outcome(folder, "none/a.txt") == "gone")
    }

    @Test func read_openForWriting_isTold() throws {
        let folder = try TemporaryFolder()
        do {
            let writer = try OpenFile(folder.full("a.txt"))
            try writer.write("x")
            #expect(outcome(folder, "a.txt", writers: .minded) == "writing" && outcome(folder, "a.txt", writers: .suspected) == "writing")
            #expect(outcome(folder, "a.txt") == "content")
            try writer.write("y")
        }
        #expect(outcome(folder, "a.txt", writers: .minded) == "content" && outcome(folder, "a.txt", writers: .suspected) == "content")
    }

    @Test func move_ofAFileThatIsReplacedMeanwhile_movesNoOtherVersion() async throws {
        let folder = try TemporaryFolder()
        let filing = Filing(root: Array(folder.path.utf8))
        let path = ImportPath("a.txt")
        for round in 0..<300 {
            try folder.write("known", to: "a.txt")
            try folder.write("other version", to: ".next.tmp")
            let stamp = try DirectoryHandle.open(root: Array(folder.path.utf8)).status(Array("a.txt".utf8)).stamp
            let target = ImportPath("done/\(round).txt")
            async let replacing: Void = folder.rename(".next.tmp", to: "a.txt")
            let move = filing.move(path, stamp, to: target)
            try await replacing
            switch move {
            case .moved:
                #expect(try folder.read("done/\(round).txt") == Array("known".utf8))
                #expect(try folder.read("a.txt") == Array("other version".utf8))
            case .changed:
                #expect(!folder.exists("done/\(round).txt"))
                #expect(try folder.read("a.txt") == Array("other version".utf8))
            // Between the look at the folder and the move there was no file for a moment.
            default: Issue.record("\(move)")
            }
        }
    }

    @Test func backOff_doublesToItsLimit() {
        let delays = (1...11).map { ImportSettings.backOff(attempt: $0, longest: .seconds(300)) }
        #expect(delays == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300].map { .seconds($0) })
    }

    @Test func racy_dependsOnTheTickOfTheFileSystem() {
        let now = Timestamp(milliseconds: 1_000_000)
        func stamp(_ nanoseconds: Int64) -> FileStamp {
            FileStamp(device: 1, inode: 1, size: 1, modifiedNanoseconds: nanoseconds, changedNanoseconds: nanoseconds)
        }
        #expect(stamp(999_000_000_000).isRacy(at: now) && !stamp(997_000_000_000).isRacy(at: now))
        #expect(stamp(999_990_000_123).isRacy(at: now) && !stamp(999_900_000_123).isRacy(at: now))
        // The time of writing was set.
        #expect(
            FileStamp(device: 1, inode: 1, size: 1, modifiedNanoseconds: 5, changedNanoseconds: 999_990_000_123).isRacy(at: now))
    }
}
