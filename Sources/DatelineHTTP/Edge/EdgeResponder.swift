import DatelineModels
import HTTPTypes
public import Hummingbird
import Logging

/// Stands between the connections and the routes: lets in what may come in, renders every error as a problem, and gives
/// every answer the header fields it must have.
public struct EdgeResponder: HTTPResponder {
    public typealias Context = DatelineRequestContext

    let table: RouteTable
    let origins: OriginPolicy
    let access: AccessControl?
    let workplace: Workplace
    let metrics: EdgeMetrics

    init(table: RouteTable, configuration: HTTPConfiguration, connections: ConnectionCounter) {
        self.table = table
        origins = OriginPolicy(allowed: configuration.allowedOrigins)
        access = configuration.access
        workplace = Workplace(configuration.limits)
        metrics = EdgeMetrics(configuration.metrics, connections: connections)
    }

    public func respond(to request: Request, context: DatelineRequestContext) async throws -> Response {
        let start = ContinuousClock.now
        var context = context
        context.workplace = workplace
        metrics.noteLoad(of: workplace)
        if let id = request.headers[.requestID], id.isSaneRequestID { context.requestID = id }
        context.logger = RequestLog.logger(for: context)
        var response: Response
        do {
            response = try await answer(request, context: &context)
        } catch {
            response = problem(Problem(error), request, context)
        }
        workplace.bodies.release(context.number)
        if request.method == .head { response = response.withoutContent }
        do throws(Problem) {
            let isDone = context.route?.isChange == true
            response = try workplace.answers.held(response, for: context.client, on: context.channel, isDone: isDone)
        } catch {
            response = problem(error, request, context)
        }
        complete(&response, request, context)
        let duration = ContinuousClock.now - start
        metrics.note(request, context.route, status: response.status, duration)
        RequestLog.note(request, context, status: response.status, duration)
        return response
    }

    private func answer(_ request: Request, context: inout DatelineRequestContext) async throws -> Response {
        if let name = request.headers[.edgeFault] {
            // Over capacity, whoever watches over the service still gets to know that it lives.
            let fault = WirePolicy.Fault(rawValue: name)
            if !(fault == .overCapacity && request.head.path == "/livez") {
                throw fault?.problem ?? Problem(.badRequest, "The request is malformed.")
            }
        }
        try origins.check(request)
        if let expectation = request.headers[.expect], expectation.lowercased() != "100-continue" {
            throw Problem(.expectationFailed, "The only expectation known is 100-continue.")
        }
        let found = Result { () throws(Problem) in try table.match(request.rawPath) }
        try authenticate(request, (try? found.get())?.route(for: request.method), &context)
        if request.head.path == "*" { return Self.options(allow: Self.allMethods) }
        let match = try found.get()
        if request.method == .options {
            var response = Self.options(allow: match.allowedMethods)
            if request.headers.contains(.accessControlRequestMethod) { origins.addPreflight(to: &response, match) }
            return response
        }
        guard let route = match.route(for: request.method) else {
            var problem = Problem(.methodNotAllowed, "The method doesn't exist here.")
            problem.allow = match.allowedMethods
            throw problem
        }
        context.route = route
        context.coreContext.endpointPath.value = route.pattern
        for (name, value) in zip(route.parameterNames, match.values) {
            context.coreContext.parameters[name] = value[...]
        }
        if let access, route.scope != .open { try access.check(context.token, for: route) }
        if route.method != .get { try workplace.answers.refuseWhenFull(for: context.client) }
        return try await workplace.answer(route, request, context)
    }

    /// Where there are tokens, nothing is told to whoever has none, not even which addresses exist; but for the open routes, and the
    /// question a browser asks beforehand, which never carries a token and comes from a listed page here.
    /// - Throws: 401; 429 where the token has made too many requests.
    private func authenticate(_ request: Request, _ route: Route?, _ context: inout DatelineRequestContext) throws(Problem) {
        guard let access, route?.scope != .open else { return }
        if request.method == .options, request.headers.contains(.origin), request.headers.contains(.accessControlRequestMethod) { return }
        let token = try access.identify(request.headers)
        context.token = token
        context.logger[metadataKey: "token"] = .string(token.id)
        try workplace.rates?.take(token.id)
    }

    private func problem(_ problem: Problem, _ request: Request, _ context: DatelineRequestContext) -> Response {
        var problem = problem
        let path = request.rawPath
        if problem.instance == nil, path.utf8.count <= 100, path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
            problem.instance = path
        }
        RequestLog.note(problem, in: context.logger)
        return problem.response()
    }

    private func complete(_ response: inout Response, _ request: Request, _ context: DatelineRequestContext) {
        response.headers[.requestID] = context.requestID
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.referrerPolicy] = "no-referrer"
        response.headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'; sandbox"
        response.headers[.crossOriginResourcePolicy] = "same-origin"
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        origins.addFields(to: &response, for: request)
    }

    static let allMethods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options]

    private static func options(allow methods: [HTTPRequest.Method]) -> Response {
        Response(status: .noContent, headers: [.allow: methods.map(\.rawValue).joined(separator: ", ")])
    }
}

extension Request {
    /// The target as sent, up to the query.
    var rawPath: String {
        let target = head.path ?? ""
        guard let end = target.utf8.firstIndex(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) else { return target }
        return String(target[..<end])
    }
}

extension Response {
    /// The answer to HEAD: the same fields, `Content-Length` of what GET would send included where it is known.
    var withoutContent: Response {
        guard headers[.contentLength] == nil else { return createHeadResponse() }
        return Response(status: status, headers: headers, body: ResponseBody { writer in try await writer.finish(nil) })
    }
}

extension HTTPField.Name {
    // Constants, and tokens every one: unwrapping them can't fail.
    static let requestID = Self("x-request-id")!
    static let edgeFault = Self(WirePolicy.fieldName)!
    static let referrerPolicy = Self("referrer-policy")!
    static let secFetchSite = Self("sec-fetch-site")!
    static let crossOriginResourcePolicy = Self("cross-origin-resource-policy")!
}

extension String {
    /// At most 128 characters of those that need no escaping anywhere.
    var isSaneRequestID: Bool {
        (1...128).contains(utf8.count)
            && utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"):
                    true
                default: false
                }
            }
    }
}
