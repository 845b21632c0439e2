import Foundation

/// An absolute http or https URL with the key under which it is unique.
public struct WebAddress: Hashable, Sendable {
    /// As given, trimmed.
    public let text: String
    /// Normalised (RFC 3986 §6.2.2 and §6.2.3): scheme and host in lower case, no default port, no fragment, dot segments
    /// removed, unreserved characters decoded, tracking parameters (`utm_*`, `fbclid`, `gclid`) dropped.
    public let key: String

    public static let maximumLength = 2048

    public init?(_ text: String, at location: Fault.Location, into faults: inout Faults) {
        let rules = TextRules(length: 1...Self.maximumLength)
        guard let checked = rules.check(text, at: location, into: &faults) else { return nil }
        guard let key = Self.normalised(checked) else {
            faults.add(
                Fault(
                    location, .format,
                    "An absolute http or https URL without user information is needed, such as https://example.org/story."))
            return nil
        }
        self.text = checked
        self.key = key
    }

    /// Trusts what was stored.
    public init(stored text: String, key: String) {
        self.text = text
        self.key = key
    }

    private static func normalised(_ text: String) -> String? {
        guard !text.unicodeScalars.contains(where: { $0.properties.isWhitespace || "<>\"\\^`{|}".unicodeScalars.contains($0) }),
            let separator = text.range(of: "://")
        else { return nil }
        let scheme = text[..<separator.lowerBound].lowercased()
        guard scheme == "http" || scheme == "https" else { return nil }
        // URLComponents takes care of what RFC 3986 says about the parts and of internationalised hosts.
        guard let parts = URLComponents(string: text, encodingInvalidCharacters: true),
            parts.user == nil, parts.password == nil, let host = parts.encodedHost?.lowercased(), !host.isEmpty,
            !text[separator.upperBound...].prefix(while: { $0 != "/" && $0 != "?" && $0 != "#" }).contains("@")
        else { return nil }
        guard host.utf8.allSatisfy({ isHostByte($0) }), host != ".", (parts.port ?? 1) > 0, (parts.port ?? 1) <= 65_535 else { return nil }
        var result = scheme + "://" + host
        if let port = parts.port, port != (scheme == "http" ? 80 : 443) { result += ":\(port)" }
        let path = decodingUnreserved(removingDotSegments(parts.percentEncodedPath))
        result += path.isEmpty ? "/" : path
        if let query = parts.percentEncodedQuery {
            let kept = query.split(separator: "&", omittingEmptySubsequences: true).filter { !isTracking($0) }
            if !kept.isEmpty { result += "?" + decodingUnreserved(kept.joined(separator: "&")) }
        }
        return result
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ":"),
            UInt8(ascii: "%"):
            true
        default: false
        }
    }

    private static func isTracking(_ parameter: Substring) -> Bool {
        let name = parameter.prefix { $0 != "=" }.lowercased()
        return name.hasPrefix("utm_") || name == "fbclid" || name == "gclid"
    }

    /// RFC 3986 §5.2.4.
    private static func removingDotSegments(_ path: String) -> String {
        guard path.contains("/.") else { return path }
        var output: [Substring] = []
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            if segment == ".." {
                _ = output.popLast()
                if isLast { output.append("") }
            } else if segment == "." {
                if isLast { output.append("") }
            } else {
                output.append(segment)
            }
        }
        return "/" + output.joined(separator: "/")
    }

    /// `%7E` and `~` are the same; the escapes that stay are written in upper case (RFC 3986 §6.2.2.1, §6.2.2.2).
    private static func decodingUnreserved(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let value = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
            {
                if isUnreserved(value) {
                    output.append(value)
                } else {
                    output += String(decoding: bytes[index...index + 2], as: UTF8.self).uppercased().utf8
                }
                index += 3
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }
}
