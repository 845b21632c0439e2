import Foundation

/// What the file `dateline.lock` says: on its first line the process that has the folder, which start of the machine it is since which all
/// of the others have been open, and the ``Incarnation`` of each of these, `-` where it isn't known; on the lines after that, for each database
/// of the folder that isn't cleanly closed, its name. A blank line ends it.
struct LockNote: Equatable {
    var process: Int32?
    /// nil where it isn't known, or isn't the same for all.
    var boot: String?
    /// By name; nil where a database has no incarnation that could be told from others.
    private var open: [String: Incarnation?] = [:]

    private static let unknown = "-"

    /// Earlier versions wrote, and understand, two words on the first line.
    init(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let first = lines.first?.split(separator: " ") ?? []
        process = first.first.flatMap { Int32($0) }
        boot = first.count > 1 && first[1] != Self.unknown ? String(first[1]) : nil
        let names = lines.dropFirst().prefix { !$0.isEmpty }
        let incarnations = first.dropFirst(2)
        let areKnown = incarnations.count == names.count
        for (name, incarnation) in zip(names, areKnown ? Array(incarnations) : Array(repeating: "", count: names.count)) {
            open[String(name)] = .some(Incarnation(incarnation))
        }
    }

    var text: String {
        let names = open.keys.sorted()
        let incarnations = names.map { incarnation(of: $0)?.description ?? Self.unknown }
        let isKnown = incarnations.contains { $0 != Self.unknown }
        let first = [process.map(String.init), boot ?? (isKnown ? Self.unknown : nil)].compactMap(\.self) + (isKnown ? incarnations : [])
        return ([first.joined(separator: " ")] + names).map { $0 + "\n" }.joined() + "\n"
    }

    var isEmpty: Bool { open.isEmpty }

    /// Whether the database wasn't cleanly closed.
    func isOpen(_ name: String) -> Bool { open[name] != nil }

    /// The same, told by the file.
    func isOpen(_ incarnation: Incarnation) -> Bool { open.values.contains(incarnation) }

    /// That the database had when it was last open; nil where it isn't known.
    func incarnation(of name: String) -> Incarnation? { open[name].flatMap(\.self) }

    /// Whether the file of that name is known to be another one than was open, as after a restore.
    func isReplaced(_ name: String, by incarnation: Incarnation) -> Bool {
        self.incarnation(of: name).map { $0 != incarnation } ?? false
    }

    /// Notes that a database is open, or that losing its log is harmless from now on.
    mutating func setOpen(_ isOpen: Bool, _ name: String, _ incarnation: Incarnation? = nil, boot current: String?) {
        // What a file was called before it got this name is of no account any more.
        let numbers = [self.incarnation(of: name), incarnation].compactMap(\.self)
        open = open.filter { known in known.key != name && !(known.value.map(numbers.contains) ?? false) }
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
