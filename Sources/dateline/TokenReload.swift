import DatelineHTTP
import Logging
import ServiceLifecycle
import UnixSignals

/// Has the service take up its tokens file anew: on SIGHUP, and when a look every two seconds finds that it has changed, since in a
/// container nobody sends signals when a secret is replaced. A file that can't be used leaves the tokens as they are.
struct TokenReload: Service {
    /// The tokens in use, and the file they were read from, as it was just before.
    struct Tokens: Sendable {
        let file: TokensFile
        let stamp: TokensFile.Stamp?
        let access: AccessControl

        /// - Throws: ``CommandFailure``.
        init(_ path: String) throws {
            file = TokensFile(path: path)
            stamp = file.stamp
            access = AccessControl(try file.read())
        }
    }

    /// nil: there are no tokens, and SIGHUP is only kept from ending the program.
    let tokens: Tokens?
    let warnings: StandingWarnings
    let logger: Logger

    static let interval: Duration = .seconds(2)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask {
                    for await _ in await UnixSignalsSequence(trapping: .sighup) { reload(because: "SIGHUP") }
                }
                if let tokens {
                    group.addTask {
                        var seen = tokens.stamp
                        while (try? await Task.sleep(for: Self.interval)) != nil {
                            let stamp = tokens.file.stamp
                            if stamp != seen { reload(because: "the file changed") }
                            seen = stamp
                        }
                    }
                }
            }
        }
    }

    private func reload(because reason: String) {
        guard let tokens else { return }
        do {
            let list = try tokens.file.read()
            tokens.access.replace(with: list)
            warnings.clear(.tokens)
            logger.notice("tokens taken up anew", metadata: ["because": "\(reason)", "tokens": "\(list.tokens.count)"])
        } catch {
            let text = (error as? CommandFailure)?.message ?? "\(error)"
            logger.error("the tokens stay as they were", metadata: ["because": "\(reason)", "error": "\(text)"])
            warnings.raise(.tokens, "The tokens file can't be used, and the tokens stay as they were; the log says why.")
        }
    }
}
