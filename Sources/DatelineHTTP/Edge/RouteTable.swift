public import HTTPTypes
import Hummingbird

/// Every route there is. Beside finding them it knows which methods a path has, so that 405, `Allow` and OPTIONS come
/// from the same place, and HEAD is GET without its content.
public struct RouteTable: Sendable {
    private struct Node {
        var literals: [(text: Substring, node: Int)] = []
        var parameter: Int?
        /// Indices into ``routes``.
        var routes: [Int] = []
    }

    /// In the order of their registration.
    public private(set) var routes: [Route] = []
    private var nodes = [Node()]

    public init() {}

    /// - Parameters:
    ///   - pattern: `/v1/articles/{id}`. Literal segments win over parameters. A method registered twice: the first one stays.
    ///   - scope: nil: `read` for GET, `write` for everything else.
    ///   - isTimed: whether the service's limit of a request's time holds.
    ///   - isChange: whether it changes anything; nil: all but GET do.
    public mutating func on(
        _ method: HTTPRequest.Method, _ pattern: String, scope: RouteScope? = nil, isTimed: Bool = true, isChange: Bool? = nil,
        handler: @escaping RouteHandler
    ) {
        var node = 0
        for segment in Self.segments(of: pattern) {
            node = child(of: node, for: segment)
        }
        nodes[node].routes.append(routes.count)
        let scope = scope ?? (method == .get ? .read : .write)
        routes.append(
            Route(
                method: method, pattern: pattern, scope: scope, isTimed: isTimed, isChange: isChange ?? (method != .get), handler: handler))
    }

    public mutating func get(_ pattern: String, scope: RouteScope? = nil, handler: @escaping RouteHandler) {
        on(.get, pattern, scope: scope, handler: handler)
    }

    public mutating func post(_ pattern: String, scope: RouteScope? = nil, handler: @escaping RouteHandler) {
        on(.post, pattern, scope: scope, handler: handler)
    }

    public mutating func put(_ pattern: String, scope: RouteScope? = nil, handler: @escaping RouteHandler) {
        on(.put, pattern, scope: scope, handler: handler)
    }

    public mutating func patch(_ pattern: String, scope: RouteScope? = nil, handler: @escaping RouteHandler) {
        on(.patch, pattern, scope: scope, handler: handler)
    }

    public mutating func delete(_ pattern: String, scope: RouteScope? = nil, handler: @escaping RouteHandler) {
        on(.delete, pattern, scope: scope, handler: handler)
    }

    private mutating func child(of node: Int, for segment: Substring) -> Int {
        if segment.parameterName != nil {
            if let child = nodes[node].parameter { return child }
            nodes[node].parameter = nodes.count
        } else {
            if let child = nodes[node].literals.first(where: { $0.text == segment }) { return child.node }
            nodes[node].literals.append((segment, nodes.count))
        }
        nodes.append(Node())
        return nodes.count - 1
    }

    static func segments(of path: String) -> [Substring] {
        path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    }
}

/// What a path leads to.
struct RouteMatch {
    /// One for each method; never empty.
    let routes: [Route]
    /// The decoded segments that stand for parameters, in order.
    let values: [String]

    /// HEAD is answered by GET (RFC 9110 §9.3.2).
    func route(for method: HTTPRequest.Method) -> Route? {
        let method = method == .head ? .get : method
        return routes.first { $0.method == method }
    }

    var allowedMethods: [HTTPRequest.Method] {
        var methods: [HTTPRequest.Method] = []
        for route in routes where !methods.contains(route.method) {
            methods.append(route.method)
            if route.method == .get { methods.append(.head) }
        }
        return methods + [.options]
    }
}

extension RouteTable {
    /// - Parameter path: as sent, without the query. Each segment is percent-decoded once; an empty one matches nothing.
    /// - Throws: 400 if a segment can't be decoded, 404 if nothing fits.
    func match(_ path: String) throws(Problem) -> RouteMatch {
        var segments: [String] = []
        for raw in Self.segments(of: path) {
            guard let segment = PercentCoding.decode(raw) else {
                throw Problem(.badRequest, "The path is not percent-encoded UTF-8.")
            }
            segments.append(segment)
        }
        var values: [String] = []
        guard path.utf8.first == UInt8(ascii: "/"), !segments.contains(""),
            let node = find(segments[...], from: 0, values: &values)
        else { throw Problem(.notFound, "There is nothing at this address.") }
        return RouteMatch(routes: nodes[node].routes.map { routes[$0] }, values: values)
    }

    private func find(_ segments: ArraySlice<String>, from node: Int, values: inout [String]) -> Int? {
        guard let segment = segments.first else { return nodes[node].routes.isEmpty ? nil : node }
        if let literal = nodes[node].literals.first(where: { $0.text.utf8.elementsEqual(segment.utf8) }),
            let found = find(segments.dropFirst(), from: literal.node, values: &values)
        {
            return found
        }
        guard let parameter = nodes[node].parameter else { return nil }
        values.append(segment)
        if let found = find(segments.dropFirst(), from: parameter, values: &values) { return found }
        values.removeLast()
        return nil
    }
}
