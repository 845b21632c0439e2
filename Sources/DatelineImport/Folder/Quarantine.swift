import Crypto
import DatelineJSON
import DatelineModels
import Foundation

/// Notes for people about files that failed: one small JSON file each, gone again when the file is taken.
struct Quarantine: Sendable {
    /// Of the database's folder.
    let dataFolder: [UInt8]

    private static let folders = ["import", "failed"].map { Array($0.utf8) }
    private static let longestName = 80

    /// `<16 digits of the path's hash>-<the name's beginning>.reason.json`
    static func name(for path: ImportPath) -> [UInt8] {
        let hash = Array(SHA256.hash(data: path.bytes).prefix(8).hexadecimal.utf8)
        let shown = path.name.prefix(longestName).map { byte -> UInt8 in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): byte
            case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): byte
            default: UInt8(ascii: "_")
            }
        }
        return hash + [UInt8(ascii: "-")] + shown + Filing.reasonEnding
    }

    func write(_ record: ImportRecord) throws(SystemFailure) {
        try folder(makes: true).write(Self.note(on: record), to: Self.name(for: record.path))
    }

    func remove(_ path: ImportPath) {
        try? folder(makes: false).remove(Self.name(for: path))
    }

    /// The names of the notes that are there.
    func names() -> Set<[UInt8]> {
        var names: Set<[UInt8]> = []
        guard let folder = try? folder(makes: false) else { return names }
        while let entry = try? folder.next() {
            if entry.name.suffix(Filing.reasonEnding.count).elementsEqual(Filing.reasonEnding) { names.insert(entry.name) }
        }
        return names
    }

    /// Removes notes by their own names.
    func remove(names: some Sequence<[UInt8]>) {
        guard let folder = try? folder(makes: false) else { return }
        for name in names { folder.remove(name) }
    }

    private func folder(makes: Bool) throws(SystemFailure) -> DirectoryHandle {
        var folder = try DirectoryHandle.open(root: dataFolder)
        for name in Self.folders { folder = try makes ? folder.makeDirectory(name) : folder.openDirectory(name) }
        return folder
    }

    /// What stands in a note.
    static func note(on record: ImportRecord) -> [UInt8] {
        let fault = record.errors.first
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("path", string: record.path.text)
        writer.member("pathBase64", string: Data(record.path.bytes).base64EncodedString())
        writer.member("size", integer: record.stamp.map { Int($0.size) })
        writer.member("mtime", time: record.stamp.map { Timestamp(milliseconds: $0.modifiedNanoseconds / 1_000_000) })
        writer.member("sha256", string: record.sha256)
        writer.member("reason", string: record.reason)
        writer.member("detail", string: record.detail)
        writer.member("line", integer: fault?.line)
        writer.member("byte_offset", integer: fault?.byteOffset)
        writer.member("excerpt", string: fault?.excerpt)
        writer.member("attempts", integer: record.attempts)
        writer.member("parser_version", integer: record.parserVersion)
        writer.member("hint", string: hint(for: record.reason ?? ""))
        writer.endObject()
        return writer.bytes + [0x0A]
    }

    private static func hint(for reason: String) -> String {
        switch reason {
        case "parse-failed", "records-refused", "store-refused", "entity-forbidden":
            "Mend the file where line and byte_offset say, and save it; it is then tried again by itself."
        case "binary-content": "Only text is read. If this is a page, save it as text or HTML in UTF-8."
        case "too-large": "Cut the file into smaller ones, or hand over many records as JSON lines (.jsonl), which may have any size."
        case "no-article-content": "No headline was found. See what is read of the file with POST /v1/imports/preview."
        case "parser-crashed", "parser-timeout":
            "Please report this file to the makers of Dateline. It isn't tried again before it changes, or you ask with POST /v1/imports/{id}/retry."
        case "path-too-long": "Move the file to a shorter path."
        default: "Remove the cause, then ask with POST /v1/imports/{id}/retry."
        }
    }
}
