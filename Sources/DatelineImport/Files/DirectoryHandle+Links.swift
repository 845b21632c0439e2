import DatelineModels
import Glibc

// Links are followed by hand: what a link says is taken as a path from the folder it lies in, and that path is gone through by handles,
// as every other is. So a link to another link, through one, or out of the root leads nowhere, whatever is put there meanwhile.
extension DirectoryHandle {
    /// The regular file that a symbolic link stands for, in this directory, which is the root.
    ///
    /// - Parameters:
    ///   - link: the link's path from the root.
    ///   - root: the absolute path of the root, by which links may name it.
    /// - Returns: the file's path, and what the file system says of it; nil where the link stands for no regular file in the root, or for
    ///   one that is read under its own name.
    func linkedFile(_ link: ImportPath, root: [UInt8]) throws(SystemFailure) -> (path: ImportPath, status: FileStatus)? {
        let (folder, name) = try parent(of: link)
        guard let target = Self.target(try folder.text(ofLink: name), from: link, root: root), !target.isReadByItself else { return nil }
        do {
            let (directory, name) = try parent(of: target)
            let status = try directory.status(name)
            return status.kind == .file ? (target, status) : nil
        } catch {
            // It leads nowhere, or through another link.
            if error.isAbsence || error.code == ELOOP { return nil }
            throw error
        }
    }

    /// Opens a file without waiting, one name at a time from the root down; where the last one is a link, the file it stands for.
    ///
    /// - Returns: a descriptor that the caller closes.
    static func openFile(_ path: ImportPath, root: [UInt8], followsLinks: Bool) throws(SystemFailure) -> Int32 {
        do {
            return try openFile(path, root: root)
        } catch {
            guard followsLinks, error.code == ELOOP, let file = try open(root: root).linkedFile(path, root: root) else { throw error }
            return try openFile(file.path, root: root)
        }
    }

    /// nil where it leads out of the root, or to the root itself.
    private static func target(_ text: [UInt8], from link: ImportPath, root: [UInt8]) -> ImportPath? {
        var names = link.names.dropLast()
        var text = text[...]
        if text.first == ImportPath.separator {
            guard text.starts(with: root), text.dropFirst(root.count).first == ImportPath.separator else { return nil }
            text = text.dropFirst(root.count)
            names = []
        }
        for name in text.split(separator: ImportPath.separator) where !name.elementsEqual(".".utf8) {
            if !name.elementsEqual("..".utf8) {
                names.append(Array(name))
            } else if names.popLast() == nil {
                return nil
            }
        }
        return names.isEmpty ? nil : ImportPath(bytes: Array(names.joined(separator: [ImportPath.separator])))
    }

    private func text(ofLink name: [UInt8]) throws(SystemFailure) -> [UInt8] {
        var failure: SystemFailure?
        let capacity = Int(PATH_MAX)
        let text = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            // It has room, so there is an address.
            guard let address = buffer.baseAddress else { return }
            let got = name.withCString { readlinkat(descriptor, $0, address, capacity) }
            if got < 0 { failure = .last } else { count = got }
        }
        if let failure { throw failure }
        return text
    }
}

extension ImportPath {
    /// Whether a look through the root takes a regular file there for one that may hold articles.
    fileprivate var isReadByItself: Bool {
        !names.contains(where: NameRules.isIgnored) && FileType(of: self) != .unsupported
    }
}
