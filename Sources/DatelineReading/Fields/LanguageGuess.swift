import DatelineModels

/// The language of a text, by script and by the small words of the larger European languages.
enum LanguageGuess {
    private static let sampleBytes = 20_000
    private static let fewestHits = 3

    static func tag(_ text: String) -> String? { tag(Array(text.utf8)[...]) }

    /// - Returns: a BCP 47 tag; nil where nothing clearly wins.
    static func tag(_ bytes: ArraySlice<UInt8>) -> String? {
        let sample = bytes.prefix(sampleBytes)
        var scripts = ScriptCount()
        var hits = Array(repeating: 0, count: languages.count)
        var word = Word()
        sample.withUnsafeBufferPointer { sample in
            var index = 0
            while index < sample.count {
                let byte = sample[index]
                if ByteText.isASCIILetter(byte) {
                    let start = index
                    while index < sample.count, ByteText.isASCIILetter(sample[index]) {
                        word.append(sample[index] | 0x20)
                        index += 1
                    }
                    scripts.latin += index - start
                    continue
                }
                if byte >= 0x80 {
                    scripts.add(byte)
                    word.append(byte)
                } else if word.length > 0 {
                    count(word, &hits)
                    word = Word()
                }
                index += 1
            }
        }
        count(word, &hits)
        if let language = scripts.language(ByteText.string(sample)) { return language }
        if isNordic(sample, letters: scripts.latin) {
            for index in hits.indices where !["sv", "nb", "da"].contains(languages[index]) { hits[index] = 0 }
        }
        // Of languages with as many hits the first by name is the best; but then none wins clearly.
        guard let best = hits.indices.max(by: { hits[$0] < hits[$1] }), hits[best] >= fewestHits else { return nil }
        let next = hits.indices.lazy.filter { $0 != best }.map { hits[$0] }.max() ?? 0
        if hits[best] * 2 >= next * 3 { return languages[best] }
        return ["ru", "uk"].contains(languages[best]) ? eastSlavic(sample, hits) : nil
    }

    /// "ø" and "å" in one text: Danish or Norwegian, whatever small words they share with Dutch.
    private static func isNordic(_ sample: ArraySlice<UInt8>, letters: Int) -> Bool {
        var strokes = 0
        var rings = 0
        var previous: UInt8 = 0
        for byte in sample {
            if previous == 0xC3 {
                if byte == 0xB8 || byte == 0x98 || byte == 0xA6 || byte == 0x86 { strokes += 1 }
                if byte == 0xA5 || byte == 0x85 { rings += 1 }
            }
            previous = byte
        }
        return strokes >= fewestHits && rings >= fewestHits && (strokes + rings) * nordicShare >= letters
    }

    /// One of so many letters, at least.
    private static let nordicShare = 100

    /// Russian or Ukrainian, by letters that the other hasn't; nil where a third language is as likely.
    private static func eastSlavic(_ sample: ArraySlice<UInt8>, _ hits: [Int]) -> String? {
        let others = languages.indices.filter { !["ru", "uk"].contains(languages[$0]) }.map { hits[$0] }.max() ?? 0
        let most = languages.indices.map { hits[$0] }.max() ?? 0
        guard most * 2 >= others * 3 else { return nil }
        var ukrainian = 0
        var russian = 0
        for scalar in ByteText.string(sample).unicodeScalars where scalar.value >= 0x400 {
            switch scalar {
            case "і", "ї", "є", "ґ", "І", "Ї", "Є": ukrainian += 1
            case "ы", "э", "ъ", "ё", "Ы", "Э": russian += 1
            default: break
            }
        }
        guard max(ukrainian, russian) >= fewestLetters else { return nil }
        return ukrainian > russian * 8 ? "uk" : russian > ukrainian * 8 ? "ru" : nil
    }

    private static let fewestLetters = 10

    /// A word's bytes, as far as they fit into a number: a string for each would cost more than all else here.
    private struct Word {
        private(set) var bytes: UInt64 = 0
        private(set) var length = 0

        mutating func append(_ byte: UInt8) {
            bytes = bytes << 8 | UInt64(byte)
            length += 1
        }
    }

    private static func count(_ word: Word, _ hits: inout [Int]) {
        guard word.length <= 8, word.length > 0, var found = smallWords[word.bytes] else { return }
        while found != 0 {
            hits[found.trailingZeroBitCount] += 1
            found &= found - 1
        }
    }

    private static let languages = rows.map(\.language)

