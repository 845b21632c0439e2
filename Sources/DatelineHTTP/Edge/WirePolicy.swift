import DatelineModels
import NIOHTTP1

/// What can only be judged on the request as it came over the wire, before the framework makes its own form of it, in
/// which the version, a second `Host` and the absolute form of the target are no longer to be seen.
struct WirePolicy: Sendable {
    /// Travels from the connection to the responder in a field of the request, ``fieldName``.
    enum Fault: String, CaseIterable {
        case hostMissing = "host-missing"
        case hostRepeated = "host-repeated"
        case hostMalformed = "host-malformed"
        case hostForeign = "host-foreign"
        case targetMalformed = "target-malformed"
        case targetTooLong = "target-too-long"
        case transferCoding = "transfer-coding"
        case overCapacity = "over-capacity"

        var problem: Problem {
            switch self {
            case .hostMissing: Problem(.badRequest, "The header field Host is missing.")
            case .hostRepeated: Problem(.badRequest, "There is more than one header field Host.")
            case .hostMalformed: Problem(.badRequest, "The host is not a name or address with an optional port.")
            case .hostForeign: Problem(.forbidden, "This service doesn't go by that host name.")
            case .targetMalformed: Problem(.badRequest, "The request target is malformed.")
            case .targetTooLong: Problem(.uriTooLong, "The request target is too long.")
            case .transferCoding: Problem(.badRequest, "The only transfer coding known here is chunked, with HTTP/1.1.")
            case .overCapacity: .unavailable(.overloaded, retryAfter: 1)
            }
        }

        /// Whether where the content ends is not to be trusted.
        var spoilsFraming: Bool { self == .transferCoding }
    }

    /// Removed from what clients send, so that its presence is always ours.
    static let fieldName = "dateline-edge-fault"

    let hosts: HostPolicy
    let targetBytes: Int

    /// Takes the absolute form of the target apart (RFC 9112 §3.2.2) and notes a fault.
    func judge(_ head: inout HTTPRequestHead) -> Fault? {
        head.headers.remove(name: Self.fieldName)
        let fault = self.fault(of: &head)
        if let fault {
            head.headers.add(name: Self.fieldName, value: fault.rawValue)
            // What can't be parsed must not be taken apart further down.
            if fault == .targetMalformed || fault == .targetTooLong { head.uri = "/" }
        }
        return fault
    }

    private func fault(of head: inout HTTPRequestHead) -> Fault? {
        if let fault = framingFault(of: head) { return fault }
        let hosts = head.headers["host"]
        guard let host = hosts.first else { return .hostMissing }
        guard hosts.count == 1 else { return .hostRepeated }
        if let fault = hostFault(host) { return fault }
        guard head.uri.utf8.count <= targetBytes else { return .targetTooLong }
        guard head.uri.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") }) else {
            return .targetMalformed
        }
        if head.uri.utf8.first == UInt8(ascii: "/") { return nil }
        if head.uri == "*" { return head.method == .OPTIONS ? nil : .targetMalformed }
        return absoluteFormFault(&head)
    }

    private func absoluteFormFault(_ head: inout HTTPRequestHead) -> Fault? {
        let scheme = head.uri.prefix(8).lowercased()
        guard let length = scheme == "https://" ? 8 : scheme.hasPrefix("http://") ? 7 : nil else { return .targetMalformed }
        let rest = head.uri.dropFirst(length)
        let end = rest.utf8.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? rest.endIndex
        if let fault = hostFault(String(rest[..<end])) { return fault }
        let path = String(rest[end...])
        head.uri = path.hasPrefix("/") ? path : "/" + path
        return nil
    }

    private func hostFault(_ authority: String) -> Fault? {
        switch hosts.verdict(for: authority) {
        case .allowed: nil
        case .malformed: .hostMalformed
        case .foreign: .hostForeign
        }
    }

    private func framingFault(of head: HTTPRequestHead) -> Fault? {
        let codings = head.headers["transfer-encoding"]
        if codings.isEmpty { return nil }
        let isPlainlyChunked = codings.count == 1 && codings[0].lowercased() == "chunked"
        return isPlainlyChunked && head.version == .http1_1 ? nil : .transferCoding
    }
}
