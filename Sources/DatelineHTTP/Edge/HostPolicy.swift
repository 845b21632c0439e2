/// Which names this service answers to: the guard against DNS rebinding, since a page of a foreign name that resolves to
/// this address sends that name as `Host`.
struct HostPolicy: Sendable {
    enum Verdict: Equatable {
        case allowed, malformed, foreign
    }

    private let names: Set<String>

    init(allowed: [AllowedHost]) {
        names = Set(["localhost", "127.0.0.1", "[::1]"] + allowed.map(\.name))
    }

    /// - Parameter authority: `host[:port]` (RFC 9110 §7.2); the port is checked but counts for nothing.
    func verdict(for authority: String) -> Verdict {
        guard let host = Self.host(of: authority) else { return .malformed }
        return names.contains(host.lowercased()) ? .allowed : .foreign
    }

    /// - Returns: the host as written, or nil if the authority isn't well formed; a user name makes it so.
    static func host(of authority: String) -> Substring? {
        guard !authority.isEmpty, authority.utf8.count <= 300 else { return nil }
        let host: Substring
        let rest: Substring
        if authority.utf8.first == UInt8(ascii: "[") {
            guard let end = authority.utf8.firstIndex(of: UInt8(ascii: "]")) else { return nil }
            host = authority[...end]
            rest = authority[authority.utf8.index(after: end)...]
            guard host.utf8.dropFirst().dropLast().allSatisfy(\.isAddressByte), host.utf8.count > 2 else { return nil }
        } else {
            let end = authority.utf8.firstIndex(of: UInt8(ascii: ":")) ?? authority.endIndex
            host = authority[..<end]
            rest = authority[end...]
            guard !host.isEmpty, host.utf8.allSatisfy(\.isHostByte) else { return nil }
        }
        guard rest.isEmpty || rest.utf8.first == UInt8(ascii: ":") else { return nil }
        let port = rest.utf8.dropFirst()
        guard port.count <= 5, port.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) else { return nil }
        return host
    }
}

extension UInt8 {
    /// Within brackets: an IPv6 address, also with an IPv4 tail.
    fileprivate var isAddressByte: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"),
            UInt8(ascii: ":"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// reg-name of RFC 3986 §3.2.2 without percent-encoding, which no name on the list has.
    fileprivate var isHostByte: Bool {
        isASCIILetterOrDigit || "-._~!$&'()*+,;=".utf8.contains(self)
    }
}
