import DatelineModels

/// Puts together what is stored and what a file says now: the file's word counts, but for what a client changed since the file
/// was last imported.
struct ImportMerge {
    private let base: ImportBase?
    private let said: ImportBase
    private let keepsEdits: Bool
    private(set) var conflicts: [ImportBase.Field] = []
    /// What is to be known of the file's word from now on.
    private(set) var nextBase: ImportBase

    /// - Parameters:
    ///   - base: nil where a client made the article; all it states is the client's then.
    ///   - said: what the file says now.
    ///   - keepsEdits: a client's value stays the client's even where the file says the same now; else whoever changed the file meant it.
    init(base: ImportBase?, said: ImportBase, keepsEdits: Bool = false) {
        self.base = base
        self.said = said
        self.keepsEdits = keepsEdits
        nextBase = said
    }

    /// Whether a field takes the file's value, which is another than the stored one.
    ///
    /// - Parameter stored: the hash of the stored value.
    mutating func takes(_ field: ImportBase.Field, over stored: UInt64) -> Bool {
        guard stored != said[field] else {
            noteAgreement(field, stored)
            return true
        }
        if stored == base?[field] ?? 0 { return true }
        if said[field] != base?[field] ?? 0 { conflicts.append(field) }
        return false
    }

    private mutating func noteAgreement(_ field: ImportBase.Field, _ stored: UInt64) {
        if keepsEdits, let known = base?[field], stored != known { nextBase[field] = known }
    }

    /// The article's columns after the merge.
    mutating func columns(_ stored: StoredArticle, _ file: StoredArticle) -> StoredArticle {
        var merged = stored
        for field in ImportBase.Field.allCases {
            guard !Self.isSame(field, stored, file) else {
                if keepsEdits, !ImportBase.Field.lists.contains(field) { noteAgreement(field, ImportBase.hash(of: field, stored)) }
                continue
            }
            guard takes(field, over: ImportBase.hash(of: field, stored)) else { continue }
            switch field {
            case .headline: merged.headline = file.headline
            case .body: merged.body = file.body
            case .abstract: merged.abstract = file.abstract
            case .byline: merged.byline = file.byline
            case .source: merged.source = file.source
            case .url: (merged.url, merged.urlKey) = (file.url, file.urlKey)
            case .language: merged.language = file.language
            case .datePublished: (merged.datePublished, merged.dateStatus) = (file.datePublished, file.dateStatus)
            case .dateModified: merged.dateModified = file.dateModified
            case .tags, .mentions, .events: break
            }
        }
        // A file can't say that names are to be linked, only that they aren't.
        merged.autolink = stored.autolink && file.autolink
        return merged
    }

    /// Byte for byte; true for lists, which aren't columns.
    private static func isSame(_ field: ImportBase.Field, _ left: StoredArticle, _ right: StoredArticle) -> Bool {
        switch field {
        case .headline: isSame(left.headline, right.headline)
        case .body: isSame(left.body, right.body)
        case .abstract: isSame(left.abstract, right.abstract)
        case .byline: isSame(left.byline, right.byline)
        case .source: isSame(left.source, right.source)
        case .url: isSame(left.url, right.url)
        case .language: isSame(left.language, right.language)
        case .datePublished: left.datePublished == right.datePublished && left.dateStatus == right.dateStatus
        case .dateModified: left.dateModified == right.dateModified
        case .tags, .mentions, .events: true
        }
    }

    private static func isSame(_ left: String?, _ right: String?) -> Bool {
        switch (left, right) {
        case (nil, nil): true
        case (let left?, let right?): left.utf8.elementsEqual(right.utf8)
        default: false
        }
    }
}
