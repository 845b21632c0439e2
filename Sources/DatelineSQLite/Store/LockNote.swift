import Foundation

/// What the file `dateline.lock` says: on its first line the process that has the folder, and which start of the machine it is since
/// which all of the others have been open; on the others, for each database of the folder that isn't cleanly closed, its name and, behind
/// a tab, its ``Incarnation``.
struct LockNote: Equatable {
    var process: Int32?
    /// nil where it isn't known, or isn't the same for all.
    var boot: String?
    /// By name; nil where a database has no incarnation that could be told from others.
    private(set) var open: [String: Incarnation?]

    init(_ text: String) {
        let lines = text.split(separator: "\n")
        let first = lines.first?.split(separator: " ") ?? []
        process = first.first.flatMap { Int32($0) }
        boot = first.count > 1 ? String(first[1]) : nil
        open = [:]
        for line in lines.dropFirst() {
            if let tab = line.lastIndex(of: "\t"), let incarnation = Incarnation(String(line[line.index(after: tab)...])) {
                open[String(line[..<tab])] = incarnation
            } else {
                // As versions before this one wrote it.
                open[String(line)] = .some(nil)
            }
        }
    }

    var text: String {
        let first = [process.map(String.init), boot].compactMap(\.self).joined(separator: " ")
        let databases = open.sorted { $0.key < $1.key }.map { name, incarnation in
            incarnation.map { "\(name)\t\($0.description)" } ?? name
        }
        return ([first] + databases).map { $0 + "\n" }.joined()
    }

    /// Whether the database wasn't cleanly closed.
    func isOpen(_ name: String) -> Bool { open[name] != nil }

    /// That the database had when it was last open; nil where it isn't known.
    func incarnation(of name: String) -> Incarnation? { open[name].flatMap(\.self) }

    /// Whether the file of that name is known to be another one than was open, as after a restore.
    func isReplaced(_ name: String, by incarnation: Incarnation?) -> Bool {
        self.incarnation(of: name).map { $0 != incarnation } ?? false
    }

    /// Notes that a database is open, or that losing its log is harmless from now on.
    mutating func setOpen(_ isOpen: Bool, _ name: String, _ incarnation: Incarnation? = nil, boot current: String?) {
        open.removeValue(forKey: name)
        guard isOpen else { return }
        // Of those that were left by a power cut what was in memory is gone.
        if open.isEmpty || boot != current { boot = open.isEmpty ? current : nil }
        open[name] = .some(incarnation)
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
