import DatelineModels

/// Chooses the lines of a page that may be the article.
///
/// What lies in navigation, footers, asides and forms is left out, and of a page with an `<article>` that holds most of the text
/// all else; unless too little would be left: a page may be one large form.
struct HTMLScope {
    private(set) var lines: [TextLayout.Line] = []
    private(set) var removed: [RemovedSpan] = []

    /// A shorter line may be a label or a link.
    private static let proseBytes = 40

    init(_ document: HTMLDocument) {
        let trusted = Self.trustedNoise(document)
        var prose = 0
        var proseOfContent = 0
        var ofArticles: [Int: Int] = [:]
        var ofMain = 0
        for line in document.lines where line.line.range.count >= Self.proseBytes {
            let size = line.line.range.count
            prose += size
            guard line.part == .content || line.noise.map({ !trusted.contains($0) }) ?? false else { continue }
            proseOfContent += size
            if let article = line.article { ofArticles[article, default: 0] += size }
            if line.isMain { ofMain += size }
        }
        let keepsAll = proseOfContent * 3 < prose || document.lines.allSatisfy { $0.part != .content }
        let best = ofArticles.max { ($0.value, $1.key) < ($1.value, $0.key) }
        let article = best.flatMap { !keepsAll && $0.value * 2 >= proseOfContent && $0.value > 0 ? $0.key : nil }
        let isMain = !keepsAll && article == nil && ofMain * 2 >= proseOfContent && ofMain > 0
        for line in document.lines {
            let reason: RemovalReason? =
                if keepsAll {
                    nil
                } else if let reason = line.part.removal, line.noise.map(trusted.contains) ?? true {
                    reason
                } else if article != nil && line.article != article || isMain && !line.isMain {
                    .outside
                } else {
                    nil
                }
            if let reason { remove(line.line, reason, document) } else { lines.append(line.line) }
        }
    }

    /// Elements that are what their class says: those that hold no large share of the page's prose. Comments may be long.
    private static func trustedNoise(_ document: HTMLDocument) -> Set<Int> {
        var total = 0
        var sizes: [Int: (size: Int, part: HTMLDocument.Part)] = [:]
        for line in document.lines {
            let size = line.line.range.count >= proseBytes ? line.line.range.count : 0
            total += size
            if let noise = line.noise { sizes[noise] = ((sizes[noise]?.size ?? 0) + size, line.part) }
        }
        return Set(sizes.filter { $0.value.part == .hidden || $0.value.size * ($0.value.part == .comments ? 5 : 10) <= total * 4 }.keys)
    }

    private mutating func remove(_ line: TextLayout.Line, _ reason: RemovalReason, _ document: HTMLDocument) {
        if removed.last?.reason == reason || removed.count >= ReadingProvenance.maximumEntries { return }
        let excerpt = ByteText.string(document.layout.bytes[line.range].prefix(240)).cut(toBytes: 120)
        removed.append(RemovedSpan(lines: nil, reason: reason, excerpt: excerpt))
    }
}

extension HTMLDocument.Part {
    var removal: RemovalReason? {
        switch self {
        case .navigation: .navigation
        case .footer: .footer
        case .aside: .aside
        case .form: .form
        case .hidden: .hidden
        case .caption: .caption
        case .comments: .comment
        case .related: .related
        case .share: .share
        case .newsletter: .newsletter
        case .cookie: .cookie
        case .advertisement: .advertisement
        case .tags: .cms
        case .author: .note
        case .content: nil
        }
    }
}
