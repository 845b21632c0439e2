/// A language tag, well formed by BCP 47 (RFC 5646 §2.1), written in its recommended case.
public struct LanguageTag: Hashable, Sendable {
    public let text: String

    public static let maximumLength = 35

    /// nil where the text isn't well formed. Registered subtags aren't looked up.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard (2...Self.maximumLength).contains(bytes.count), bytes.allSatisfy(Self.isSubtagByte) else { return nil }
        var subtags = text.split(separator: "-", omittingEmptySubsequences: false).map { $0.lowercased() }
        guard let language = subtags.first, (2...8).contains(language.utf8.count), language.utf8.allSatisfy({ $0 >= UInt8(ascii: "a") })
        else { return nil }
        var previousWasSingleton = false
        for (index, subtag) in subtags.enumerated().dropFirst() {
            let length = subtag.utf8.count
            guard (1...8).contains(length) else { return nil }
            if length == 1 {
                guard !previousWasSingleton, index < subtags.count - 1 else { return nil }
                previousWasSingleton = true
                continue
            }
            if !previousWasSingleton, subtags[1..<index].allSatisfy({ $0.utf8.count > 1 }) {
                if length == 2 { subtags[index] = subtag.uppercased() }
                if length == 4, subtag.utf8.allSatisfy({ $0 >= UInt8(ascii: "a") }) {
                    subtags[index] = subtag.prefix(1).uppercased() + subtag.dropFirst()
                }
            }
            previousWasSingleton = false
        }
        self.text = subtags.joined(separator: "-")
    }

    private static func isSubtagByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
