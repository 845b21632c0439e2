/// How the service listens, and whom it answers.
public struct HTTPConfiguration: Sendable {
    /// Looks at a request's `Authorization` before its handler runs.
    /// - Returns: nil if the request may pass; else the problem to answer (401 or 403).
    public typealias Authorize = @Sendable (_ authorization: String?, _ route: Route) async -> Problem?

    /// The address to bind.
    public var host: String
    /// 0: any free one, told when bound.
    public var port: Int
    /// Names the service is known by, beside the loopback names; without ports, in any case.
    public var allowedHosts: [String]
    /// Origins of web pages that may call the service: `https://example.org:8443`.
    public var allowedOrigins: [String]
    public var limits: EdgeLimits
    /// nil: everyone may do everything.
    public var authorize: Authorize?
    /// Whether `PUT`, `PATCH` and `DELETE` of a resource must say which version they change (428).
    public var requiresIfMatch = false

    public init(
        host: String = "127.0.0.1", port: Int = 8080, allowedHosts: [String] = [], allowedOrigins: [String] = [],
        limits: EdgeLimits = EdgeLimits(), authorize: Authorize? = nil
    ) {
        self.host = host
        self.port = port
        self.allowedHosts = allowedHosts
        self.allowedOrigins = allowedOrigins
        self.limits = limits
        self.authorize = authorize
    }
}
