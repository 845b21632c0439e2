import DatelineModels

@testable import DatelineReading

/// How a page is read; which way depends on its length, so that the input is the page and nothing else.
struct ReadingHabits {
    let zone: ZonedClock?
    let order: DateOrder?
    let notAfter: Int64?

    private static let zones = [nil, ZonedClock(identifier: "Asia/Riyadh"), ZonedClock(identifier: "America/New_York")]
    private static let orders = [nil] + DateOrder.allCases.map(Optional.some)

    init(for bytes: [UInt8]) {
        zone = Self.zones[bytes.count % 3]
        order = Self.orders[bytes.count / 3 % Self.orders.count]
        notAfter = bytes.count % 2 == 0 ? 1_774_500_000 : nil
    }
}

/// What holds of every reading of a page.
///
/// - Parameter lines: of the text that the provenance counts in; nil where that isn't known.
func check(_ reading: PageReading, _ habits: ReadingHabits, lines: Int?) {
    var faults = Faults()
    let headline = ArticleDraft.headlineRules.check(reading.headline, at: .pointer(""), into: &faults)
    require(headline != nil, "the headline breaks the rules: \(faults.list)")
    // Markdown is kept as it is written, so that a body may be as long as the file; here no file is.
    require(ArticleDraft.bodyRules.check(reading.body, at: .pointer(""), into: &faults) != nil, "the body breaks the rules: \(faults.list)")
    for tag in reading.tags { require(!tag.utf8.contains(0), "a tag has a NUL") }

    require((reading.datePublished == nil) == (reading.dateStatus == .unknown), "date and status disagree")
    for date in [reading.datePublished, reading.dateModified].compactMap(\.self) {
        require((try? PartialDate(parsing: date.description)) == date, "\(date) isn't read as it is written")
        if let notAfter = habits.notAfter { require(date.earliest - 14 * 3600 <= notAfter, "\(date) is later than it may be") }
    }
    require(Set(reading.warnings).count == reading.warnings.count, "a warning is given twice")
    check(reading.provenance, lines: lines)
}

private func check(_ provenance: ReadingProvenance, lines: Int?) {
    let all = 1...(lines ?? .max - 1)
    require(provenance.removed.count <= ReadingProvenance.maximumEntries, "too much is told")
    require(provenance.dates.count <= ReadingProvenance.maximumEntries, "too many dates are told")
    var last = 0
    for span in provenance.removed {
        require(span.excerpt.utf8.count <= 120, "an excerpt is too long")
        guard let part = span.lines else { continue }
        require(all.contains(part.lowerBound) && all.contains(part.upperBound), "\(part) is not among \(all)")
        // Two parts of one line may be removed for two reasons.
        require(part.lowerBound >= last, "\(part) isn't in the order of the page")
        last = part.upperBound
    }
    for date in provenance.dates {
        require(date.raw.utf8.count <= 120, "a date's text is too long")
        require(date.line.map { all.contains($0) } ?? true, "a date is on line \(date.line ?? 0) of \(all)")
        if let value = date.value { require((try? PartialDate(parsing: value.description)) == value, "\(value) isn't read as written") }
    }
    for origin in [provenance.headline, provenance.byline, provenance.source] {
        require(origin?.line.map { all.contains($0) } ?? true, "a field is on line \(origin?.line ?? 0) of \(all)")
    }
    require(provenance.dateline.map { all.contains($0.line) } ?? true, "the dateline is on line \(provenance.dateline?.line ?? 0)")
}

/// Refusals that some bytes deserve; to run out of time isn't among them.
func check(_ refusal: ReadingError) {
    require(refusal != .outOfTime && refusal != .tooLarge, "refused as \(refusal)")
}

/// Decoded text is clean, and cleaning it once more changes nothing.
func checkDecoding(_ bytes: [UInt8]) -> DecodedText? {
    guard let decoded = try? TextDecoding.decode(bytes) else { return nil }
    let isClean = decoded.text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\n" || $0 == "\t" }
    require(isClean, "control characters are left")
    require(isSame(TextDecoding.clean(decoded.text).text, decoded.text), "cleaned twice it is another text")
    return decoded
}
