import Foundation

/// The name of a tag: NFC, trimmed, 1–100 characters, without control or invisible characters and without `,` `/` `*`.
public struct TagName: Hashable, Sendable {
    /// As first written.
    public let text: String
    /// What makes it unique.
    public let folded: String

    public static let rules = TextRules(length: 1...100)

    public init?(_ text: String, at location: Fault.Location, into faults: inout Faults) {
        guard let checked = Self.rules.check(text, at: location, into: &faults) else { return nil }
        let composed = checked.precomposedStringWithCanonicalMapping
        guard !composed.unicodeScalars.contains(where: TextRules.isInvisibleFormat) else {
            faults.add(Fault(location, .controlCharacter, "Invisible and direction-changing characters are not allowed in a tag."))
            return nil
        }
        guard !composed.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "*") }),
            composed != ".", composed != ".."
        else {
            faults.add(Fault(location, .format, "A tag can't be '.' or '..' nor hold ',', '/' or '*'."))
            return nil
        }
        let folded = Folding.fold(composed)
        guard !folded.isEmpty else {
            faults.add(Fault(location, .empty, "A tag needs at least one visible character."))
            return nil
        }
        self.text = composed
        self.folded = folded
    }

    /// Trusts what was stored.
    public init(stored text: String, folded: String) {
        self.text = text
        self.folded = folded
    }

    public static func == (left: Self, right: Self) -> Bool { left.folded.utf8.elementsEqual(right.folded.utf8) }
    public func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}
