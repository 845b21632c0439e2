public import DatelineModels

/// What the reader says of one reading, as it is kept with the article.
public struct ReadingAccount: Sendable {
    public var detectedType: String
    public var encoding: String?
    public var replacedBytes: Int
    public var warnings: [String]
    /// How the source writes dates, where that was known and counted.
    public var timeZone: String?
    public var dateOrder: DateOrder?
    /// nil of an article in the form of the API, found among others.
    public var provenance: ReadingProvenance?

    public init(
        detectedType: String, encoding: String?, replacedBytes: Int, warnings: [String], timeZone: String?, dateOrder: DateOrder?,
        provenance: ReadingProvenance?
    ) {
        self.detectedType = detectedType
        self.encoding = encoding
        self.replacedBytes = replacedBytes
        self.warnings = warnings
        self.timeZone = timeZone
        self.dateOrder = dateOrder
        self.provenance = provenance
    }
}

extension JSONWriter {
    public mutating func readingAccount(_ account: ReadingAccount) {
        beginObject()
        member("detectedType", string: account.detectedType)
        member("encoding", string: account.encoding)
        member("replacedBytes", integer: account.replacedBytes)
        member("warnings", strings: account.warnings)
        member("timeZone", string: account.timeZone)
        member("dateOrder", string: account.dateOrder?.rawValue)
        key("provenance")
        if let provenance = account.provenance { self.provenance(provenance) } else { null() }
        endObject()
    }

    /// Where everything in an article came from.
    public mutating func articleProvenance(_ provenance: ArticleProvenance) {
        beginObject()
        member("article", string: provenance.article.description)
        let origin = !provenance.files.isEmpty ? "file" : provenance.reading != nil ? "page" : "client"
        member("origin", string: origin)
        key("files")
        beginArray()
        for file in provenance.files {
            beginObject()
            member("importId", string: file.importID.description)
            path("path", file.path)
            member("state", string: file.state.rawValue)
            member("recordNumber", integer: file.recordNumber)
            endObject()
        }
        endArray()
        member("changedSince", strings: provenance.changedSince)
        key("raw")
        if let reading = provenance.reading {
            beginObject()
            member("sha256", string: Hexadecimal.text(reading.content.sha256))
            member("size", integer: reading.content.size)
            member("kept", bool: provenance.isRawKept)
            endObject()
        } else {
            null()
        }
        key("reading")
        if let reading = provenance.reading {
            beginObject()
            member("readerVersion", integer: reading.readerVersion)
            member("readAt", time: provenance.readAt)
            member("notAfter", time: reading.foundAt)
            member("recordNumber", integer: reading.recordNumber)
            member("folderSource", string: reading.folderSource)
            member("hasSideFile", bool: reading.side != nil)
            rawMembers(reading.account)
            endObject()
        } else {
            null()
        }
        endObject()
    }
}

/// Bytes as lower-case hexadecimal digits.
public enum Hexadecimal {
    public static func text(_ bytes: [UInt8]) -> String {
        String(unsafeUninitializedCapacity: bytes.count * 2) { buffer in
            for (index, byte) in bytes.enumerated() {
                buffer[index * 2] = digit(byte >> 4)
                buffer[index * 2 + 1] = digit(byte & 0xF)
            }
            return bytes.count * 2
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
