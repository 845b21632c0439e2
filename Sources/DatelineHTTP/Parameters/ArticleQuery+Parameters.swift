import DatelineJSON
import DatelineModels

/// `GET /v1/articles`, read from its parameters.
struct ArticleListParameters: Sendable {
    let query: ArticleQuery
    let fields: ArticleFields
    let scope: Cursor.Scope

    init(_ parameters: QueryString) throws(ParameterError) {
        var reader = ParameterReader(parameters)
        let filter = reader.articleFilter()
        let sort = reader.choice("sort", ArticleSort.self) ?? .newestPublished
        if sort == .relevance, filter.text == nil, reader.query.items.allSatisfy({ $0.name != "q" }) || reader.faults.isEmpty {
            reader.add("sort", .inconsistent, "relevance needs q.")
        }
        fields = reader.articleFields()
        let paging = reader.paging()
        try reader.finish()
        scope = reader.scope("articles", sort: sort.rawValue)
        query = ArticleQuery(
            filter: filter, sort: sort, page: try paging.request(scope), includesBody: fields.contains(.body)
        )
    }
}

extension ParameterReader {
    /// `fields` and `include`.
    fileprivate mutating func articleFields() -> ArticleFields {
        let include = list("include", of: ["body"]) ?? []
        guard let names = list("fields", of: ArticleFields.Name.allCases.map(\.rawValue)) else {
            return include.isEmpty ? .withoutBody : .all
        }
        return ArticleFields((names + include).compactMap(ArticleFields.Name.init(rawValue:)))
    }
}

/// `GET /v1/articles/facets`, read from its parameters.
struct FacetParameters: Sendable {
    static let defaultLimit: Int64 = 20

    let filter: ArticleFilter
    let facets: [ArticleFacet]
    let limit: Int
    /// The parameters of the filter alone.
    let filterQuery: QueryString

    init(_ parameters: QueryString) throws(ParameterError) {
        var reader = ParameterReader(parameters)
        filter = reader.articleFilter()
        var facets: [ArticleFacet] = []
        for facet in reader.choices("facet", ArticleFacet.self) where !facets.contains(facet) { facets.append(facet) }
        self.facets = facets
        if facets.isEmpty, reader.query.items.allSatisfy({ $0.name != "facet" }) {
            reader.add("facet", .required, "One of \(ArticleFacet.allCases.map(\.rawValue).joined(separator: ", ")) is needed.")
        }
        limit = Int(reader.integer("limit", in: Paging.limits) ?? Self.defaultLimit)
        try reader.finish()
        filterQuery = parameters.replacing(["facet", "limit"])
    }

    /// The query string that lists exactly the articles of a bucket.
    func query(_ facet: ArticleFacet, _ bucket: FacetBucket) -> String {
        let added: QueryString
        switch facet {
        case .tag: added = filterQuery.replacing(with: [.init(name: "tag", value: bucket.value)])
        case .entity: added = filterQuery.replacing(with: [.init(name: "entity", value: bucket.value)])
        case .event: added = filterQuery.replacing(with: [.init(name: "allEvent", value: bucket.value)])
        case .source: added = filterQuery.replacing(["source"], with: [.init(name: "source", value: bucket.value)])
        case .language: added = filterQuery.replacing(["language"], with: [.init(name: "language", value: bucket.value)])
        case .year, .month, .day:
            // Calendar intervals lie within each other or apart, so the more precise one of two says both.
            if let within = filter.within, let date = try? PartialDate(parsing: bucket.value), within.precision >= date.precision {
                added = filterQuery
            } else {
                added = filterQuery.replacing(["within"], with: [.init(name: "within", value: bucket.value)])
            }
        }
        return added.encoded
    }
}

extension ArticleFilter {
    /// A filter written as a query string inside a JSON body.
    ///
    /// - Parameter pointer: of the string.
    init(filter text: String, at pointer: String, into faults: inout Faults) {
        self.init()
        if let filter = readFilter(text, at: pointer, into: &faults, { $0.articleFilter() }) { self = filter }
    }
}

extension EntityFilter {
    /// As ``ArticleFilter/init(filter:at:into:)``.
    init(filter text: String, at pointer: String, into faults: inout Faults) {
        self.init()
        if let filter = readFilter(text, at: pointer, into: &faults, { $0.entityFilter() }) { self = filter }
    }
}

extension EventFilter {
    /// As ``ArticleFilter/init(filter:at:into:)``.
    init(filter text: String, at pointer: String, into faults: inout Faults) {
        self.init()
        if let filter = readFilter(text, at: pointer, into: &faults, { $0.eventFilter() }) { self = filter }
    }
}

private func readFilter<Filter>(
    _ text: String, at pointer: String, into faults: inout Faults, _ read: (inout ParameterReader) -> Filter
) -> Filter? {
    do throws(ParameterError) {
        var reader = ParameterReader(try QueryString(text))
        let filter = read(&reader)
        try reader.finish()
        return filter
    } catch {
        for fault in error.faults {
            guard case .parameter(let name) = fault.location else { continue }
            faults.add(pointer: pointer, fault.code, name.isEmpty ? fault.detail : "\(name): \(fault.detail)")
        }
        return nil
    }
}
