public import HTTPTypes

extension ContentType {
    /// Picks the form the client likes best (RFC 9110 §12.5.1); on a tie the first offered. What isn't well formed in
    /// `Accept` is passed over, and with nothing well formed in it the first offer is taken.
    /// - Throws: 406 if the client takes none of the offers.
    public static func negotiated(in headers: HTTPFields, offers: [ContentType]) throws(Problem) -> ContentType {
        guard let first = offers.first else { throw Problem(.notAcceptable, "There is no form to choose from.") }
        let ranges = (headers[.accept].map { split($0, at: UInt8(ascii: ",")) } ?? []).compactMap(MediaRange.init)
        if ranges.isEmpty { return first }
        var best: (offer: ContentType, quality: Int)?
        for offer in offers {
            let fitting = ranges.filter { $0.precision(for: offer) > 0 }
            guard let range = fitting.max(by: { $0.precision(for: offer) < $1.precision(for: offer) }) else { continue }
            if range.quality > best?.quality ?? 0 { best = (offer, range.quality) }
        }
        guard let best else {
            let names = offers.map { "\($0.type)/\($0.subtype)" }.joined(separator: ", ")
            throw Problem(.notAcceptable, "It can be given as: \(names).")
        }
        return best.offer
    }
}

/// One element of `Accept`.
private struct MediaRange {
    let type: String
    let subtype: String
    /// In thousandths.
    var quality = 1_000

    init?(_ text: Substring) {
        var pieces = ContentType.split(String(text), at: UInt8(ascii: ";"))[...]
        let parts = (pieces.popFirst() ?? "").split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy(\.isToken), parts[0] != "*" || parts[1] == "*" else { return nil }
        type = parts[0].lowercased()
        subtype = parts[1].lowercased()
        for piece in pieces where piece.lowercased().hasPrefix("q=") {
            guard let value = Double(piece.dropFirst(2)), (0...1).contains(value) else { return nil }
            quality = Int(value * 1_000)
        }
    }

    /// 0: doesn't fit; 3: names it exactly.
    func precision(for offer: ContentType) -> Int {
        if type == "*" { return 1 }
        guard type == offer.type else { return 0 }
        if subtype == "*" { return 2 }
        return subtype == offer.subtype ? 3 : 0
    }
}
