import HTTPTypes
import Hummingbird

/// Which web pages may call the service. A page on any site can make a browser send requests here; `Origin` and
/// `Sec-Fetch-Site` tell them apart, and are the only guard of requests that need no preflight.
struct OriginPolicy: Sendable {
    private let allowed: Set<String>

    init(allowed: [AllowedOrigin]) {
        self.allowed = Set(allowed.map(\.text))
    }

    /// - Throws: 403 for a page that isn't on the list; one of this very service may come.
    func check(_ request: Request) throws(Problem) {
        if let origin = request.headers[.origin] {
            guard isAllowed(origin) || isOwn(origin, request) else {
                throw Problem(.forbidden, "Pages of that origin may not call this service.")
            }
            return
        }
        switch request.headers[.secFetchSite]?.lowercased() {
        case nil, "same-origin", "none": return
        default: throw Problem(.forbidden, "Pages of other sites may not call this service.")
        }
    }

    /// The fields that let a listed page see the answer; nothing for everyone else.
    func addFields(to response: inout Response, for request: Request) {
        guard !allowed.isEmpty else { return }
        response.headers[.vary] = response.headers[.vary].map { "\($0), Origin" } ?? "Origin"
        guard let origin = request.headers[.origin], isAllowed(origin) else { return }
        response.headers[.accessControlAllowOrigin] = origin
        response.headers[.accessControlExposeHeaders] = "ETag, Link, Location, Retry-After, Idempotency-Replayed, X-Request-Id"
        response.headers[.crossOriginResourcePolicy] = "cross-origin"
    }

    /// The answer to what a browser asks before the request itself. It only gets here from a listed page.
    func addPreflight(to response: inout Response, _ match: RouteMatch) {
        response.headers[.accessControlAllowMethods] = match.allowedMethods.map(\.rawValue).joined(separator: ", ")
        response.headers[.accessControlAllowHeaders] =
            "Accept, Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID, X-Request-Id"
        response.headers[.accessControlMaxAge] = "600"
    }

    private func isAllowed(_ origin: String) -> Bool {
        origin.utf8.count <= 300 && allowed.contains(origin.lowercased())
    }

    private func isOwn(_ origin: String, _ request: Request) -> Bool {
        guard let host = request.head.authority?.lowercased() else { return false }
        let origin = origin.lowercased()
        return origin == "http://\(host)" || origin == "https://\(host)"
    }
}
