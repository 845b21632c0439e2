import Glibc

/// The absolute form of a folder's path, under which the ledger knows it.
enum RootPath {
    /// Without `.`, `..`, doubled or trailing slashes. Links are left as they are: the name is what the operator knows.
    static func absolute(_ path: [UInt8]) -> [UInt8] {
        let full = path.first == UInt8(ascii: "/") ? path : currentDirectory() + [UInt8(ascii: "/")] + path
        var names: [ArraySlice<UInt8>] = []
        for name in full.split(separator: UInt8(ascii: "/")) {
            if name.elementsEqual(".".utf8) { continue }
            if name.elementsEqual("..".utf8) {
                _ = names.popLast()
            } else {
                names.append(name)
            }
        }
        return names.isEmpty ? [UInt8(ascii: "/")] : names.flatMap { [UInt8(ascii: "/")] + $0 }
    }

    private static func currentDirectory() -> [UInt8] {
        guard let path = getcwd(nil, 0) else { return [] }
        defer { free(path) }
        return Array(UnsafeBufferPointer(start: path, count: strlen(path))).map { UInt8(bitPattern: $0) }
    }
}
