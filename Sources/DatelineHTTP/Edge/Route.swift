public import HTTPTypes
public import Hummingbird

/// What a token must allow for a route.
public enum RouteScope: String, Sendable {
    /// Nothing: anyone may ask.
    case open
    case read, write
}

/// Answers one request; whatever it throws is rendered as a problem.
public typealias RouteHandler = @Sendable (Request, DatelineRequestContext) async throws -> Response

/// One method of one resource.
public struct Route: Sendable {
    public let method: HTTPRequest.Method
    /// Segments after slashes; `{name}` stands for any one segment.
    public let pattern: String
    public let scope: RouteScope
    /// Whether the service's limit of a request's time holds; a route that waits on purpose has its own.
    let isTimed: Bool
    /// Whether its good answer says that something was changed; else it may be refused once it is made.
    let isChange: Bool
    let handler: RouteHandler
    let parameterNames: [Substring]

    init(
        method: HTTPRequest.Method, pattern: String, scope: RouteScope, isTimed: Bool, isChange: Bool, handler: @escaping RouteHandler
    ) {
        self.method = method
        self.pattern = pattern
        self.scope = scope
        self.isTimed = isTimed
        self.isChange = isChange
        self.handler = handler
        parameterNames = RouteTable.segments(of: pattern).compactMap(\.parameterName)
    }
}

extension Substring {
    /// The name within braces; nil for a literal segment.
    var parameterName: Substring? {
        first == "{" && last == "}" ? dropFirst().dropLast() : nil
    }
}
