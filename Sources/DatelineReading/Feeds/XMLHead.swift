/// What the first bytes of an XML document say of it.
enum XMLHead {
    private static let window = 1024

    /// The encoding in the XML declaration, in lower case.
    static func encoding(_ bytes: [UInt8]) -> String? {
        let head = bytes.prefix(window).drop { $0 != UInt8(ascii: "<") }
        guard head.starts(with: "<?xml".utf8), let end = head.firstIndex(of: UInt8(ascii: ">")) else { return nil }
        let text = Array(head[..<end])
        let tag = MarkupTag(name: 0..<5, attributes: 5..<text.count, isEmpty: false, start: 0)
        return tag.attributes(in: text)["encoding"]?.lowercased()
    }

    /// A document type may be named, but nothing may be declared, here or elsewhere.
    ///
    /// RSS 0.91 was told by the address of its document type; that one is let pass, and not followed either.
    static func declaresNothing(_ documentType: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: documentType.prefix(64 << 10), as: UTF8.self).lowercased()
        if text.utf8.contains(UInt8(ascii: "[")) { return false }
        guard text.holds("system") || text.holds("public") else { return true }
        return text.holds("-//netscape communications//dtd rss 0.9")
    }
}
