public import HTTPTypes

extension Problem {
    /// The kinds of problems; `/problems/<slug>` explains each.
    public enum Slug: String, Sendable, CaseIterable {
        case validation
        case badRequest = "bad-request"
        case unauthorized
        case forbidden
        case notFound = "not-found"
        case methodNotAllowed = "method-not-allowed"
        case notAcceptable = "not-acceptable"
        case requestTimeout = "request-timeout"
        case conflict
        case gone
        case preconditionFailed = "precondition-failed"
        case contentTooLarge = "content-too-large"
        case uriTooLong = "uri-too-long"
        case unsupportedMediaType = "unsupported-media-type"
        case expectationFailed = "expectation-failed"
        case idempotencyMismatch = "idempotency-mismatch"
        case preconditionRequired = "precondition-required"
        case tooManyRequests = "too-many-requests"
        case headersTooLarge = "headers-too-large"
        case unavailable
        case timeout

        public var status: HTTPResponse.Status {
            switch self {
            case .validation, .idempotencyMismatch: .init(code: 422, reasonPhrase: "Unprocessable Content")
            case .badRequest: .badRequest
            case .unauthorized: .unauthorized
            case .forbidden: .forbidden
            case .notFound: .notFound
            case .methodNotAllowed: .methodNotAllowed
            case .notAcceptable: .notAcceptable
            case .requestTimeout: .requestTimeout
            case .conflict: .conflict
            case .gone: .gone
            case .preconditionFailed: .preconditionFailed
            case .contentTooLarge: .contentTooLarge
            case .uriTooLong: .uriTooLong
            case .unsupportedMediaType: .unsupportedMediaType
            case .expectationFailed: .expectationFailed
            case .preconditionRequired: .preconditionRequired
            case .tooManyRequests: .tooManyRequests
            case .headersTooLarge: .requestHeaderFieldsTooLarge
            case .unavailable: .serviceUnavailable
            case .timeout: .gatewayTimeout
            }
        }

        /// The same for every occurrence (RFC 9457 §3.1.3).
        public var title: String {
            switch self {
            case .validation: "The content is not valid"
            case .badRequest: "The request can't be understood"
            case .unauthorized: "A token is needed"
            case .forbidden: "This is not allowed"
            case .notFound: "There is no such thing"
            case .methodNotAllowed: "The method doesn't exist here"
            case .notAcceptable: "No form of it is acceptable"
            case .requestTimeout: "The request took too long to arrive"
            case .conflict: "It conflicts with what is stored"
            case .gone: "It is no longer kept"
            case .preconditionFailed: "The precondition doesn't hold"
            case .contentTooLarge: "The content is too large"
            case .uriTooLong: "The address is too long"
            case .unsupportedMediaType: "The content type is not supported"
            case .expectationFailed: "The expectation can't be met"
            case .idempotencyMismatch: "The idempotency key belongs to another request"
            case .preconditionRequired: "A precondition is needed"
            case .tooManyRequests: "There are too many requests"
            case .headersTooLarge: "The header fields are too large"
            case .unavailable: "The service is unavailable"
            case .timeout: "The answer took too long"
            }
        }

        /// What it means and what a client can do about it: the text behind `type`.
        public var explanation: String {
            switch self {
            case .validation:
                "The content is well formed, but some of it can't be accepted. The list errors names every fault with a JSON Pointer to its place."
            case .badRequest:
                "The request itself is malformed: its framing, its JSON, a parameter or a header field. Sending it again unchanged will not help."
            case .unauthorized:
                "The service wants an access token in the header field Authorization, as Bearer followed by the token."
            case .forbidden:
                "The token doesn't allow this, or the request comes from a host name or a web page that isn't on the list of allowed ones."
            case .notFound:
                "Nothing is known under this address. It may never have existed, or it was deleted."
            case .methodNotAllowed:
                "The address exists, but not with this method. The header field Allow lists the methods it has."
            case .notAcceptable:
                "None of the media types listed in the header field Accept is one the resource can be given in."
            case .requestTimeout:
                "The content of the request arrived too slowly, so the connection was closed."
            case .conflict:
                "A value that must be unique is taken, the same request is still being worked on, or nothing is there that could do what is asked. Where it is known, existing is the id of what is in the way."
            case .gone:
                "What was asked for is older than what is kept. Start again from the current state."
            case .preconditionFailed:
                "The resource is not in the state the request demands with If-Match or If-None-Match. Read it again and decide anew."
            case .contentTooLarge:
                "The content is longer, or has more items, than is accepted here. Send it in parts."
            case .uriTooLong:
                "The address is longer than the service takes."
            case .unsupportedMediaType:
                "The header field Content-Type is missing or names a type, a character encoding or a content coding that isn't accepted here."
            case .expectationFailed:
                "The header field Expect has a value other than 100-continue."
            case .idempotencyMismatch:
                "The value of Idempotency-Key was used before for a request with other content. Use a fresh key for every new request."
            case .preconditionRequired:
                "This service only takes changes with If-Match, so that nobody overwrites what they have not seen."
            case .tooManyRequests:
                "More requests came than are allowed. Wait as long as Retry-After says."
            case .headersTooLarge:
                "The header fields are larger than is accepted."
            case .unavailable:
                "The service can't do this now; reason says why. Try again after the time given in Retry-After."
            case .timeout:
                "The work was given up because it took too long. A narrower question may succeed."
            }
        }
    }
}
