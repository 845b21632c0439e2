import Foundation

/// What the file `dateline.lock` says: on its first line the process that has the folder, and which start of the machine it is since
/// which all of the others have been open; on the others, for each database of the folder that isn't cleanly closed, its name.
struct LockNote: Equatable {
    var process: Int32?
    /// nil where it isn't known, or isn't the same for all.
    var boot: String?
    var open: Set<String>

    init(_ text: String) {
        let lines = text.split(separator: "\n")
        let first = lines.first?.split(separator: " ") ?? []
        process = first.first.flatMap { Int32($0) }
        boot = first.count > 1 ? String(first[1]) : nil
        open = Set(lines.dropFirst().map(String.init))
    }

    var text: String {
        let first = [process.map(String.init), boot].compactMap(\.self).joined(separator: " ")
        return ([first] + open.sorted()).map { $0 + "\n" }.joined()
    }

    /// Notes that a database is open, or that losing its log is harmless from now on.
    mutating func setOpen(_ isOpen: Bool, _ name: String, boot current: String?) {
        open.remove(name)
        guard isOpen else { return }
        // Of those that were left by a power cut what was in memory is gone.
        if open.isEmpty || boot != current { boot = open.isEmpty ? current : nil }
        open.insert(name)
    }

    /// Changes with each start of the machine; nil where the system doesn't say.
    static let currentBoot: String? = {
        let file = Glibc.open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = max(0, read(file, &bytes, bytes.count))
        let text = String(decoding: bytes.prefix(count), as: UTF8.self)
        let id = text.trimmingCharacters(in: .whitespacesAndNewlines)
        return id.isEmpty || id.contains(" ") ? nil : id
    }()
}
