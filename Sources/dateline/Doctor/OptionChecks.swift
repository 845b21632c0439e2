import ArgumentParser

/// Options that lead to nothing outside of the program, or that exclude each other: whether serve would take them.
struct OptionChecks {
    let options: ServeOptions
    let settings: Settings

    private static let topic = "options"

    /// All that is wrong with them, of which serve would name the first.
    func findings() -> [Finding] {
        let problems = [
            finding { _ = try options.configuration(settings) },
            finding { _ = try options.rawOptions.checked(settings) },
            finding { _ = try options.retention(settings) },
            finding { _ = try options.isReadOnly(settings) },
            finding { _ = try settings.flag(options.databaseOptions.acceptLoss, "accept-loss") },
            finding { _ = try options.loggingOptions.checked(settings) },
            inbox(),
        ]
        .compactMap(\.self)
        return problems.isEmpty ? [.ok(Self.topic, "serve takes them")] : problems
    }

    /// Where no folder is watched; of one that is, ``InboxChecks`` tells.
    private func inbox() -> Finding? {
        finding {
            guard try settings.value(options.inboxOptions.inbox, "inbox") == nil else { return }
            _ = try options.inboxOptions.checked(settings, database: try options.databaseOptions.path(settings))
        }
    }

    private func finding(_ check: () throws -> Void) -> Finding? {
        do {
            try check()
            return nil
        } catch {
            return .problem(Self.topic, error)
        }
    }
}
