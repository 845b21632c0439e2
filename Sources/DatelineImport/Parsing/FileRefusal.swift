import DatelineJSON
import DatelineModels
import DatelineReading

/// Why a file as a whole can't be taken.
struct FileRefusal: Error, Sendable {
    /// ``ImportState/failed`` or ``ImportState/skipped``.
    var state = ImportState.failed
    /// A stable word.
    let reason: String
    /// A sentence for people.
    let detail: String
    var fault: ImportFault?
    var type: String?
    /// Whether it may only have been read before its writer was done.
    var mayBeEarly = false
}

extension FileRefusal {
    static var unsupportedType: FileRefusal {
        FileRefusal(state: .skipped, reason: "unsupported-type", detail: "Files of this type are not read.")
    }

    static var empty: FileRefusal {
        FileRefusal(state: .skipped, reason: "empty", detail: "The file holds nothing, or nothing but white space.")
    }

    /// - Parameter bytes: of the file.
    init(_ error: ReadingError, in bytes: [UInt8], type: String) {
        switch error {
        case .binaryContent:
            self.init(
                reason: "binary-content", detail: "The file holds binary data, not text.", mayBeEarly: TextDecoding.isUnwritten(bytes))
        case .noText where type == "text": self = .empty
        case .noText: self.init(reason: "no-article-content", detail: "No headline could be found in the file.", type: type)
        case .tooLarge: self.init(reason: "too-large", detail: "The file is larger than a page may be.", type: type)
        case .outOfTime: self.init(reason: "parser-timeout", detail: "Reading the file took more work than a file may cost.", type: type)
        case .unsupportedEncoding:
            self.init(
                reason: "unsupported-encoding",
                detail: "The file is neither UTF-8, UTF-16 nor Windows-1252, and the encoding that it names isn't known.", type: type)
        case .entityForbidden:
            self.init(
                reason: "entity-forbidden", detail: "The file declares entities, or names a declaration elsewhere; neither is followed.",
                type: type)
        case .unknownDocument:
            self.init(
                state: .skipped, reason: "unsupported-type", detail: "The file is XML, but no feed in one of the forms that are read.")
        case .tooDeep: self.init(reason: "parse-failed", detail: "Elements are nested too deep.", type: type)
        case .incomplete:
            self.init(
                reason: "parse-failed", detail: "The file ends before an article in it does.",
                fault: ImportFault(line: nil, byteOffset: bytes.count, reason: "unexpected-end", excerpt: nil), type: type, mayBeEarly: true
            )
        }
    }

    init(_ error: JSONError, in bytes: [UInt8], type: String) {
        if let binary = FileRefusal(binary: bytes) {
            self = binary
        } else if error.reason == .empty {
            self = .empty
        } else {
            let shown = bytes[max(0, min(error.byteOffset, bytes.count) - 40)...]
            let fault = ImportFault(line: error.line, byteOffset: error.byteOffset, reason: error.reason.rawValue, showing: shown)
            self.init(
                reason: "parse-failed", detail: "\(error.detail) (line \(error.line), byte \(error.byteOffset))", fault: fault, type: type,
                mayBeEarly: true
            )
        }
    }

    /// nil where the bytes are text of some kind.
    init?(binary bytes: [UInt8]) {
        guard bytes.contains(0) || bytes.first.map({ $0 > 0x7F }) == true else { return nil }
        do throws(ReadingError) {
            _ = try TextDecoding.decode(bytes)
            return nil
        } catch {
            guard error == .binaryContent else { return nil }
            self.init(error, in: bytes, type: "text")
        }
    }
}
