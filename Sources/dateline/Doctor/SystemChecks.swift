import DatelineModels
import Foundation
import Glibc

/// What the system gives to the program.
struct SystemChecks {
    let allowsRoot: Bool

    /// - Parameter limits: what serve does with the limits; gives what it would warn of, throws what it would end with.
    func findings(_ limits: () throws -> [LimitOptions.Note]) -> [Finding] {
        [user()] + self.limits(limits) + [zones(), clock(), durability()].compactMap(\.self)
    }

    private func user() -> Finding {
        guard RootOption.isRoot else { return .ok("user", "runs as user \(geteuid())") }
        return allowsRoot
            ? .warning(
                "user", "this is root: the service could read every file that is put, or linked, into the inbox",
                "run it as a user of its own")
            : .problem("user", "this is root, as which serve doesn't run", "run it as a user of its own, or say --allow-root")
    }

    private func limits(_ limits: () throws -> [LimitOptions.Note]) -> [Finding] {
        do {
            let warnings = try limits().map { Finding.warning("limits", $0.text, $0.advice) }
            return warnings.isEmpty ? [.ok("limits", "up to \(LimitOptions.openFiles()) open files")] : warnings
        } catch {
            return [.problem("limits", error)]
        }
    }

    private func zones() -> Finding {
        TimeZone(identifier: "Asia/Kathmandu") == nil
            ? .problem("time", "there is no data on time zones: every tz but UTC is refused", "install tzdata, or set TZDIR to where it is")
            : .ok("time", "time zones are known")
    }

    private func clock() -> Finding? {
        let now = Timestamp.now()
        guard now < Self.earliest || now > Self.latest else { return nil }
        return .warning("time", "the clock says \(now)", "set it: ids and times of creation are made of it")
    }

    // 2025-01-01 and 2100-01-01.
    private static let earliest = Timestamp(milliseconds: 1_735_689_600_000)
    private static let latest = Timestamp(milliseconds: 4_102_444_800_000)

    private func durability() -> Finding? {
        guard ProcessInfo.processInfo.environment["LD_PRELOAD"]?.contains("eatmydata") == true else { return nil }
        return .problem(
            "disk", "libeatmydata is loaded, which leaves out every sync: writes that were acknowledged can be lost", "unset LD_PRELOAD")
    }
}
