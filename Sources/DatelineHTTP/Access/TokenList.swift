/// The tokens of a tokens file. Each line is `ID SCOPE sha256:HASH`, and whatever follows on it is for people; `#` begins a comment.
/// To take a token back, its line is deleted.
public struct TokenList: Sendable {
    public let tokens: [AccessToken]

    public static let maximumBytes = 256 << 10
    static let maximumTokens = 1_000

    /// Why a text is no list of tokens: one sentence, which never holds anything of the text but a number.
    public struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        public let description: String
    }

    /// - Parameter mayBeEmpty: for a file that a token is to be added to.
    /// - Throws: ``Fault`` at the first line that is wrong: a list that is half understood would let in or lock out the wrong people.
    public init(_ bytes: [UInt8], mayBeEmpty: Bool = false) throws(Fault) {
        guard bytes.count <= Self.maximumBytes else { throw Fault(description: "it has more than \(Self.maximumBytes) bytes") }
        guard var text = String(validating: bytes, as: UTF8.self) else { throw Fault(description: "it isn't UTF-8") }
        if text.unicodeScalars.first == "\u{feff}" { text.unicodeScalars.removeFirst() }
        var tokens: [AccessToken] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let words = line.split { $0 == " " || $0 == "\t" }
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            let token = try Self.token(words, line: index + 1)
            guard !tokens.contains(where: { $0.id == token.id || $0.hash == token.hash }) else {
                throw Fault(description: "line \(index + 1) repeats a token")
            }
            tokens.append(token)
            guard tokens.count <= Self.maximumTokens else {
                throw Fault(description: "it holds more than \(Self.maximumTokens) tokens")
            }
        }
        guard !tokens.isEmpty || mayBeEmpty else { throw Fault(description: "it holds no token") }
        self.tokens = tokens
    }

    private static func token(_ words: [Substring], line: Int) throws(Fault) -> AccessToken {
        guard words.count >= 3 else { throw Fault(description: "line \(line) isn't of the form ID SCOPE sha256:HASH") }
        guard words[0].utf8.count == 8, let id = bytes(ofHexadecimal: words[0]) else {
            throw Fault(description: "line \(line) doesn't begin with an id of eight hexadecimal digits")
        }
        guard let scope = TokenScope(rawValue: String(words[1])) else {
            throw Fault(description: "line \(line) has a scope that is neither read nor write")
        }
        guard words[2].hasPrefix("sha256:"), let hash = bytes(ofHexadecimal: words[2].dropFirst(7)), hash.count == 32 else {
            throw Fault(description: "line \(line) has no SHA-256 hash of 64 hexadecimal digits")
        }
        return AccessToken(id: AccessToken.hexadecimal(id), scope: scope, hash: hash)
    }

    private static func bytes(ofHexadecimal text: Substring) -> [UInt8]? {
        let digits = text.utf8.map { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
            default: nil
            }
        }
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[index], let low = digits[index + 1] else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    /// The token's line of the file.
    /// - Parameter note: for people; no line breaks.
    public static func line(for token: AccessToken, note: String) -> String {
        "\(token.id) \(token.scope.rawValue) sha256:\(AccessToken.hexadecimal(token.hash)) \(note)\n"
    }

    /// The token that a request came with. Every one is compared, so that the time taken doesn't tell which is near.
    func token(matching text: String) -> AccessToken? {
        let digest = AccessToken.digest(of: text)
        var found: AccessToken?
        for token in tokens where token.matches(digest) { found = token }
        return found
    }
}
