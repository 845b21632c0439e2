/// One word of a line, as numbers: pages are read for what words they share far more often than for the words themselves.
struct ScannedWord {
    /// Of all its letters, blind to case.
    let hash: UInt64
    /// Of its first five letters: forms of one word mostly share them.
    let stem: UInt64
    let letters: Int
    let isCapitalised: Bool
    /// Two ideographs or syllables of a script that doesn't part words.
    let isPair: Bool
}

/// Goes through the words of UTF-8 without making strings of them.
enum WordScanner {
    static let stemLetters = 5
    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always) private static func mix(_ hash: UInt64, _ value: UInt32) -> UInt64 {
        (hash ^ UInt64(value)) &* 0x0000_0100_0000_01B3
    }

    /// The hash of a word that is known beforehand.
    static func hash(_ word: String) -> UInt64 {
        var result = seed
        scan(Array(word.utf8)[...]) { result = $0.hash }
        return result
    }

    static func stem(_ word: String) -> UInt64 {
        var result = seed
        scan(Array(word.utf8)[...]) { result = $0.stem }
        return result
    }

    @inline(__always)
    static func scan(_ line: ArraySlice<UInt8>, _ visit: (ScannedWord) -> Void) {
        line.withUnsafeBufferPointer { scan($0, visit) }
    }

    @inline(__always)
    private static func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ visit: (ScannedWord) -> Void) {
        var index = 0
        var hash = seed
        var stem = seed
        var letters = 0
        var isCapitalised = false
        var previousIdeograph: UInt32 = 0
        while index < bytes.count {
            let byte = bytes[index]
            if ByteText.isASCIILetter(byte) {
                if letters == 0 { isCapitalised = byte < 0x61 }
                repeat {
                    letters += 1
                    hash = mix(hash, UInt32(bytes[index] | 0x20))
                    if letters <= stemLetters { stem = hash }
                    index += 1
                } while index < bytes.count && ByteText.isASCIILetter(bytes[index])
                previousIdeograph = 0
                continue
            }
            var letter: UInt32 = 0
            var isUpper = false
            var length = 1
            if byte >= 0x80 {
                length = min(ByteText.lengthOfScalar(lead: byte), bytes.count - index)
                let scalar = scalar(bytes, index, length)
                if isIdeograph(scalar) {
                    if previousIdeograph > 0 {
                        let pair = mix(mix(seed, previousIdeograph), scalar)
                        visit(ScannedWord(hash: pair, stem: pair, letters: 4, isCapitalised: false, isPair: true))
                    }
                    previousIdeograph = scalar
                    index += length
                    continue
                }
                (letter, isUpper) = folded(scalar)
            }
            previousIdeograph = 0
            if letter > 0 {
                if letters == 0 { isCapitalised = isUpper }
                letters += 1
                hash = mix(hash, letter)
                if letters <= stemLetters { stem = hash }
            } else if letters > 0 {
                visit(ScannedWord(hash: hash, stem: stem, letters: letters, isCapitalised: isCapitalised, isPair: false))
                hash = seed
                stem = seed
                letters = 0
            }
            index += length
        }
        if letters > 0 { visit(ScannedWord(hash: hash, stem: stem, letters: letters, isCapitalised: isCapitalised, isPair: false)) }
    }

    @inline(__always) private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ length: Int) -> UInt32 {
        switch length {
        case 2: UInt32(bytes[index] & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F)
        case 3: UInt32(bytes[index] & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
        default: 0
        }
    }

    /// Han and kana; Korean parts its words by spaces.
    private static func isIdeograph(_ scalar: UInt32) -> Bool {
        (0x3041...0x30FF).contains(scalar) && scalar != 0x30FB || (0x3400...0x9FFF).contains(scalar)
    }

    /// The letter in lower case, and whether it was a capital; 0 for what is no letter.
    private static func folded(_ scalar: UInt32) -> (UInt32, Bool) {
        switch scalar {
        case 0xC0...0xDE where scalar != 0xD7: (scalar + 0x20, true)
        case 0xDF...0xFF where scalar != 0xF7: (scalar, false)
        // Capitals and small letters in turn.
        case 0x100...0x137, 0x14A...0x177: (scalar | 1, scalar & 1 == 0)
        case 0x139...0x148, 0x179...0x17E: scalar & 1 == 1 ? (scalar + 1, true) : (scalar, false)
        case 0x386: (0x3AC, true)
        case 0x388...0x38A: (scalar + 0x25, true)
        case 0x391...0x3A9: (scalar + 0x20, true)
        case 0x3AA...0x3FF: (scalar, false)
        case 0x400...0x40F: (scalar + 0x50, true)
        case 0x410...0x42F: (scalar + 0x20, true)
        case 0x430...0x45F: (scalar, false)
        case 0x460...0x52F: (scalar | 1, scalar & 1 == 0)
        case 0x178...0x385, 0x531...0x1FFF, 0xAC00...0xD7A3: isMark(scalar) ? (0, false) : (scalar, false)
        default: (0, false)
        }
    }

    /// Signs among the letters of Hebrew, Arabic and Indian scripts.
    private static func isMark(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x5BE, 0x5C0, 0x5C3, 0x60C, 0x61B, 0x61F, 0x660...0x66D, 0x6D4, 0x6F0...0x6F9, 0x964...0x96F, 0x2B0...0x36F: true
        default: false
        }
    }
}
