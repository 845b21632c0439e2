import DatelineModels
import DatelineSQLite
import Logging
import ServiceLifecycle

/// Ends the program once its store can't be trusted any more, so that whoever watches over it starts it anew: what is on the disk
/// is only known after the database has been opened again.
struct StoreGuard: Service {
    let store: SQLiteStore
    let warnings: StandingWarnings
    let logger: Logger

    /// Ends the services; the program then ends with 74, or with 65 where the database is damaged.
    struct StoreFailed: Error {
        let cause: String
        let isDamage: Bool
    }

    /// Between two looks at the files, which writes look at too.
    private static let interval: Duration = .seconds(5)
    /// Before a large database is looked through.
    private static let headStart: Duration = .seconds(1)
    /// Before that is tried again, where it couldn't be done.
    private static let secondTry: Duration = .seconds(600)

    func run() async throws {
        let cause = await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self, returning: StoreAlarm.Cause?.self) { group in
                group.addTask {
                    var log = LogWatch(warnings: warnings, logger: logger)
                    var foreignWrites = 0
                    while (try? await Task.sleep(for: Self.interval)) != nil {
                        store.checkFiles()
                        log.note(store.logBytes)
                        if store.foreignWrites > foreignWrites {
                            foreignWrites = store.foreignWrites
                            logger.error(
                                "another program has written into the database, which may damage it: end that program, restart, run dateline check"
                            )
                            warnings.raise(
                                .foreignWriter,
                                "Another program has written into the database, which may damage it: end that program, restart, run dateline check."
                            )
                        }
                    }
                }
                // The start comes first.
                group.addTask {
                    var pause = Self.headStart
                    while (try? await Task.sleep(for: pause)) != nil, await store.checkPages() == .unknown { pause = Self.secondTry }
                }
                defer { group.cancelAll() }
                return await store.alarm.wait()
            }
        }
        guard let cause else { return }
        logger.critical("the store can't be trusted any more; the service ends", metadata: ["error": "\(cause.error)"])
        throw StoreFailed(cause: Self.text(cause.error), isDamage: cause.isDamage)
    }

    private static func text(_ error: RepositoryError) -> String {
        guard case .unavailable(_, let cause) = error else { return String(describing: error) }
        return cause
    }
}
