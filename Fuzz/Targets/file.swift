import DatelineJSON
import DatelineModels
import DatelineReading

private let hints: [FileType] = [.text, .markdown, .html, .json, .jsonLines, .feed]
/// ASCII's record separator.
private let separator: UInt8 = 0x1E

/// Files as the folder brings them: what they hold is found out, and everything taken is an article by the rules of the contract.
///
/// What follows the first record separator is the side file.
func fuzz(_ input: [UInt8]) {
    let end = input.firstIndex(of: separator)
    let bytes = Array(input[..<(end ?? input.count)])
    let side = end.map { Array(input[($0 + 1)...]) }
    let parser = FileParser(
        foundAt: Timestamp(milliseconds: 1_774_500_000_000),
        habits: ["Courier": DateHabits(zone: ZonedClock(identifier: "Asia/Riyadh"), order: DateOrder.allCases.first)])
    let hint = hints[bytes.count % hints.count]
    do throws(FileRefusal) {
        let overlay = Overlay(side: SideFile(side), folderSource: bytes.count % 5 == 0 ? "Courier" : nil)
        check(try parser.parse(bytes, hint: hint, overlay: overlay), bytes)
    } catch {
        require(!error.reason.isEmpty && error.detail.utf8.count <= 1000, "the refusal is empty or told at length")
        require(error.reason != "parser-timeout", "it ran out of time that it has without end")
    }
}

private func check(_ parsed: ParsedFile, _ bytes: [UInt8]) {
    require(!parsed.articles.isEmpty || !parsed.wantedHabits.isEmpty, "there is neither article nor refusal")
    require(parsed.faults.count <= ImportFault.kept && parsed.faultCount >= parsed.faults.count, "\(parsed.faultCount) faults")
    for fault in parsed.faults {
        require((fault.excerpt?.utf8.count ?? 0) <= 200, "an excerpt is too long")
        require(fault.byteOffset.map { $0 >= 0 } ?? true, "a fault is at \(fault.byteOffset ?? 0)")
        require(fault.line.map { $0 >= 1 } ?? true, "a fault is on line \(fault.line ?? 0)")
    }
    for article in parsed.articles {
        let form = article.draft.json
        guard let again = try? ArticleInput.draft(from: .object(form)) else {
            require(false, "an article isn't one by the rules: \(form)")
            continue
        }
        require(again.json == form, "\(form) became \(again.json)")
        if let key = article.key { require((1...RecordIdentity.longestKey).contains(key.utf8.count), "a key has \(key.utf8.count) bytes") }
    }
}
