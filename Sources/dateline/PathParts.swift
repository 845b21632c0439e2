/// A path taken apart at its last slash. Not by way of Foundation, whose `deletingLastPathComponent` traps on a name of one character.
struct PathParts {
    /// What the last name lies in: `.` where there is nothing before it.
    let folder: String
    let name: String

    init(_ path: String) {
        var bytes = Array(path.utf8)[...]
        while bytes.count > 1, bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else {
            (folder, name) = (".", String(decoding: bytes, as: UTF8.self))
            return
        }
        folder = slash == bytes.startIndex ? "/" : String(decoding: bytes[..<slash], as: UTF8.self)
        name = String(decoding: bytes[bytes.index(after: slash)...], as: UTF8.self)
    }
}
