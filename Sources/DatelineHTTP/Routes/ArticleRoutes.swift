import DatelineJSON
import DatelineModels
import Hummingbird

struct ArticleRoutes: Sendable {
    let articles: any ArticleRepository
    let readings: any ReadingRepository
    let zones: SourceZones
    let files: any RawFileReading
    let posts: IdempotentPosts
    let requiresIfMatch: Bool

    static let path = "/v1/articles"

    func list(_ call: Call) async throws -> Response {
        let query = try call.query()
        let parameters = try ArticleListParameters(query)
        let articleQuery = parameters.query
        let fields = parameters.fields
        return try await Listing(query: query, page: articleQuery.page, scope: parameters.scope) { page throws(RepositoryError) in
            var paged = articleQuery
            paged.page = page
            return try await articles.list(paged)
        } write: { writer, item in
            writer.article(item.article, fields: fields, highlights: item.highlights)
        }.answer(call)
    }

    func create(_ call: Call) async throws -> Response {
        var reader = ParameterReader(try call.query())
        let policy = reader.choice("onConflict", ConflictPolicy.self) ?? .error
        try reader.finish()
        let isPage = call.request.headers[.contentType].flatMap(ContentType.init(_:)).map { type in
            RawPage.types.contains { $0.isSameType(as: type) }
        }
        let type = try ContentType.required(
            in: call.request.headers, oneOf: [.json] + RawPage.types, charsets: isPage == true ? RawPage.charsets : ["utf-8"])
        let body = try await call.body(limit: isPage == true ? call.limits.pageBytes : call.limits.documentBytes)
        return try await posts.answer(call, body: body) { key in
            let recorder = key.map { AnswerRecorder<WriteOutcome<Article>>(key: $0) { Self.answer($0) } }
            if isPage == true {
                let article = try await RawPage.article(body, type: type, with: files, call)
                return Self.answer(try await readings.create(article, onConflict: policy, recorder: recorder))
            }
            let draft = try await zones.draft(from: try JSONReader.read(body, limits: call.limits.json))
            return Self.answer(try await articles.create(draft, onConflict: policy, recorder: recorder))
        }
    }

    func get(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        let article = try await articles.article(try call.id())
        return try call.answer(version: article.version) { $0.article(article) }
    }

    func put(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        let id = try call.assignableID()
        let precondition = try call.precondition(isCompulsory: requiresIfMatch)
        let json = try await call.json()
        let zone = try await zones.zone(for: json)
        let outcome = try await articles.put(id, if: precondition) { current throws(ValidationError) in
            try ArticleInput.draft(from: json, mode: .replace(id: id, current: current), zone: zone)
        }
        return Response(Self.answer(outcome))
    }

    func patch(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        let id = try call.id()
        let precondition = try call.precondition(isCompulsory: requiresIfMatch)
        let patch = try await call.patch()
        let zone = try await zones.zone(for: patch) { () async throws(RepositoryError) in try await articles.article(id).source }
        let article = try await articles.update(id, if: precondition) { current throws(ValidationError) in
            try ArticleInput.draft(patching: current, with: patch, zone: zone)
        }
        return Response(.resource(status: 200, version: article.version) { $0.article(article) })
    }

    func delete(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        let id = try call.id()
        try await articles.delete(id, if: try call.precondition(isCompulsory: requiresIfMatch))
        return .noContent
    }

    private static func answer(_ outcome: WriteOutcome<Article>) -> RecordedAnswer {
        let article = outcome.resource
        return .written(isNew: outcome.effect == .created, path: "\(path)/\(article.id)", version: article.version) { $0.article(article) }
    }
}

/// Links made by hand; `PUT` is idempotent.
extension ArticleRoutes {
    func linkEntity(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        try await articles.link(try call.id(), entity: try call.id("entityId"))
        return .noContent
    }

    func unlinkEntity(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        try await articles.unlink(try call.id(), entity: try call.id("entityId"))
        return .noContent
    }

    func linkEvent(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        try await articles.link(try call.id(), event: try call.id("eventId"))
        return .noContent
    }

    func unlinkEvent(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        try await articles.unlink(try call.id(), event: try call.id("eventId"))
        return .noContent
    }
}

extension ArticleRoutes {
    func facets(_ call: Call) async throws -> Response {
        let parameters = try FacetParameters(try call.query())
        let buckets = try await call.read(isHeavy: true) { () async throws(RepositoryError) in
            try await articles.facets(parameters.filter, parameters.facets, limit: parameters.limit)
        }
        return .json { writer in
            writer.beginObject()
            writer.key("facets")
            writer.beginObject()
            for facet in parameters.facets {
                writer.key(facet.rawValue)
                writer.beginArray()
                for bucket in buckets[facet] ?? [] {
                    writer.beginObject()
                    writer.member("value", string: bucket.value)
                    writer.member("label", string: bucket.label)
                    writer.member("count", integer: bucket.count)
                    writer.member("query", string: parameters.query(facet, bucket))
                    writer.endObject()
                }
                writer.endArray()
            }
            writer.endObject()
            writer.endObject()
        }
    }
}
