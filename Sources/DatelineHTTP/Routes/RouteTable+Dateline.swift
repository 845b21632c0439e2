import DatelineModels
import HTTPTypes
import Hummingbird

extension HTTPService {
    /// Every address there is.
    public var routes: RouteTable {
        var table = RouteTable()
        table.add(.get, "/v1", service.index)
        table.add(.get, "/livez", scope: .open, service.live)
        table.add(.get, "/readyz", service.ready)
        table.add(.get, "/metrics", offers: [.plainTextUTF8], service.metrics)
        table.add(.get, "/openapi.yaml", offers: [.yaml], service.openAPIYAML)
        table.add(.get, "/openapi.json", service.openAPIJSON)
        table.add(.get, "/problems/{slug}", offers: [.plainTextUTF8], service.problem)

        table.add(.get, "/v1/articles", offers: Self.collection, articles.list)
        table.add(.post, "/v1/articles", articles.create)
        table.add(.post, "/v1/articles/batch", batch.create)
        table.add(.get, "/v1/articles/facets", articles.facets)
        table.add(.get, "/v1/articles/{id}", articles.get)
        table.add(.put, "/v1/articles/{id}", articles.put)
        table.add(.patch, "/v1/articles/{id}", articles.patch)
        table.add(.delete, "/v1/articles/{id}", offers: [], articles.delete)
        table.add(.get, "/v1/articles/{id}/provenance", readings.provenance)
        table.add(.get, "/v1/articles/{id}/raw", offers: [.octetStream], readings.raw)
        table.add(.put, "/v1/articles/{id}/mentions/{entityId}", offers: [], articles.linkEntity)
        table.add(.delete, "/v1/articles/{id}/mentions/{entityId}", offers: [], articles.unlinkEntity)
        table.add(.put, "/v1/articles/{id}/events/{eventId}", offers: [], articles.linkEvent)
        table.add(.delete, "/v1/articles/{id}/events/{eventId}", offers: [], articles.unlinkEvent)

        table.add(.get, "/v1/entities", offers: Self.collection, entities.list)
        table.add(.post, "/v1/entities", entities.create)
        table.add(.get, "/v1/entities/{id}", entities.get)
        table.add(.put, "/v1/entities/{id}", entities.put)
        table.add(.patch, "/v1/entities/{id}", entities.patch)
        table.add(.delete, "/v1/entities/{id}", offers: [], entities.delete)

        table.add(.get, "/v1/events", offers: Self.collection, events.list)
        table.add(.post, "/v1/events", events.create)
        table.add(.get, "/v1/events/{id}", events.get)
        table.add(.put, "/v1/events/{id}", events.put)
        table.add(.patch, "/v1/events/{id}", events.patch)
        table.add(.delete, "/v1/events/{id}", offers: [], events.delete)

        for (kind, tags) in resourceTags {
            table.add(.put, "/v1/\(kind.rawValue)/{id}/tags", offers: [], tags.replace)
            table.add(.put, "/v1/\(kind.rawValue)/{id}/tags/{name}", offers: [], tags.add)
            table.add(.delete, "/v1/\(kind.rawValue)/{id}/tags/{name}", offers: [], tags.remove)
        }
        table.add(.get, "/v1/tags", offers: Self.collection, tags.list)
        table.add(.post, "/v1/tags", tags.create)
        table.add(.get, "/v1/tags/{name}", tags.get)
        table.add(.patch, "/v1/tags/{name}", tags.patch)
        table.add(.delete, "/v1/tags/{name}", offers: [], tags.delete)
        table.add(.post, "/v1/taggings", tagging.apply)

        table.add(.get, "/v1/sources", offers: Self.collection, sources.list)
        table.add(.get, "/v1/sources/{name}", sources.get)
        table.add(.patch, "/v1/sources/{name}", sources.patch)
        table.add(.get, "/v1/changes", offers: Self.collection, changes.list)
        table.add(.get, "/v1/imports", offers: Self.collection, imports.list)
        table.add(.get, "/v1/imports/status", imports.status)
        table.add(.get, "/v1/imports/{id}", imports.get)
        table.add(.post, "/v1/imports/retry", imports.retryAll)
        table.add(.post, "/v1/imports/{id}/retry", imports.retry)
        table.add(.post, "/v1/imports/deletes/confirm", imports.confirmDeletes)
        table.add(.post, "/v1/imports/pause", imports.pause)
        table.add(.post, "/v1/imports/resume", imports.resume)
        table.add(.post, "/v1/imports/scan", isTimed: false, imports.scan)
        table.add(.post, "/v1/imports/preview", isChange: false, previews.preview)
        table.add(.get, "/v1/imports/reread", rereads.status)
        table.add(.post, "/v1/imports/reread", isTimed: false, rereads.start)
        return table
    }

    private static let collection: [ContentType] = [.json, .ndjson]
}

extension RouteTable {
    /// - Parameter offers: the content types of a good answer, the best first; empty: it has no content.
    fileprivate mutating func add(
        _ method: HTTPRequest.Method, _ pattern: String, scope: RouteScope? = nil, offers: [ContentType] = [.json], isTimed: Bool = true,
        isChange: Bool? = nil, _ handler: @escaping @Sendable (Call) async throws -> Response
    ) {
        on(method, pattern, scope: scope, isTimed: isTimed, isChange: isChange) { request, context in
            let accepted = offers.isEmpty ? .json : try ContentType.negotiated(in: request.headers, offers: offers)
            do {
                return try await handler(Call(request: request, context: context, accepted: accepted))
            } catch let error as ParameterError {
                throw Problem(error)
            }
        }
    }
}
