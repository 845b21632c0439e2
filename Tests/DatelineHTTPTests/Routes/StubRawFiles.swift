import DatelineModels
import Synchronization

/// Takes the first line of a file as the headline, and each further `---` as the beginning of another article.
struct StubRawFiles: RawFileReading {
    func read(_ bytes: [UInt8], name: String?, contentType: String?) async throws(RawFileError) -> RawFile {
        let text = String(decoding: bytes, as: UTF8.self)
        switch text.first {
        case nil, " ": throw .unreadable(RawFileRefusal(reason: "empty", detail: "The file holds nothing."))
        case "{":
            let fault = ImportFault(line: 1, byteOffset: 13, reason: "unexpected-byte", excerpt: nil)
            throw .unreadable(RawFileRefusal(reason: "parse-failed", detail: "It is broken.", fault: fault))
        case "!": throw .unreadable(RawFileRefusal(reason: "too-large", detail: "It is too large."))
        case "?": throw .repository(.unavailable(.storageError, cause: "stub"))
        default: break
        }
        let articles = text.split(separator: "---\n").enumerated().map { number, part in
            var draft = ArticleDraft(headline: String(part.prefix { $0 != "\n" }), body: String(part.drop { $0 != "\n" }.dropFirst()))
            draft.mentions = [.init(index: 0, target: .named("Lena Marsk", .person))]
            draft.datePublished = PartialDate(year: 2024, month: 3)
            draft.dateStatus = .stated
            return ImportedArticle(recordNumber: number, draft: draft, key: number == 0 ? "k" : nil)
        }
        return RawFile(
            detectedType: name == "a.html" || contentType == "text/html" ? "html" : "text", encoding: "utf-8", replacedBytes: 2,
            warnings: ["replaced-bytes"],
            errors: [ImportFault(line: 3, byteOffset: nil, reason: "r", excerpt: "e")].filter { _ in text.contains("fault") },
            errorCount: text.contains("fault") ? 1 : 0, articles: articles,
            provenance: ReadingProvenance(
                removed: [
                    RemovedSpan(lines: 2...3, reason: .share, excerpt: "Share"), RemovedSpan(lines: nil, reason: .aside, excerpt: "More"),
                ],
                dates: [
                    DateCandidate(line: 1, raw: "March 2024", role: .published, value: draftDate, outcome: .published, localTime: nil),
                    DateCandidate(line: nil, raw: "3/4", role: .modified, value: nil, outcome: .ambiguousOrder, localTime: "10:00"),
                ],
                headline: FieldOrigin(line: 1, how: .titleLine), source: FieldOrigin(line: nil, how: .linkedData),
                dateline: Dateline(line: 4, place: "KARSH", agency: nil)),
            itemProvenance: articles.count < 2 ? [:] : [1: ReadingProvenance(headline: FieldOrigin(line: nil, how: .field))])
    }

    private var draftDate: PartialDate? { PartialDate(year: 2024, month: 3) }
}

/// Is through with none until it is let go, and tells which files it had in hand, and how many at once.
final class HeldRawFiles: RawFileReading {
    private let state = Mutex((begun: [String](), now: 0, most: 0, isHeld: true))

    /// In the order in which they were begun.
    var begun: [String] { state.withLock { $0.begun } }
    var most: Int { state.withLock { $0.most } }

    func letGo() { state.withLock { $0.isHeld = false } }

    func read(_ bytes: [UInt8], name: String?, contentType: String?) async throws(RawFileError) -> RawFile {
        state.withLock { state in
            state.begun.append(String(decoding: bytes, as: UTF8.self))
            state.now += 1
            state.most = max(state.most, state.now)
        }
        defer { state.withLock { $0.now -= 1 } }
        repeat { try? await Task.sleep(for: .milliseconds(5)) } while state.withLock(\.isHeld) && !Task.isCancelled
        return try await StubRawFiles().read(bytes, name: name, contentType: contentType)
    }
}