    /// A bit for each language that has the word.
    private static let smallWords = {
        var result: [UInt64: UInt32] = [:]
        for (language, row) in rows.enumerated() {
            for text in row.words.spacedWords {
                var word = Word()
                for byte in text.utf8 { word.append(byte) }
                result[word.bytes, default: 0] |= 1 << UInt32(language)
            }
        }
        return WordTable(result)
    }()

    private static let rows: [(language: String, words: String)] = [
        ("en", "the of and to in that is for on was with as it at by he said from has have be this were which their are will not"),
        ("de", "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat"),
        ("fr", "le la les et des en du une que est pour qui dans par plus au sur pas avec ce il sont ont été aux"),
        ("es", "el la los las del y en que por con una para su se es al como más fue ha sus sobre"),
        ("it", "il la di che è per un una del della con non sono le dei nel alla si da ha gli anche più dal"),
        ("pt", "o os da do em que para uma com não por dos no na se mais as foi ao pelo ele das"),
        ("nl", "de het een van en dat is op te zijn voor met niet aan er om ook door bij heeft werd naar"),
        ("pl", "w i na z się że do nie jest o to od przez za po jak dla oraz są był"),
        // Of the languages of the North only what the others haven't.
        ("sv", "och att är för till inte ett från också när efter"),
        ("nb", "ble etter noen bare opp mye av seg hva nå hadde meg noe uten henne"),
        ("da", "blev nogle kun op meget af hvad efter nu sig havde mig noget uden hende blevet mere"),
        ("fi", "ja on ei se että oli hän kun myös mutta joka"),
        ("id", "yang dan dengan untuk tidak dari ini itu pada akan dalam oleh"),
        ("tr", "ve bir bu için de da ile olarak çok daha olan gibi sonra kadar olduğu ise"),
        // Czech and Slovak, and still more Croatian and Serbian, are so alike that often neither wins: then it is left to what the page declares.
        ("cs", "a se na je že v to s z do by ale jako jsou pro podle byl která který jeho při jsme"),
        ("sk", "a sa na je že v to s z do by ale ako sú pre podľa bol ktorá ktorý jeho pri sme"),
        ("hr", "je i u na se da su za od koji kako iz što nije ali će bio prema tko"),
        ("sr", "je i u na se da su za od koji kako iz što nije ali će bio prema ko"),
        ("sl", "je na se da za od ki kot iz ni pa tudi bil še v z po"),
        // Of these only what larger languages haven't.
        ("ro", "și în cu pe nu din este mai pentru sunt fost prin"),
        ("hu", "az és hogy nem egy csak volt ez már pedig még"),
        ("bg", "е са се че да това като бе ще със"),
        ("sr", "је се да су као би што није"),
        ("ru", "и в не на что он с как по к из у за от о это для его при был"),
        ("uk", "і в не на що він з як та до у за від про це для його при був є"),
    ]
}

/// Counts letters by script, as far as lead bytes tell.
private struct ScriptCount {
    var latin = 0
    private var greek = 0
    private var hebrew = 0
    private var arabic = 0
    private var ideograph = 0
    private var kana = 0
    private var hangul = 0
    private var devanagari = 0
    private var previous: UInt8 = 0

    /// - Parameter byte: beyond ASCII.
    mutating func add(_ byte: UInt8) {
        switch byte {
        case 0xC3...0xC5: latin += 1
        case 0xCE, 0xCF: greek += 1
        case 0xD7: hebrew += 1
        case 0xD8...0xDB: arabic += 1
        case 0xE4...0xE9: ideograph += 1
        case 0xEA...0xED: hangul += 1
        default: break
        }
        if previous == 0xE3, (0x81...0x83).contains(byte) { kana += 1 }
        if previous == 0xE0, (0xA4...0xA5).contains(byte) { devanagari += 1 }
        previous = byte
    }

    /// The language of a script that one large language mainly uses.
    func language(_ sample: String) -> String? {
        let counts = [(greek, "el"), (hebrew, "he"), (hangul, "ko"), (devanagari, "hi")]
        for (count, language) in counts where count > 10 && count > latin * 2 { return language }
        if ideograph + kana > 10, ideograph + kana > latin * 2 { return kana * 10 > ideograph ? "ja" : "zh" }
        if arabic > 10, arabic > latin * 2 {
            // Letters that Persian and Urdu have and Arabic has not.
            let scalars = sample.unicodeScalars
            if scalars.contains(where: { "ٹڈڑےں".unicodeScalars.contains($0) }) { return "ur" }
            return scalars.contains { "پچگژ".unicodeScalars.contains($0) } ? "fa" : "ar"
        }
        return nil
    }
}
