import DatelineModels
import Foundation
import Glibc

/// A folder of its own for a test, removed with the value. Names are bytes, as the file system has them.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        var template = Array("/tmp/dateline-import-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure(call: "mkdtemp", code: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    struct Failure: Error {
        let call: String
        let code: Int32
    }

    func full(_ name: String) -> [UInt8] { full(Array(name.utf8)) }
    func full(_ name: [UInt8]) -> [UInt8] { Array(path.utf8) + [0x2F] + name }

    func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: Array(name.utf8)) }

    func write(_ bytes: [UInt8], to name: [UInt8]) throws {
        let writer = try OpenFile(full(name))
        try writer.write(bytes)
    }

    func exists(_ name: String) -> Bool { full(name).withPath { access($0, F_OK) } == 0 }

    func read(_ name: String) throws -> [UInt8] { try Array(Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))) }

    func makeDirectory(_ name: String) throws {
        try call("mkdir") { full(name).withPath { mkdir($0, 0o755) } }
    }

    func delete(_ name: String) throws {
        try call("unlink") { full(name).withPath { unlink($0) } }
    }

    func rename(_ old: [UInt8], to new: [UInt8]) throws {
        try call("rename") { old.withPath { old in new.withPath { Glibc.rename(old, $0) } } }
    }

    func rename(_ old: String, to new: String) throws { try rename(full(old), to: full(new)) }

    func link(_ target: String, as name: String) throws {
        try call("symlink") { full(name).withPath { symlink(target, $0) } }
    }

    func makeFIFO(_ name: String) throws {
        try call("mkfifo") { full(name).withPath { mkfifo($0, 0o644) } }
    }

    /// Sets when the file was last written, in seconds before now.
    func age(_ name: String, by seconds: Int) throws {
        var times = [timespec(tv_sec: time(nil) - seconds, tv_nsec: 0), timespec(tv_sec: time(nil) - seconds, tv_nsec: 0)]
        try call("utimensat") { full(name).withPath { utimensat(AT_FDCWD, $0, &times, 0) } }
    }

    private func call(_ name: String, _ body: () -> Int32) throws {
        guard body() == 0 else { throw Failure(call: name, code: errno) }
    }
}

/// A file that stays open for writing until the value goes.
final class OpenFile {
    private let descriptor: Int32

    init(_ path: [UInt8], appending: Bool = false) throws {
        descriptor = path.withPath { open($0, O_WRONLY | O_CREAT | (appending ? O_APPEND : O_TRUNC), 0o644) }
        guard descriptor >= 0 else { throw TemporaryFolder.Failure(call: "open", code: errno) }
    }

    deinit { close(descriptor) }

    func write(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw TemporaryFolder.Failure(call: "write", code: errno) }
            rest = rest.dropFirst(count)
        }
    }

    func write(_ text: String) throws { try write(Array(text.utf8)) }
}

extension [UInt8] {
    func withPath<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        (map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return withUnsafePointer(to: 0) { body($0) } }
            return body(start)
        }
    }
}

/// A page as the harness of the plans writes it.
func page(_ name: String) -> String {
    "Headline \(name) brings news to the harbour\nBy A Reporter\n2024-05-01\n\nBody of \(name), long enough to be an article. It has two sentences.\n"
}
