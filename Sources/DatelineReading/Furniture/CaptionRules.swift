/// Tells the captions of pictures by the credit at their end, in any language: "… (Image: Police)", "… | Photo: M. Marsk", "… © Lena Marsk".
enum CaptionRules {
    static let mostCreditWords = 8
    static let mostCreditBytes = 90

    /// - Returns: whether the line is nothing but a credit, or text with a credit behind it.
    static func isCaption(_ line: ArraySlice<UInt8>) -> Bool {
        if opensAsFilePicture(line) || opensWithLabel(line) || opensAsGallery(line) || endsWithLicence(line) || endsWithLabel(line)
            || endsAsRecord(line) || endsWithEastAsianCredit(line) || opensWithHouse(line)
        {
            return true
        }
        return isLoneCredit(line) || credit(line) != nil
    }

    /// "2 of 3 | Longshoremen play dominoes"
    private static func opensAsGallery(_ line: ArraySlice<UInt8>) -> Bool {
        // "[1/3]A loader moves ore", "Item 1 of 3 A loader moves ore"
        if line.first == UInt8(ascii: "["), let close = line.prefix(8).firstIndex(of: UInt8(ascii: "]")), close + 1 < line.endIndex {
            let inner = line[(line.startIndex + 1)..<close].split(separator: UInt8(ascii: "/"))
            if inner.count == 2, inner.allSatisfy({ $0.allSatisfy(ByteText.isDigit) }) { return true }
        }
        if line.starts(with: "Item ".utf8), ByteText.offset(of: Array(" of ".utf8), in: line.prefix(14)) != nil { return true }
        let words = line.prefix(16).split(separator: 0x20, maxSplits: 4)
        return words.count >= 4 && words[1].elementsEqual("of".utf8) && [words[0], words[2]].allSatisfy { $0.allSatisfy(ByteText.isDigit) }
            && words[3].elementsEqual("|".utf8)
    }

    /// "… Deep Basin Survey, CC BY-ND"
    private static func endsWithLicence(_ line: ArraySlice<UInt8>) -> Bool {
        line.count <= 300 && ByteText.offset(of: Array(" CC BY".utf8), in: line.suffix(16)) != nil
    }

    /// "(Renny Okafor / San Ysidro Tribune)": the caption is the line above.
    static func isLoneCredit(_ line: ArraySlice<UInt8>) -> Bool {
        // "Nadia Frost/Staff Photographer"
        if line.count <= mostCreditBytes, let stroke = line.firstIndex(of: UInt8(ascii: "/")), (2...3).contains(words(line[..<stroke])),
            isNames(line[..<stroke]),
            line[(stroke + 1)...].starts(with: "Staff".utf8) || startsWithPictureWord(line[(stroke + 1)...])
                || isHouse(line[(stroke + 1)...])
        {
            return true
        }
        guard line.count <= mostCreditBytes, line.first == UInt8(ascii: "("), line.last == UInt8(ascii: ")") else { return false }
        let inner = line.dropFirst().dropLast()
        return !inner.contains(UInt8(ascii: "(")) && inner.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") } && isNames(inner)
    }

    /// "AFP", "Karsh Press/Tarn Images": an agency or two of them, or who sells pictures.
    private static func isHouse(_ text: ArraySlice<UInt8>) -> Bool {
        guard let last = text.split(separator: UInt8(ascii: "/")).last, words(text) <= 5, isNames(text) else { return false }
        if OutletNames.isAgency(ByteText.string(last)) { return true }
        guard let word = last.split(separator: 0x20).last else { return false }
        return hasPictureWord(word)
    }

    /// "Photo: Lena Marsk" in any of these languages.
    private static func opensWithLabel(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count <= 160, let colon = line.prefix(40).firstIndex(of: UInt8(ascii: ":")), colon + 1 < line.endIndex else {
            return false
        }
        let label = line[..<colon]
        return words(label) <= 2 && hasPictureWord(label) && words(line) <= 14
    }

