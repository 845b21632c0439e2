import DatelineReading
import Testing

/// Encodings that pages are in because they say so.
@Suite struct EncodingTests {
    @Test(
        arguments: [
            ("windows-1251", [0xCA, 0xE0, 0xF0, 0xF8], "Карш"), ("koi8-r", [0xEB, 0xC1, 0xD2, 0xDB], "Карш"),
            ("koi8-u", [0xEB, 0xC9, 0xA7, 0xD7], "Київ"),
            ("iso-8859-2", [0xA3, 0xF3, 0x64, 0xBC], "Łódź"), ("latin2", [0xA3, 0xF3, 0x64, 0xBC], "Łódź"),
            ("windows-1250", [0xA3, 0xF3, 0x64, 0x9F], "Łódź"),
            ("iso-8859-9", [0xDD, 0xFE, 0xE7, 0x69], "İşçi"), ("windows-1254", [0x80, 0xDD, 0xFE], "€İş"),
            ("windows-1253", [0xC1, 0xE8, 0xDE, 0xED, 0xE1], "Αθήνα"),
            ("iso-8859-7", [0xC1, 0xE8, 0xDE, 0xED, 0xE1], "Αθήνα"), ("windows-1255", [0xF9, 0xEC, 0xE5, 0xED], "שלום"),
            ("iso-8859-8-i", [0xF9, 0xEC, 0xE5, 0xED], "שלום"),
            ("windows-1256", [0xE3, 0xD1, 0xCD, 0xC8, 0xC7], "مرحبا"), ("iso-8859-15", [0xA4, 0x20, 0xE9], "€ é"),
            ("windows-1257", [0xE0, 0xE8, 0xEB], "ąčė"),
            ("windows-874", [0xA1, 0xC3], "กร"), ("macintosh", [0x8E, 0xDB], "é€"), ("ibm866", [0x8A, 0xA0, 0xE0], "Кар"),
            ("windows-1258", [0xF0, 0xFE], "đ₫"),
            ("gb2312", [0xD6, 0xD0, 0xCE, 0xC4], "中文"), ("big5", [0xA4, 0xA4, 0xA4, 0xE5], "中文"),
            ("shift_jis", [0x93, 0xFA, 0x96, 0x7B], "日本"),
            ("euc-jp", [0xC6, 0xFC, 0xCB, 0xDC], "日本"), ("euc-kr", [0xC7, 0xD1, 0xB1, 0xB9], "한국"),
        ] as [(String, [UInt8], String)])
    func declaredEncoding_isDecoded(label: String, bytes: [UInt8], text: String) throws {
        let page = Array("<html><head><meta charset='\(label)'><title>".utf8) + bytes + Array("</title></head></html>".utf8)
        let reading = try HTMLReader().read(page)
        #expect(reading.headline == text && reading.replacedBytes == 0)
    }

    @Test func bytesThatStandForNothing_areReplacedAndCounted() throws {
        let single = try TextDecoding.decode([0x61, 0xAA, 0xD2, 0xFF, 0xC1], declared: "windows-1253")
        #expect(single.text == "a\u{FFFD}\u{FFFD}\u{FFFD}Α" && single.replacedBytes == 3 && single.encoding == "windows-1253")
        let double = try TextDecoding.decode([0xD6, 0xD0, 0xFF, 0xCE, 0xC4, 0xD6], declared: "gbk")
        #expect(double.text == "中\u{FFFD}文\u{FFFD}" && double.replacedBytes == 2 && double.encoding == "gb18030")
    }

    @Test func utf8_isReadAsSuch_whateverIsDeclared() throws {
        #expect(try TextDecoding.decode(Array("Карш и Орлен".utf8), declared: "windows-1251").text == "Карш и Орлен")
    }

    @Test func unknownEncoding_isRefused() {
        #expect(throws: ReadingError.unsupportedEncoding) { try TextDecoding.decode([0x80, 0x81, 0xFF], declared: "ebcdic-cp-us") }
    }
}
