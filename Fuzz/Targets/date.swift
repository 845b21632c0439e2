import DatelineModels

@testable import DatelineReading

private let zones = ["Asia/Riyadh", "America/St_Johns", "Australia/Lord_Howe"].compactMap { ZonedClock(identifier: $0) }
private let notAfter: Int64 = 1_774_500_000

/// Partial dates as clients send them, and dates as documents state them.
func fuzz(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    for zone in [nil] + zones {
        let date: PartialDate
        do throws(PartialDate.ParseError) {
            date = try PartialDate(parsing: text, zone: zone)
        } catch {
            require(error != .zoneMissing || zone == nil, "a zone is missing that was given")
            require(error != .nonexistentLocalTime || zone != nil, "no zone can have skipped \(text)")
            continue
        }
        check(date)
        // These forms have one way of writing each date.
        if [4, 7, 10].contains(text.utf8.count) { require(isSame(date.description, text), "\(text) became \(date)") }
        let isCanonical = text.utf8.last == UInt8(ascii: "Z") && Array(text.utf8)[10] == UInt8(ascii: "T") && !text.utf8.contains(0x2E)
        if isCanonical, !text.hasSuffix(":60Z") || text.utf8.count != 20 {
            require(isSame(date.description, text), "\(text) became \(date)")
        }
    }
    for order in [nil] + DateOrder.allCases.map(Optional.some) {
        let stated = StatedDate(text, zone: zones.first, order: order, notAfter: notAfter)
        require(stated.value == nil || stated.problem == nil, "\(text) has a value and a problem")
        require(stated.value != nil || stated.problem != nil, "\(text) has neither value nor problem")
        guard let value = stated.value else { continue }
        check(value)
        require(value.earliest - 14 * 3600 <= notAfter, "\(text) is later than it may be")
    }
}

private func check(_ date: PartialDate) {
    require((try? PartialDate(parsing: date.description)) == date, "\(date) isn't read as it is written")
    require(PartialDate.supportedSeconds.contains(date.earliest), "\(date) begins out of range")
    require(date.latest > date.earliest && date.latest <= PartialDate.supportedSeconds.upperBound, "\(date) ends at \(date.latest)")
    require(PartialDate(containing: date.latest - 1, precision: date.precision) == date, "\(date) doesn't hold its last second")
}
