/// How sure the publication date is.
public enum DateStatus: String, Sendable, CaseIterable {
    /// The text or the client says it.
    case stated
    /// Worked out, such as the year from a weekday.
    case inferred
    /// There is no date.
    case unknown
}

public enum MentionStatus: String, Sendable, CaseIterable {
    /// Found by the program; may go when names change.
    case auto
    /// Made by a client; never touched by the program.
    case manual
}

/// By what an entity was found in a text.
public enum MentionOrigin: String, Sendable, CaseIterable {
    case name, alias, weakAlias
    /// Not found but said so by a client.
    case client
}

/// That an article speaks of an entity.
public struct Mention: Hashable, Sendable {
    public let entity: EntityReference
    /// How often a name was found in headline and body.
    public let count: Int
    /// The distinct spellings found, in order of appearance; at most 20.
    public let surfaces: [String]
    public let status: MentionStatus
    public let linkedBy: MentionOrigin

    public init(entity: EntityReference, count: Int, surfaces: [String], status: MentionStatus, linkedBy: MentionOrigin) {
        self.entity = entity
        self.count = count
        self.surfaces = surfaces
        self.status = status
        self.linkedBy = linkedBy
    }
}

/// A news article as stored.
public struct Article: Sendable {
    public var id: ResourceID
    public var version: Int
    public var headline: String
    /// nil where there is none, or where the query left it out.
    public var body: String?
    public var abstract: String?
    public var byline: String?
    public var source: String?
    public var url: String?
    public var language: String?
    public var datePublished: PartialDate?
    public var dateModified: PartialDate?
    public var dateStatus: DateStatus
    /// In folded order.
    public var tags: [String]
    /// By entity name, then id.
    public var mentions: [Mention]
    /// By start date, then id.
    public var events: [EventReference]
    /// Whether the program may link known entities found in the text. Not part of the JSON form.
    public var autolink: Bool
    /// Words of headline and body (runs of letters and digits).
    public var wordCount: Int
    /// SHA-256 of headline, newline and body in UTF-8, in lower-case hexadecimal.
    public var contentHash: String
    /// The import (file) that brought it.
    public var importID: ResourceID?
    /// Since when the file that brought it is gone from the watched folder; nil while it is there, or was never.
    public var sourceMissingSince: Timestamp?
    public var createdAt: Timestamp
    public var updatedAt: Timestamp

    public init(
        id: ResourceID, version: Int, headline: String, body: String?, abstract: String?, byline: String?, source: String?,
        url: String?, language: String?, datePublished: PartialDate?, dateModified: PartialDate?, dateStatus: DateStatus,
        tags: [String], mentions: [Mention], events: [EventReference], autolink: Bool, wordCount: Int, contentHash: String,
        importID: ResourceID?, createdAt: Timestamp, updatedAt: Timestamp
    ) {
        self.id = id
        self.version = version
        self.headline = headline
        self.body = body
        self.abstract = abstract
        self.byline = byline
        self.source = source
        self.url = url
        self.language = language
        self.datePublished = datePublished
        self.dateModified = dateModified
        self.dateStatus = dateStatus
        self.tags = tags
        self.mentions = mentions
        self.events = events
        self.autolink = autolink
        self.wordCount = wordCount
        self.contentHash = contentHash
        self.importID = importID
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}