    /// "FILE - Jeepneys line up …", "(FILE) …"
    private static func opensAsFilePicture(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count > 8, line.count <= 600 else { return false }
        let head = line.prefix(12)
        return ["FILE - ", "FILE — ", "FILE – ", "FILE PHOTO", "(FILE)", "[FILE"].contains { head.starts(with: $0.utf8) }
    }

    /// Where the credit begins.
    private static func credit(_ line: ArraySlice<UInt8>) -> Int? {
        guard line.count >= 8, line.count <= 700 else { return nil }
        let window = line.suffix(mostCreditBytes + 20)
        if line.last == UInt8(ascii: ")") {
            guard let open = window.lastIndex(of: UInt8(ascii: "(")) else { return nil }
            let inner = line[(open + 1)..<(line.endIndex - 1)]
            // "(pictures)" behind a name tells who took them.
            let isCredit = words(inner) > 1 || words(line[..<open]) >= 6 && !line[..<open].contains(UInt8(ascii: "("))
            if hasPictureWord(inner), words(inner) <= mostCreditWords, isCredit { return open }
            // "No one is saying whose it is.(Ansley Fire Department)": glued to the last sentence.
            if open > line.startIndex, isStop(line[open - 1]), words(inner) <= mostCreditWords, isNames(inner) { return open }
            // "(SBN News: Bruce Tollmache)"
            if let colon = inner.firstIndex(of: UInt8(ascii: ":")), colon + 1 < inner.endIndex, inner[colon + 1] == 0x20, isNames(inner) {
                return open
            }
            return nil
        }
        // "La iglesia, ayer. / C. R."
        if line.last == UInt8(ascii: "."), ByteText.isUpper(line[line.endIndex - 2]), let cut = slash(window), words(line[cut...]) <= 3,
            line[cut...].allSatisfy({ ByteText.isUpper($0) || $0 == UInt8(ascii: ".") || $0 == 0x20 })
        {
            return cut
        }
        guard line.last != UInt8(ascii: "."), line.last != UInt8(ascii: "?"), line.last != UInt8(ascii: "!") else { return nil }
        // The last part behind a bar, a dash or a stop.
        if let cut = lastMark(window) {
            let rest = line[cut...]
            if isCapitalCredit(rest), words(line[..<cut]) >= 4 { return cut }
            // "The bow came out through the dresser. MHAIRI GROAT"
            if (2...3).contains(words(rest)), words(line[..<cut]) >= 4, rest.count(where: ByteText.isUpper) >= 4,
                rest.allSatisfy({
                    ByteText.isUpper($0) || $0 == 0x20 || $0 == UInt8(ascii: "-") || $0 == 0xC3 || (0x80...0x9E).contains($0)
                })
            {
                return cut
            }
            if !rest.isEmpty, rest.count <= mostCreditBytes, words(rest) <= mostCreditWords, startsWithPictureWord(rest) { return cut }
            // "… | LE PONANT - ERWAN GUIDOUX": the bar is in front of the last dash.
            if let bar = lastBar(window) {
                let credit = line[bar...]
                let hasSplit = credit.contains {
                    $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ",")
                }
                if hasSplit, words(line[..<bar]) >= 8, isNames(credit) { return bar }
            }
        }
        if let cut = slash(window), words(line[..<cut]) >= 4, words(line[cut...]) <= 5, isNames(line[cut...]) { return cut }
        if let sign = copyrightSign(window), sign > line.startIndex, words(line[..<sign]) >= 3, words(line[sign...]) <= mostCreditWords,
            isNames(line[sign...].dropFirst(2))
        {
            return sign
        }
        return nil
    }

    /// "BENOÎT ARSAC POUR « LE COURANT »", "LENA MARSK / KNS": no small letter in it, and a sign or a word that says for whom.
    private static func isCapitalCredit(_ rest: ArraySlice<UInt8>) -> Bool {
        guard (2...mostCreditWords).contains(words(rest)), rest.count <= mostCreditBytes, rest.first.map(ByteText.isUpper) ?? false else {
            return false
        }
        let text = ByteText.string(rest)
        guard !text.unicodeScalars.contains(where: { $0.isLowercase }), !rest.contains(where: ByteText.isDigit),
            text.unicodeScalars.count(where: { $0.isUppercase }) >= 6
        else { return false }
        return [" POUR ", " FOR ", " FÜR ", " PARA ", " PER ", " VOOR ", " / ", "/"].contains { text.holds($0) }
    }

    private static func isStop(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "\"")
    }

    private static func copyrightSign(_ line: ArraySlice<UInt8>) -> Int? {
        line.indices.dropLast().last { line[$0] == 0xC2 && line[$0 + 1] == 0xA9 }
    }

    /// Behind the last " | ", dash between spaces, or full stop before a space.
    private static func lastMark(_ line: ArraySlice<UInt8>) -> Int? {
        var index = line.endIndex - 2
        while index > line.startIndex {
            let byte = line[index]
            if line[index + 1] == 0x20, byte == UInt8(ascii: "|") || byte == UInt8(ascii: "-") && line[index - 1] == 0x20 {
                return index + 2
            }
            if line[index + 1] == 0x20, byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!") {
                // Not an initial: "M. Marsk".
                if index - 2 >= line.startIndex, line[index - 2] != 0x20, line[index - 2] != UInt8(ascii: ".") { return index + 2 }
            }
            if byte == 0x93 || byte == 0x94, index - 2 >= line.startIndex, line[index - 1] == 0x80, line[index - 2] == 0xE2,
                line[index + 1] == 0x20
            {
                return index + 2
            }
            index -= 1
        }
        return nil
    }

    /// "La iglesia, ayer. / María Gil": behind a stop and the last " / ".
    private static func slash(_ line: ArraySlice<UInt8>) -> Int? {
        guard let sign = line.lastIndex(of: UInt8(ascii: "/")), sign - 2 > line.startIndex, sign + 2 < line.endIndex,
            line[sign - 1] == 0x20,
            line[sign + 1] == 0x20, isStop(line[sign - 2])
        else { return nil }
        return sign + 2
    }

    private static func lastBar(_ line: ArraySlice<UInt8>) -> Int? {
        line.lastIndex(of: UInt8(ascii: "|")).flatMap { $0 + 2 < line.endIndex ? $0 + 2 : nil }
    }

    static func words(_ text: ArraySlice<UInt8>) -> Int {
        var count = 0
        var inWord = false
        for byte in text {
            let isSpace = byte == 0x20
            if !isSpace, !inWord { count += 1 }
            inWord = !isSpace
        }
        return count
    }

    /// Words with capitals, or of a script without them; small ones are few.
    static func isNames(_ text: ArraySlice<UInt8>) -> Bool {
        if text.contains(where: ByteText.isDigit) { return false }
        var names = 0
        var small = 0
        WordScanner.scan(text) { word in
            if word.isCapitalised || word.letters >= 2 && pictureWords.contains(word.hash) { names += 1 } else { small += 1 }
        }
        return (1...mostCreditWords).contains(names) && small * 3 <= names
    }

    static func hasPictureWord(_ text: ArraySlice<UInt8>) -> Bool {
        var found = false
        WordScanner.scan(text) { found = found || pictureWords.contains($0.hash) }
        return found
    }

    private static func startsWithPictureWord(_ text: ArraySlice<UInt8>) -> Bool {
        var position = 0
        var found = false
        WordScanner.scan(text) { word in
            if position < 2, pictureWords.contains(word.hash) { found = true }
            position += 1
        }
        return found && position <= mostCreditWords && position >= 2
    }

    private static let pictureWords = WordTable<Void>(
        """
        screengrab screenshot photo photos photograph photographs photographer photography picture pictures image images pic credit credits supplied courtesy pix
        foto fotos fotografie fotografia fotografía fotografija bild bilder imagen imágenes imagem imagens immagine immagini
        reproducción reprodução divulgação archivbild symbolbild archivfoto symbolfoto cortesía
        фото фотография фотографія фотограф zdjęcie zdjęcia fot fotoğraf foto kuva bilde billede
        تصوير صورة الصورة عکس צילום תמונה φωτογραφία φωτο φωτογραφίες फोटो तस्वीर 사진 图片 摄影 图为 写真 撮影 圖片 攝影
        """)
}
