/// Labels of page furniture that a lost line break glued to the text after them: "Related NewsUS Warns …".
enum GluedLabel {
    private static let labels: [[UInt8]] = [
        "Related News", "Related Posts", "Related Articles", "Related Stories", "Related Post", "Read More", "Read more", "Advertisement",
        "ADVERTISEMENT", "Share:", "Share", "Copy URL", "Source link", "Also Read", "Also read", "Leave a Comment",
    ].map { Array($0.utf8) }

    /// The bytes of the label, or 0. A capital letter must follow at once, so that "Shareholders" and "SHARE" stay whole.
    static func length(in bytes: [UInt8], _ range: Range<Int>) -> Int {
        guard let first = range.isEmpty ? nil : bytes[range.lowerBound],
            first == UInt8(ascii: "R") || first == UInt8(ascii: "S") || first == UInt8(ascii: "A") || first == UInt8(ascii: "C")
                || first == UInt8(ascii: "L")
        else { return 0 }
        for label in labels where label.count < range.count {
            let stop = range.lowerBound + label.count
            guard ByteText.isUpper(bytes[stop]), let last = label.last, !ByteText.isUpper(last) else { continue }
            if bytes[range.lowerBound..<stop].elementsEqual(label) { return label.count }
        }
        return 0
    }
}
