import Foundation
import Glibc

/// The watched folder, and whether the system will tell of changes in it.
struct InboxChecks {
    let inbox: String

    private static let topic = "inbox"
    /// Folders that are counted before it is taken for granted that there are many.
    private static let counted = 200_000

    /// - Parameter check: what serve does before it starts; throws what it would end with.
    func findings(_ check: () throws -> Void) -> [Finding] {
        do {
            try check()
        } catch {
            return [.problem(Self.topic, error)]
        }
        return [.ok(Self.topic, "\(inbox) can be followed")] + [instances(), watches()].compactMap(\.self)
    }

    private func instances() -> Finding? {
        let descriptor = inotify_init1(Int32(IN_CLOEXEC))
        guard descriptor < 0 else {
            close(descriptor)
            return nil
        }
        return .warning(
            Self.topic, "the system gives no more inotify instances to this user; changes are found by looking, some seconds later",
            "sysctl fs.inotify.max_user_instances=512")
    }

    private func watches() -> Finding? {
        guard let text = try? String(contentsOfFile: "/proc/sys/fs/inotify/max_user_watches", encoding: .utf8),
            let limit = Int(text.trimmingCharacters(in: .whitespacesAndNewlines))
        else { return nil }
        let folders = folders(atMost: min(limit, Self.counted))
        guard folders * 10 >= limit * 9 else {
            return .ok(Self.topic, "\(folders) folders; the system watches up to \(limit)")
        }
        return .warning(
            Self.topic,
            "it has \(folders) folders or more, and the system watches \(limit); the others are looked through, some seconds later",
            "sysctl fs.inotify.max_user_watches=\(limit * 4)")
    }

    private func folders(atMost most: Int) -> Int {
        var waiting = [inbox]
        var count = 0
        while let folder = waiting.popLast(), count < most {
            count += 1
            guard let handle = opendir(folder) else { continue }
            defer { closedir(handle) }
            while let entry = readdir(handle) {
                guard entry.pointee.d_type == UInt8(DT_DIR) else { continue }
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name != ".", name != ".." { waiting.append(folder + "/" + name) }
            }
        }
        return count
    }
}
