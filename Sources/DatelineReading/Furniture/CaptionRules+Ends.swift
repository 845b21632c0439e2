// Captions by how they begin and end: houses that sell pictures, labels, records, and credits of East Asia.
extension CaptionRules {
    /// "Kite Images A white ferry, leaning to one side on a reef": who sells the picture, and what it shows for those who can't see it.
    static func opensWithHouse(_ line: ArraySlice<UInt8>) -> Bool {
        guard (24...500).contains(line.count), line.last != UInt8(ascii: ".") else { return false }
        let head = line.split(separator: 0x20, maxSplits: 6, omittingEmptySubsequences: true)
        guard head.count == 7, let house = head.prefix(3).firstIndex(where: { $0.elementsEqual("Images".utf8) }), house > 0,
            head[..<house].allSatisfy({ $0.first.map(ByteText.isUpper) ?? false }), let first = head[house + 1].first
        else { return false }
        // "Satellite Images Show New Damage at Port" is a headline.
        return ByteText.isUpper(first) && !isTitleCased(line[head[house + 1].startIndex...])
    }

    /// "… (1930–2023) Fot. Archiwum", "… at dawn Photo: Orhan Deel": a label near the end that says whose the picture is.
    static func endsWithLabel(_ line: ArraySlice<UInt8>) -> Bool {
        guard (24...600).contains(line.count), line.last != UInt8(ascii: "."), line.last != UInt8(ascii: "?"),
            line.last != UInt8(ascii: "!")
        else { return false }
        let window = line.suffix(mostCreditBytes)
        for label in tailLabels {
            guard let offset = ByteText.offset(of: label, in: window), offset > line.startIndex else { continue }
            let rest = line[(offset + label.count)...]
            // "How to edit a Photo: The complete guide" is a title.
            return (1...mostCreditWords).contains(words(rest)) && words(line[..<offset]) >= 3
                && rest.first.map { $0 >= 0x80 || ByteText.isUpper($0) } ?? false
                && (label.last == 0x20 && label.dropLast().last == UInt8(ascii: ".") || isNames(rest) && !isTitleCased(line[..<offset]))
        }
        return false
    }

    /// "How to Edit a": its longer words have capitals, as in a title.
    private static func isTitleCased(_ text: ArraySlice<UInt8>) -> Bool {
        let long = text.split(separator: 0x20).filter { $0.count >= 4 && $0.first.map(ByteText.isASCIILetter) ?? false }
        return long.count >= 2 && long.allSatisfy { $0.first.map(ByteText.isUpper) ?? false }
    }

    private static let tailLabels = [
        " Fot. ", " fot. ", " Foto: ", " Photo: ", " Photo : ", " Bild: ", " Picture: ", " Image: ", " Imagen: ", " Zdjęcie: ", " Фото: ",
        " Fotoğraf: ", " Kuva: ", " Credit: ", " Photograph: ",
    ].map { Array($0.utf8) }

    /// "… - Karsh News, 1920, 12.12.2023": the width of the picture and the day on which it was filed.
    static func endsAsRecord(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count >= 40, line.last.map(ByteText.isDigit) ?? false else { return false }
        let parts = line.suffix(24).split(separator: UInt8(ascii: ","))
        guard parts.count >= 3 else { return false }
        let width = parts[parts.count - 2].drop { $0 == 0x20 }
        let day = parts[parts.count - 1].drop { $0 == 0x20 }
        return (3...4).contains(width.count) && width.allSatisfy(ByteText.isDigit) && day.count == 10
            && day.allSatisfy { ByteText.isDigit($0) || $0 == UInt8(ascii: ".") } && day.contains(UInt8(ascii: "."))
    }

    private static let eastAsianCredits = ["撮影", "摄影", "攝影", "摄", "攝", "撮影）", "摄）", "攝）", "提供）"].map { Array($0.utf8) }
    private static let takenBy = Array("＝".utf8)

    /// "…。本报记者 陈若溪 摄", "…＝2024年1月22日、山田太郎撮影": who took the picture stands at the end, and no stop behind it.
    static func endsWithEastAsianCredit(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count >= 18, line.count <= 700 else { return false }
        if let credit = eastAsianCredits.first(where: { line.suffix($0.count).elementsEqual($0) }) {
            return isNameBehindSign(line.dropLast(credit.count), mayList: ByteText.offset(of: takenBy, in: line) != nil)
        }
        let supplied = Array("提供".utf8)
        return line.suffix(supplied.count).elementsEqual(supplied) && ByteText.offset(of: takenBy, in: line) != nil
    }

    private static let signs: Set<Unicode.Scalar> = [" ", "　", "。", "＝", "=", "（", "(", "/", "／", "：", ":", "！", "」", "”"]

    /// "…。本报记者 陈若溪", "…＝2024年1月22日、山田太郎": "月の裏側を撮影" says what was done, and names nobody.
    private static func isNameBehindSign(_ text: ArraySlice<UInt8>, mayList: Bool) -> Bool {
        let scalars = Array(ByteText.string(text.suffix(60)).unicodeScalars)
        var index = scalars.count
        if index > 0, scalars[index - 1] == " " || scalars[index - 1] == "　" { index -= 1 }
        let end = index
        while index > 0, EastAsianByline.isHan(scalars[index - 1]) { index -= 1 }
        guard (2...8).contains(end - index), index > 0, scalars[end - 1] != "拍" else { return false }
        return signs.contains(scalars[index - 1]) || mayList && scalars[index - 1] == "、"
    }

    /// What stands behind the same sentence printed before it: the name of who took the picture.
    static func isCreditBehindCopy(_ rest: ArraySlice<UInt8>) -> Bool {
        let text = rest.drop { $0 == 0x20 }
        guard (3...mostCreditBytes).contains(text.count), words(text) <= 6, text.last != UInt8(ascii: ".") else { return false }
        return text.starts(with: "(".utf8) || text.starts(with: "©".utf8) || isNames(text)
    }

    /// "BOATS lie idle at the quay on Tuesday.—Courier": a dash glued to the last sentence, and a short name.
    static func endsWithGluedCredit(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count >= 30, line.count <= 400 else { return false }
        let window = line.suffix(40)
        for dash in ["—", "–"].map({ Array($0.utf8) }) {
            guard let offset = ByteText.offset(of: dash, in: window), offset > line.startIndex, line[offset - 1] == UInt8(ascii: ".") else {
                continue
            }
            let rest = line[(offset + dash.count)...]
            return (1...4).contains(words(rest)) && rest.first.map { ByteText.isUpper($0) || $0 >= 0xC3 } ?? false && isNames(rest)
        }
        return false
    }
}
