/// A name or an address under which the service may be asked, as it is compared with `Host`: in lower case, without a port.
public struct AllowedHost: Sendable, Hashable {
    let name: String

    /// - Parameter text: also with a port, which counts for nothing, and an IPv6 address without its brackets.
    /// - Returns: nil for what no client sends as `Host`: an address with a scheme or a path, a pattern, letters beyond ASCII.
    public init?(_ text: String) {
        // A name has one colon at most, before its port.
        let colons = text.utf8.count(where: { $0 == UInt8(ascii: ":") })
        let isBareAddress = colons > 1 && text.utf8.first != UInt8(ascii: "[")
        guard let host = HostPolicy.host(of: isBareAddress ? "[\(text)]" : text), Self.isPlain(host) else { return nil }
        name = host.lowercased()
    }

    /// RFC 3986 lets a host hold `*` and `,` as well; among those that somebody allows they are mistakes.
    static func isPlain(_ host: Substring) -> Bool {
        host.utf8.first == UInt8(ascii: "[") || host.utf8.allSatisfy { $0.isASCIILetterOrDigit || "-._".utf8.contains($0) }
    }
}

extension UInt8 {
    var isASCIILetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        default: false
        }
    }
}
