import DatelineModels
import DatelineReading

/// Makes an article draft of a page of text as it was scraped, as the import does of a file.
struct RawPages: Sendable {
    let zones: SourceZones
    /// No date later than this is believed.
    let now: @Sendable () -> Timestamp

    /// - Throws: ``ValidationError`` where the bytes are no page.
    func draft(_ bytes: [UInt8]) async throws -> ArticleDraft {
        let notAfter = now().milliseconds / 1000
        var reading = try read(bytes, PageReader(notAfter: notAfter))
        // Who published it is known only once it is read; how that outlet writes dates may change what they mean.
        if let source = try await zones.habits(ofSource: reading.source), source.timeZone != nil || source.dateOrder != nil {
            let zone = source.timeZone.flatMap { ZonedClock(identifier: $0) }
            reading = try read(bytes, PageReader(zone: zone, dateOrder: source.dateOrder, notAfter: notAfter))
        }
        return try Self.draft(reading)
    }

    private func read(_ bytes: [UInt8], _ reader: PageReader) throws -> PageReading {
        do throws(ReadingError) {
            return try reader.read(bytes)
        } catch {
            switch error {
            case .binaryContent: throw Self.refusal(.format, "This is no text.")
            case .noText: throw Self.refusal(.empty, "There is no text here.")
            case .tooLarge: throw Problem(.contentTooLarge, "At most \(PageReader.maximumBytes) bytes are read.")
            }
        }
    }

    private static func refusal(_ code: Fault.Code, _ detail: String) -> ValidationError {
        ValidationError(faults: [Fault(pointer: "", code, detail)])
    }

    /// Headline and body must be sound; whatever else was found and can't be kept is left out.
    private static func draft(_ reading: PageReading) throws(ValidationError) -> ArticleDraft {
        var input = ArticleInput()
        input.headline = reading.headline
        input.body = reading.body
        var faults = Faults()
        guard var draft = input.validated(into: &faults) else { throw ValidationError(faults: faults.list, count: faults.count) }
        var ignored = Faults()
        draft.byline = reading.byline.flatMap { ArticleDraft.bylineRules.check($0, at: .pointer("/byline"), into: &ignored) }
        draft.source = reading.source.flatMap { ArticleDraft.sourceRules.check($0, at: .pointer("/source"), into: &ignored) }
        draft.url = reading.url.flatMap { WebAddress($0, at: .pointer("/url"), into: &ignored) }
        draft.language = reading.language.flatMap { LanguageTag($0) }
        draft.datePublished = reading.datePublished
        draft.dateModified = reading.dateModified
        draft.dateStatus = reading.dateStatus
        return draft
    }
}
