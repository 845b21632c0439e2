import DatelineJSON
import DatelineModels
import HTTPTypes
import Hummingbird

/// Shows what the folder import would make of a file. Stores nothing.
struct PreviewRoute: Sendable {
    let files: any RawFileReading

    private static let nameRules = TextRules(length: 1...255)
    static let types: [ContentType] = [
        .plainText, .html, .markdown, .json, .ndjson, .rss, .atom, .applicationXML, .xml, .xhtml, .octetStream,
    ]

    func preview(_ call: Call) async throws -> Response {
        var reader = ParameterReader(try call.query())
        let name = reader.single("filename")
        let checked = name.flatMap { Self.nameRules.check($0, at: .parameter("filename"), into: &reader.faults) }
        try reader.finish()
        let type = try ContentType.required(
            in: call.request.headers, oneOf: Self.types, charsets: RawPage.charsets, otherwise: checked == nil ? nil : .octetStream)
        let body = try await call.body(limit: call.limits.previewBytes)
        let file = try await RawPage.read(body, name: checked, type: type, with: files, call)
        return .json { $0.rawFile(file) }
    }
}

/// A page or another file as the content of a request.
enum RawPage {
    static let types: [ContentType] = [.plainText, .html, .markdown]
    /// The encodings that the reader tells from one another by itself.
    static let charsets: Set<String> = ["utf-8", "us-ascii", "iso-8859-1", "windows-1252", "utf-16", "utf-16le", "utf-16be"]

    /// Reads it when its turn has come.
    static func read(
        _ bytes: [UInt8], name: String? = nil, type: ContentType, with files: any RawFileReading, _ call: Call
    ) async throws -> RawFile {
        let outcome = try await call.context.workplace.lanes.pages.run(for: call.context.client) {
            () async throws(RepositoryError) -> Result<RawFile, RawFileError> in
            do throws(RawFileError) {
                return .success(try await files.read(bytes, name: name, contentType: "\(type.type)/\(type.subtype)"))
            } catch {
                return .failure(error)
            }
        }
        switch outcome {
        case .success(let file): return file
        case .failure(.unreadable(let refusal)): throw Problem(refusal)
        case .failure(.repository(let error)): throw error
        }
    }

    /// - Throws: ``ValidationError`` unless it is one article.
    static func article(_ bytes: [UInt8], type: ContentType, with files: any RawFileReading, _ call: Call) async throws -> ImportedArticle {
        let file = try await read(bytes, type: type, with: files, call)
        guard file.articles.count == 1, file.errorCount == 0, let article = file.articles.first else {
            throw ValidationError(faults: [
                Fault(pointer: "", .tooMany, "One article is needed; the content holds several records. See /v1/articles/batch.")
            ])
        }
        return article
    }
}

extension ContentType {
    static let xhtml = ContentType(known: "application/xhtml+xml")
}

extension Problem {
    /// 422 that says in `reason` why nothing of a file can be taken.
    init(_ refusal: RawFileRefusal) {
        if refusal.reason == "too-large" {
            self.init(.contentTooLarge, refusal.detail)
        } else {
            self.init(.validation, refusal.detail)
            faults = [Fault(pointer: "", refusal.reason == "empty" ? .empty : .format, refusal.detail)]
            faultCount = 1
            if let line = refusal.fault?.line { members.append(("line", Array(String(line).utf8))) }
            if let offset = refusal.fault?.byteOffset { members.append(("byteOffset", Array(String(offset).utf8))) }
        }
        reason = refusal.reason
    }
}
