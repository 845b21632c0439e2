import DatelineJSON
import DatelineModels
import Hummingbird

/// `POST /v1/taggings`
struct TaggingRoute: Sendable {
    let tags: any TagRepository
    let posts: IdempotentPosts

    func apply(_ call: Call) async throws -> Response {
        try call.refuseParameters()
        _ = try ContentType.required(in: call.request.headers, oneOf: [.json])
        let body = try await call.body(limit: call.limits.smallBytes)
        return try await posts.answer(call, body: body) { key in
            var tagging = try Self.tagging(try JSONReader.read(body, limits: call.limits.json))
            let recorder = key.map { AnswerRecorder<TaggingOutcome>(key: $0) { Self.answer($0) } }
            if tagging.hasFilter {
                // The turn of a read isn't kept while the write waits for its own.
                let given = tagging
                tagging = try await call.read(isHeavy: true) { () throws(RepositoryError) in try await tags.matched(given) }
            }
            return Self.answer(try await tags.apply(tagging, recorder: recorder))
        }
    }

    /// - Throws: every fault at once.
    static func tagging(_ json: JSONValue) throws(ValidationError) -> Tagging {
        var faults = Faults()
        let input = TaggingInput(json: json, faults: &faults)
        var tagging = Tagging(add: input.add, remove: input.remove)
        tagging.articles = input.articles.map { scope in
            switch scope {
            case .ids(let ids): .ids(ids)
            case .filter(let text): .filter(ArticleFilter(filter: text, at: "/articles/filter", into: &faults))
            }
        }
        tagging.entities = input.entities.map { scope in
            switch scope {
            case .ids(let ids): .ids(ids)
            case .filter(let text): .filter(EntityFilter(filter: text, at: "/entities/filter", into: &faults))
            }
        }
        tagging.events = input.events.map { scope in
            switch scope {
            case .ids(let ids): .ids(ids)
            case .filter(let text): .filter(EventFilter(filter: text, at: "/events/filter", into: &faults))
            }
        }
        try faults.throwIfAny()
        return tagging
    }

    private static func answer(_ outcome: TaggingOutcome) -> RecordedAnswer {
        .json(status: 200) { $0.taggingOutcome(outcome) }
    }
}
