import DatelineModels
import ServiceLifecycle

/// Warns where the watched folder isn't followed as it should be. Looked up now and then and not when somebody asks, who would wait with
/// the importer where the folder's file system hangs.
struct InboxWatch: Service {
    let control: any ImportControl
    let warnings: StandingWarnings

    private static let interval = Duration.seconds(2)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            repeat { note(await control.status()) } while (try? await Task.sleep(for: Self.interval)) != nil
        }
    }

    private func note(_ status: ImportStatus) {
        guard !status.isOK || status.watcher?.mode == .degraded else { return warnings.clear(.inbox) }
        let reason = (status.reason ?? status.watcher?.reason).map { " (\($0))" } ?? ""
        warnings.raise(.inbox, "The watched folder isn't followed as it should be\(reason); see GET /v1/imports/status.")
    }
}
