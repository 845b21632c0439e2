import CFiles
import DatelineModels
import Glibc

extension DirectoryHandle {
    /// Opens a directory, making it if there is none.
    func makeDirectory(_ name: [UInt8]) throws(SystemFailure) -> DirectoryHandle {
        let result = name.withCString { mkdirat(descriptor, $0, 0o777) }
        guard result == 0 || errno == EEXIST else { throw .last }
        return try openDirectory(name)
    }

    /// Moves a file into another directory of the same file system, never over another one.
    ///
    /// - Throws: with `EEXIST` where the name is taken.
    func rename(_ name: [UInt8], to newName: [UInt8], in folder: DirectoryHandle) throws(SystemFailure) {
        let code = name.withCString { old in
            newName.withCString { new in dateline_rename_new(descriptor, old, folder.descriptor, new) }
        }
        switch code {
        case 0: return
        case EINVAL, ENOSYS: try renameByLink(name, to: newName, in: folder)
        default: throw SystemFailure(code: code)
        }
    }

    /// The same where the file system or the kernel has no such call: by a second name, and then taking away the first.
    private func renameByLink(_ name: [UInt8], to newName: [UInt8], in folder: DirectoryHandle) throws(SystemFailure) {
        let linked = name.withCString { old in newName.withCString { new in linkat(descriptor, old, folder.descriptor, new, 0) } }
        if linked == 0 {
            guard name.withCString({ unlinkat(descriptor, $0, 0) }) == 0 else { throw .last }
            return
        }
        // Some file systems know no second names. Nobody but the program puts files there.
        guard errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS else { throw .last }
        if (try? folder.status(newName)) != nil { throw SystemFailure(code: EEXIST) }
        let renamed = name.withCString { old in newName.withCString { new in renameat(descriptor, old, folder.descriptor, new) } }
        guard renamed == 0 else { throw .last }
    }

    /// Writes a whole file: under another name first, then renamed into place. It isn't synced: for what can be written again.
    func write(_ bytes: [UInt8], to name: [UInt8]) throws(SystemFailure) {
        let temporary = Array(".dateline-".utf8) + String(getpid()).utf8 + Array(".tmp".utf8)
        let file = temporary.withCString { openat(descriptor, $0, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644) }
        guard file >= 0 else { throw .last }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let failure = SystemFailure.last
                close(file)
                throw failure
            }
            rest = rest.dropFirst(count)
        }
        close(file)
        let renamed = temporary.withCString { old in name.withCString { new in renameat(descriptor, old, descriptor, new) } }
        guard renamed == 0 else { throw .last }
    }

    func remove(_ name: [UInt8]) {
        _ = name.withCString { unlinkat(descriptor, $0, 0) }
    }
}
