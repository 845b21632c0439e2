import Crypto

/// What a token allows; `write` includes `read`.
public enum TokenScope: String, Sendable, CaseIterable {
    case read, write

    func allows(_ scope: RouteScope) -> Bool {
        switch scope {
        case .open: true
        case .read: true
        case .write: self == .write
        }
    }
}

/// A token as the service keeps it: what it hashes to, never the token itself. The token has 256 random bits, so that a plain
/// hash can't be turned back; a slow one, made for passwords, would gain nothing.
public struct AccessToken: Hashable, Sendable {
    /// Eight hexadecimal digits, part of the token: names it in logs and in its file.
    public let id: String
    public let scope: TokenScope
    /// SHA-256 of the whole token.
    let hash: [UInt8]

    static let prefix = "dateline_"
    static let secretBytes = 32

    /// Makes a token.
    /// - Returns: the token, to be shown once, and what is kept of it.
    public static func make(_ scope: TokenScope) -> (text: String, token: AccessToken) {
        let id = hexadecimal(SymmetricKey(size: .init(bitCount: 32)).withUnsafeBytes(Array.init))
        let secret = base64URL(SymmetricKey(size: .init(bitCount: secretBytes * 8)).withUnsafeBytes(Array.init))
        let text = "\(prefix)\(id)_\(secret)"
        return (text, AccessToken(id: id, scope: scope, hash: digest(of: text)))
    }

    static func digest(of text: String) -> [UInt8] {
        Array(SHA256.hash(data: Array(text.utf8)))
    }

    /// Looks at every byte, whatever the first ones say, so that the time taken tells nothing.
    func matches(_ digest: [UInt8]) -> Bool {
        guard digest.count == hash.count else { return false }
        return zip(digest, hash).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static let hexadecimalDigits = Array("0123456789abcdef".utf8)
    private static let base64Digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    static func hexadecimal(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.flatMap { [hexadecimalDigits[Int($0 >> 4)], hexadecimalDigits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// RFC 4648 §5, without padding.
    private static func base64URL(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var (bits, count) = (0, 0)
        for byte in bytes {
            (bits, count) = (bits << 8 | Int(byte), count + 8)
            while count >= 6 {
                count -= 6
                text.append(base64Digits[bits >> count & 63])
            }
            bits &= (1 << count) - 1
        }
        if count > 0 { text.append(base64Digits[bits << (6 - count) & 63]) }
        return String(decoding: text, as: UTF8.self)
    }
}
