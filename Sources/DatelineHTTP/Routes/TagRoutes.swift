import DatelineJSON
import DatelineModels
import Hummingbird

struct TagRoutes: Sendable {
    let tags: any TagRepository
    let posts: IdempotentPosts
    let requiresIfMatch: Bool

    static let path = "/v1/tags"

    func list(_ call: Call) async throws -> Response {
        let query = try call.query()
        var reader = ParameterReader(query)
        let prefix = reader.tagPrefix()
        let sort = reader.choice("sort", TagSort.self) ?? .name
        let paging = reader.paging()
        try reader.finish()
        let scope = reader.scope("tags", sort: sort.rawValue)
        return try await Listing(query: query, page: try paging.request(scope), scope: scope) { page throws(RepositoryError) in
            try await tags.list(TagQuery(prefix: prefix, sort: sort, page: page))
        } write: {
            $0.tag($1)
        }.answer(call)
    }

    func create(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        _ = try ContentType.required(in: call.request.headers, oneOf: [.json])
        let body = try await call.body(limit: call.limits.smallBytes)
        return try await posts.answer(call, body: body) { key in
            let draft = try TagInput.draft(from: try JSONReader.read(body, limits: call.limits.json))
            let recorder = key.map { AnswerRecorder<Tag>(key: $0) { Self.answer($0, isNew: true) } }
            return Self.answer(try await tags.create(draft, recorder: recorder), isNew: true)
        }
    }

    func get(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        let tag = try await tags.tag(Folding.fold(call.name("name")))
        return try call.answer(version: tag.version, moving: tag.movingFields) { $0.tag(tag) }
    }

    func patch(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        let folded = Folding.fold(call.name("name"))
        let precondition = try call.precondition(isCompulsory: requiresIfMatch)
        let patch = try await call.patch(limit: call.limits.smallBytes)
        let tag = try await tags.update(folded, if: precondition) { current throws(ValidationError) in
            try TagInput.draft(patching: current, with: patch)
        }
        var answer = Self.answer(tag, isNew: false)
        // Renamed, it has another address.
        answer.headers.append(("Content-Location", "\(Self.path)/\(PercentCoding.encode(tag.name))"))
        return Response(answer)
    }

    func delete(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        let folded = Folding.fold(call.name("name"))
        try await tags.delete(folded, if: try call.precondition(isCompulsory: requiresIfMatch))
        return .noContent
    }

    private static func answer(_ tag: Tag, isNew: Bool) -> RecordedAnswer {
        .written(isNew: isNew, path: "\(path)/\(PercentCoding.encode(tag.name))", version: tag.version, moving: tag.movingFields) {
            $0.tag(tag)
        }
    }
}

extension ParameterReader {
    fileprivate mutating func tagPrefix() -> String? {
        let rules = TextRules(length: 0...100)
        let prefix = single("q").flatMap { rules.check($0, at: .parameter("q"), into: &faults) }.map(Folding.fold)
        return prefix?.isEmpty == true ? nil : prefix
    }
}

/// The tags of one article, entity or event; idempotent.
struct ResourceTagRoutes: Sendable {
    let tags: any TagRepository
    let kind: TaggedKind

    func add(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        let id = try call.id()
        var faults = Faults()
        guard let name = TagName(call.name("name"), at: .parameter("name"), into: &faults) else {
            throw ValidationError(faults: faults.list, count: faults.count)
        }
        try await tags.add(name, to: kind, id)
        return .noContent
    }

    func remove(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        try await tags.remove(Folding.fold(call.name("name")), from: kind, try call.id())
        return .noContent
    }

    func replace(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        let id = try call.id()
        let names = try TagName.list(from: try await call.json(limit: call.limits.smallBytes))
        try await tags.replace(names, of: kind, id)
        return .noContent
    }
}
