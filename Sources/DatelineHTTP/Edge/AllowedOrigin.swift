/// An origin whose web pages may call the service, as browsers write it: `https://example.org`; a port only where it isn't the scheme's.
public struct AllowedOrigin: Sendable, Hashable {
    private static let ownPorts = ["http": 80, "https": 443]

    let text: String

    /// - Parameter text: in any case, also with the scheme's own port, and with a `/` at its end.
    /// - Returns: nil for what no browser sends as `Origin`, such as an address with a path, a pattern, a host alone; and for `null`, which
    ///   any page can have.
    public init?(_ text: String) {
        let parts = text.lowercased().split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, Self.isScheme(parts[0]), parts[1].hasPrefix("//") else { return nil }
        let rest = parts[1].dropFirst(2)
        let authority = String(rest.hasSuffix("/") ? rest.dropLast() : rest)
        guard let host = HostPolicy.host(of: authority), AllowedHost.isPlain(host) else { return nil }
        let origin = "\(parts[0])://\(host)"
        let digits = authority.dropFirst(host.count + 1)
        guard !digits.isEmpty else {
            self.text = origin
            return
        }
        guard let port = Int(digits), port <= 65_535 else { return nil }
        self.text = port == Self.ownPorts[String(parts[0])] ? origin : "\(origin):\(port)"
    }

    /// RFC 3986 §3.1: a letter, then letters, digits, `+`, `-` and `.`; browsers' extensions have schemes of their own.
    private static func isScheme(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
        return text.utf8.allSatisfy { $0.isASCIILetterOrDigit || "+-.".utf8.contains($0) }
    }
}
