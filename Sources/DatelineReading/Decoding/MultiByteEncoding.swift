#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The encodings of one or two bytes a character, or four, in which pages of East Asia were written before UTF-8. The C library's
/// `iconv` has their tables, where the system has them installed.
struct MultiByteEncoding {
    /// By the WHATWG Encoding Standard (§4.2), in lower case.
    let name: String
    /// As the C library calls the variant that pages are really in.
    private let native: [String]

    /// - Parameter label: as a page names its encoding, in lower case; nil where it is none of these.
    init?(label: String) {
        guard let row = Self.rows.first(where: { $0.labels.contains(label) }) else { return nil }
        name = row.name
        native = row.native
    }

    private static let rows: [(name: String, native: [String], labels: Set<String>)] = [
        (
            "gb18030", ["GB18030"],
            [
                "gb18030", "gbk", "gb2312", "chinese", "csgb2312", "csiso58gb231280", "gb_2312", "gb_2312-80", "iso-ir-58", "x-gbk",
                "cp936",
            ]
        ),
        ("big5", ["BIG5-HKSCS", "BIG5"], ["big5", "big5-hkscs", "cn-big5", "csbig5", "x-x-big5"]),
        (
            "shift_jis", ["CP932", "SHIFT_JIS"],
            ["shift_jis", "shift-jis", "sjis", "x-sjis", "csshiftjis", "ms932", "ms_kanji", "windows-31j", "cp932"]
        ),
        ("euc-jp", ["EUC-JP-MS", "EUC-JP"], ["euc-jp", "x-euc-jp", "cseucpkdfmtjapanese"]),
        (
            "euc-kr", ["CP949", "EUC-KR"],
            [
                "euc-kr", "cseuckr", "csksc56011987", "iso-ir-149", "korean", "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "ksc_5601",
                "windows-949",
            ]
        ),
    ]

    private static let chunk = 16 << 10

    /// - Returns: bytes that stand for nothing and became U+FFFD; nil where the system lacks the table. Then nothing was added.
    func decode(_ bytes: ArraySlice<UInt8>, into cleaner: inout TextCleaner) -> Int? {
        guard let converter = open() else { return nil }
        defer { iconv_close(converter) }
        var replaced = 0
        var source = bytes.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: Self.chunk)
        source.withUnsafeMutableBufferPointer { input in
            guard var next = input.baseAddress else { return }
            var left = input.count
            while left > 0 {
                let (failure, written) = Self.convert(converter, &next, &left, &output)
                output.withUnsafeBytes { bytes in
                    for scalar in String(decoding: bytes.prefix(written), as: UTF8.self).unicodeScalars { cleaner.append(scalar) }
                }
                // A full output is no failure; a sequence that is none, or the rest of one, is passed byte by byte.
                guard failure != 0, failure != E2BIG, left > 0 else { continue }
                cleaner.append("\u{FFFD}")
                replaced += 1
                next += 1
                left -= 1
            }
        }
        return replaced
    }

    private func open() -> iconv_t? {
        for name in native {
            let converter = iconv_open("UTF-8", name)
            if Int(bitPattern: converter) != -1 { return converter }
        }
        return nil
    }

    /// One step: as much as fits into the output.
    private static func convert(
        _ converter: iconv_t, _ next: inout UnsafeMutablePointer<CChar>, _ left: inout Int, _ output: inout [CChar]
    ) -> (failure: Int32, written: Int) {
        output.withUnsafeMutableBufferPointer { buffer in
            var from: UnsafeMutablePointer<CChar>? = next
            var to = buffer.baseAddress
            var space = buffer.count
            let result = iconv(converter, &from, &left, &to, &space)
            let failure = result == -1 ? errno : 0
            if let from { next = from }
            return (failure, buffer.count - space)
        }
    }
}
