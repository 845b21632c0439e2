import DatelineJSON
import DatelineModels
import Hummingbird

/// `POST /v1/articles/batch`
struct BatchRoute: Sendable {
    let articles: any ArticleRepository
    let zones: SourceZones
    let posts: IdempotentPosts

    private typealias StoreResults = [Result<WriteOutcome<ResourceID>, RepositoryError>]

    func create(_ call: Call) async throws -> Response {
        var reader = ParameterReader(try call.query())
        let policy = reader.choice("onConflict", ConflictPolicy.self) ?? .error
        let atomic = reader.flag("atomic")
        try reader.finish()
        let type = try ContentType.required(in: call.request.headers, oneOf: [.json, .ndjson])
        let body = try await call.body(limit: call.limits.batchBytes)
        return try await posts.answer(call, body: body) { key in
            let items = type.isSameType(as: .ndjson) ? try await lines(body, call.limits) : try await elements(body, call.limits)
            if atomic { try Self.refuseFaulty(items) }
            let drafts = items.compactMap { try? $0.get() }
            let recorder = key.map { AnswerRecorder<StoreResults>(key: $0) { Self.answer(items, $0, atomic: atomic) } }
            let results: StoreResults =
                drafts.isEmpty && key == nil
                ? [] : try await articles.create(batch: drafts, atomic: atomic, onConflict: policy, recorder: recorder)
            if atomic, let problem = Self.firstFailure(results) { throw problem }
            return Self.answer(items, results, atomic: atomic)
        }
    }

    private func elements(_ body: [UInt8], _ limits: ServiceLimits) async throws -> [Result<ArticleDraft, Problem>] {
        var items: [Result<ArticleDraft, Problem>] = []
        var zoneOf = ZoneMemory(zones: zones)
        do {
            var elements = try JSONArrayElements(body, limits: limits.json)
            while let element = try elements.next() {
                try Self.makeRoom(items.count, limits.batchItems)
                items.append(try await zoneOf.draft(element.value))
            }
        } catch let error as JSONError where error.reason == .notAnArray {
            // What is no JSON at all is told so.
            _ = try JSONReader.read(body, limits: limits.json)
            throw ValidationError(faults: [Fault(pointer: "", .type, "An array of articles is needed.")])
        }
        return items
    }

    private func lines(_ body: [UInt8], _ limits: ServiceLimits) async throws -> [Result<ArticleDraft, Problem>] {
        var items: [Result<ArticleDraft, Problem>] = []
        var zoneOf = ZoneMemory(zones: zones)
        var lines = JSONLines(maximumLineBytes: limits.documentBytes)
        lines.append(body)
        var next = lines.next()
        while let line = next ?? lines.finish() {
            try Self.makeRoom(items.count, limits.batchItems)
            let value: Result<JSONValue, JSONError>
            do throws(JSONError) { value = .success(try line.read(limits: limits.json)) } catch { value = .failure(error) }
            items.append(try await zoneOf.draft(value))
            next = lines.next()
        }
        return items
    }

    private static func makeRoom(_ count: Int, _ maximumItems: Int) throws {
        guard count < maximumItems else { throw Problem(.contentTooLarge, "At most \(maximumItems) articles are taken at once.") }
    }

    /// With `atomic` everything that is wrong with any item is told at once.
    private static func refuseFaulty(_ items: [Result<ArticleDraft, Problem>]) throws {
        var faults = Faults()
        for (index, item) in items.enumerated() {
            guard case .failure(let problem) = item else { continue }
            for fault in problem.faults {
                guard case .pointer(let pointer) = fault.location else { continue }
                faults.add(pointer: "/\(index)\(pointer)", fault.code, fault.detail)
            }
            if problem.faults.isEmpty { faults.add(pointer: "/\(index)", .format, problem.detail) }
        }
        try faults.throwIfAny()
    }

    /// The failure for whose sake the store kept nothing; the others are only cancelled.
    private static func firstFailure(_ results: StoreResults) -> Problem? {
        for (index, result) in results.enumerated() {
            guard case .failure(let error) = result else { continue }
            switch error {
            case .cancelled: continue
            case .invalid(let error):
                var faults = Faults()
                for fault in error.faults {
                    if case .pointer(let pointer) = fault.location { faults.add(pointer: "/\(index)\(pointer)", fault.code, fault.detail) }
                }
                return Problem(ValidationError(faults: faults.list, count: error.count))
            case .conflict(let existing, let detail):
                var problem = Problem(ValidationError(faults: [Fault(pointer: "/\(index)", .duplicate, detail)]))
                problem.existing = existing
                return problem
            default: return Problem(error)
            }
        }
        return nil
    }

    private static func answer(_ items: [Result<ArticleDraft, Problem>], _ results: StoreResults, atomic: Bool) -> RecordedAnswer {
        if atomic, let problem = firstFailure(results) { return RecordedAnswer(problem) }
        var rest = results[...]
        return .json(status: 200) { writer in
            writer.beginObject()
            writer.key("items")
            writer.beginArray()
            for (index, item) in items.enumerated() {
                switch item {
                case .failure(let problem): Self.write(index, problem, into: &writer)
                case .success:
                    switch rest.popFirst() {
                    case .success(let outcome)?: Self.write(index, outcome, into: &writer)
                    case .failure(let error)?: Self.write(index, Problem(error), into: &writer)
                    case nil: break
                    }
                }
            }
            writer.endArray()
            writer.endObject()
        }
    }

    private static func write(_ index: Int, _ outcome: WriteOutcome<ResourceID>, into writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("index", integer: index)
        writer.member("status", integer: outcome.effect == .created ? 201 : 200)
        writer.member("id", string: outcome.resource.description)
        writer.endObject()
    }

    /// Of an item's faults the first few are told, and how many there are: in all it may be 10,000 items with 100 each.
    private static let toldFaults = 10

    private static func write(_ index: Int, _ problem: Problem, into writer: inout JSONWriter) {
        var problem = problem
        problem.faults = Array(problem.faults.prefix(toldFaults))
        writer.beginObject()
        writer.member("index", integer: index)
        writer.member("status", integer: problem.status.code)
        writer.key("problem")
        problem.write(into: &writer)
        writer.endObject()
    }
}

/// Makes drafts one after another and asks for the zone of each outlet only once.
private struct ZoneMemory {
    let zones: SourceZones
    private var known: [String: ZonedClock?] = [:]

    init(zones: SourceZones) {
        self.zones = zones
    }

    /// - Throws: only what isn't the item's own fault.
    mutating func draft(_ json: Result<JSONValue, JSONError>) async throws -> Result<ArticleDraft, Problem> {
        switch json {
        case .failure(let error): return .failure(Problem(error))
        case .success(let value):
            let zone = try await zone(for: value)
            do throws(ValidationError) {
                return .success(try ArticleInput.draft(from: value, zone: zone))
            } catch {
                return .failure(Problem(error))
            }
        }
    }

    private mutating func zone(for json: JSONValue) async throws -> ZonedClock? {
        guard case .object(let object) = json, case .string(let source)? = object["source"] else { return nil }
        if let zone = known[source] { return zone }
        var faults = Faults()
        guard ArticleInput(json: json, faults: &faults).needsZone else { return nil }
        let zone = try await zones.zone(for: json)
        known[source] = .some(zone)
        return zone
    }
}
