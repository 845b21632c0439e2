public import Metrics

/// How the service listens, and whom it answers.
public struct HTTPConfiguration: Sendable {
    /// The address to bind.
    public var host: String
    /// 0: any free one, told when bound.
    public var port: Int
    /// Names the service is known by, beside the loopback names.
    public var allowedHosts: [AllowedHost]
    /// Origins of web pages that may call the service.
    public var allowedOrigins: [AllowedOrigin]
    public var limits: ServiceLimits
    /// Where figures of requests are kept.
    public var metrics: any MetricsFactory = NOOPMetricsHandler.instance
    /// What `/metrics` answers: all figures of the process in the text format of Prometheus.
    public typealias Exposition = @Sendable () async -> String
    public var exposition: Exposition = { "" }
    /// What isn't as it should be though the service answers, for `/readyz`.
    public var warnings: @Sendable () -> [ServiceWarning] = { [] }
    /// nil: everyone may do everything.
    public var access: AccessControl?
    /// Whether `PUT`, `PATCH` and `DELETE` of a resource must say which version they change (428).
    public var requiresIfMatch = false

    public init(
        host: String = "127.0.0.1", port: Int = 8080, allowedHosts: [AllowedHost] = [], allowedOrigins: [AllowedOrigin] = [],
        limits: ServiceLimits = ServiceLimits(), access: AccessControl? = nil
    ) {
        self.host = host
        self.port = port
        self.allowedHosts = allowedHosts
        self.allowedOrigins = allowedOrigins
        self.limits = limits
        self.access = access
    }
}
