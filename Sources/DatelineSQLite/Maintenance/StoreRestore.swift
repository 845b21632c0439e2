public import DatelineModels
import GRDB

/// Takes up what ``StoreExport`` handed over, each resource under its id.
public struct StoreRestore: Sendable {
    public enum Effect: Sendable {
        case created, replaced, unchanged
    }

    let writer: Writer

    /// Stores resources in one transaction, in their order; what they refer to must be stored already or come before them. One that
    /// is there under its id is replaced; tags and sources are also the same where their names are.
    ///
    /// The super-events of new events are left out, as they may come later: see ``link(superEvents:)``.
    ///
    /// - Returns: one result for each, in order; of a failed one nothing is stored. `.conflict` where a name, an URL or an
    ///   identifier is another's, or the id a deleted one's; `.invalid` where something referred to isn't there.
    public func store(_ resources: [PortableResource]) async throws(RepositoryError) -> [Result<Effect, RepositoryError>] {
        try await writer.write { context in
            resources.map { resource in
                do {
                    return .success(try context.savepoint { try RestoreWriter(context).store(resource) })
                } catch {
                    return .failure(ErrorTranslation.translate(error))
                }
            }
        }
    }

    /// Puts events under their super-events.
    ///
    /// - Returns: one result for each, in order.
    public func link(superEvents: [(event: ResourceID, superEvent: ResourceID)]) async throws(RepositoryError) -> [Result<
        Void, RepositoryError
    >] {
        try await writer.write { context in
            superEvents.map { link in
                do {
                    return .success(try context.savepoint { try RestoreWriter(context).put(link.event, under: link.superEvent) })
                } catch {
                    return .failure(ErrorTranslation.translate(error))
                }
            }
        }
    }
}
