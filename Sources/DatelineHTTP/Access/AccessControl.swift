import HTTPTypes
import Synchronization

/// Who may do what: the tokens that are valid now, replaced as a whole when their file changes.
public final class AccessControl: Sendable {
    private let list: Mutex<TokenList>

    public init(_ list: TokenList) {
        self.list = Mutex(list)
    }

    /// Requests that come from now on are held against this list.
    public func replace(with list: TokenList) {
        self.list.withLock { $0 = list }
    }

    /// - Returns: the token the request came with.
    /// - Throws: 401, with what RFC 6750 §3 wants in `WWW-Authenticate`.
    func identify(_ headers: HTTPFields) throws(Problem) -> AccessToken {
        guard let value = headers[.authorization] else {
            throw Self.unauthorized("A token is needed: Authorization: Bearer TOKEN.", #"Bearer realm="dateline""#)
        }
        let parts = value.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
        guard value.utf8.count <= 300, parts.count == 2, parts[0].lowercased() == "bearer",
            let token = list.withLock({ $0 }).token(matching: String(parts[1]))
        else {
            throw Self.unauthorized("The token isn't valid here.", #"Bearer realm="dateline", error="invalid_token""#)
        }
        return token
    }

    /// - Parameter token: of the request; without one nothing is allowed.
    /// - Throws: 403 where the token doesn't allow what the route demands, 401 where there is none.
    func check(_ token: AccessToken?, for route: Route) throws(Problem) {
        guard let token else { throw Self.unauthorized("A token is needed.", #"Bearer realm="dateline""#) }
        guard !token.scope.allows(route.scope) else { return }
        var problem = Problem(.forbidden, "The token may read, but not write.")
        problem.headers[.wwwAuthenticate] = #"Bearer realm="dateline", error="insufficient_scope", scope="write""#
        throw problem
    }

    private static func unauthorized(_ detail: String, _ challenge: String) -> Problem {
        var problem = Problem(.unauthorized, detail)
        problem.headers[.wwwAuthenticate] = challenge
        return problem
    }
}
