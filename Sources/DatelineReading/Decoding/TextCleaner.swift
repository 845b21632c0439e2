/// Collects decoded scalars: normalises line ends, drops controls, bounds combining marks, counts what it does.
struct TextCleaner {
    private var bytes: [UInt8] = []
    private var scalars = 0
    private var afterReturn = false
    private var nuls = 0
    private var controls = 0
    private var marks = 0
    private var removedMarks = 0
    private var overrides = 0
    private var invisible = 0
    private var replacements = 0
    private var mojibake = MojibakeWatch()
    /// Not where the text was Windows-1252 to begin with.
    var watchesForMojibake = true

    /// This many invisible or replacement characters are taken as accidents.
    private static let toleratedOddities = 32

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// More than a twentieth of the characters are controls.
    var looksBinary: Bool {
        let odd = nuls + controls
        return odd > 8 && odd * 20 > scalars || odd == scalars && odd > 0
    }

    /// As each of them by itself would be.
    ///
    /// - Parameter run: printable ASCII alone, not empty.
    mutating func append(printable run: ArraySlice<UInt8>) {
        scalars += run.count
        bytes.append(contentsOf: run)
        afterReturn = false
        marks = 0
        mojibake.reset()
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        scalars += 1
        let value = scalar.value
        if value >= 0x20, value < 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: value))
            afterReturn = false
            marks = 0
            mojibake.reset()
            return
        }
        if value >= 0x80, watchesForMojibake { mojibake.add(value) }
        if value == 0x0A, afterReturn {
            afterReturn = false
            return
        }
        afterReturn = value == 0x0D
        if value < 0x300 {
            appendLow(value)
        } else {
            appendHigh(scalar)
        }
    }

    private mutating func appendLow(_ value: UInt32) {
        switch value {
        case 0x09: bytes.append(0x09)
        case 0x0A...0x0D, 0x85: bytes.append(0x0A)
        // What is left out doesn't part a letter from its marks.
        case 0:
            nuls += 1
            return
        case 0x01...0x1F, 0x7F...0x9F:
            controls += 1
            return
        default:
            bytes.append(UInt8(0xC0 | value >> 6))
            bytes.append(UInt8(0x80 | value & 0x3F))
        }
        marks = 0
    }

    private mutating func appendHigh(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x2028, 0x2029:
            bytes.append(0x0A)
            return
        case 0xFEFF:
            invisible += 1
            return
        case 0x202D, 0x202E: overrides += 1
        case 0x200B, 0x200E, 0x200F, 0x202A...0x202C, 0x2060...0x206F: invisible += 1
        case 0xFFFD: replacements += 1
        default: break
        }
        if Self.isMark(scalar) {
            marks += 1
            if marks > TextDecoding.maximumMarks {
                removedMarks += 1
                return
            }
        } else {
            marks = 0
        }
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    /// Blocks without combining marks are left out before the slower question is asked.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0370..<0x0483, 0x2010..<0x20D0, 0x3040..<0x3099, 0x3400..<0xA000, 0xAC00..<0xD7B0: return false
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: return true
        default: return false
        }
    }

    func finish(encoding: String, replacedBytes: Int, isTruncated: Bool) -> DecodedText {
        DecodedText(
            text: String(decoding: bytes, as: UTF8.self),
            encoding: encoding,
            replacedBytes: replacedBytes,
            removedNULs: nuls,
            removedControls: controls,
            removedMarks: removedMarks,
            hasOddUnicode: overrides > 0 || removedMarks > 0 || invisible > Self.toleratedOddities || replacements > Self.toleratedOddities,
            isTruncated: isTruncated,
            hasMojibake: mojibake.isAlarmed
        )
    }
}
