/// Where everything in a reading came from, and what was left out.
///
/// Lines are counted from 1 in the text of the page: of an HTML page that is the text its elements were turned into.
public struct ReadingProvenance: Hashable, Sendable {
    /// In the order of the page; neighbouring lines with one reason are one span. At most ``maximumEntries``.
    public var removed: [RemovedSpan]
    /// In the order of the page. At most ``maximumEntries``.
    public var dates: [DateCandidate]
    public var headline: FieldOrigin?
    public var byline: FieldOrigin?
    public var source: FieldOrigin?
    public var language: FieldOrigin?
    /// Only of a body that isn't the text of the page's lines.
    public var body: FieldOrigin?
    public var dateline: Dateline?

    public static let maximumEntries = 500

    public init(
        removed: [RemovedSpan] = [], dates: [DateCandidate] = [], headline: FieldOrigin? = nil, byline: FieldOrigin? = nil,
        source: FieldOrigin? = nil, language: FieldOrigin? = nil, body: FieldOrigin? = nil, dateline: Dateline? = nil
    ) {
        self.removed = removed
        self.dates = dates
        self.headline = headline
        self.byline = byline
        self.source = source
        self.language = language
        self.body = body
        self.dateline = dateline
    }
}

/// What is no part of the article.
public struct RemovedSpan: Hashable, Sendable {
    /// Counted from 1, both ends included; nil for a part of a document that became no lines.
    public let lines: ClosedRange<Int>?
    public let reason: RemovalReason
    /// Its beginning, cut to 120 bytes.
    public let excerpt: String

    public init(lines: ClosedRange<Int>?, reason: RemovalReason, excerpt: String) {
        self.lines = lines
        self.reason = reason
        self.excerpt = excerpt
    }
}

/// Why a line, or a part of a document, is no part of the article.
public enum RemovalReason: String, Hashable, Sendable, CaseIterable {
    case share
    case commentForm = "comment-form"
    case comment
    case related
    case navigation
    case cms
    case pluginNotice = "plugin-notice"
    case sourceLink = "source-link"
    case hashtags
    case headline
    case duplicateHeadline = "duplicate-headline"
    case storyCode = "story-code"
    case shortLink = "short-link"
    case caption
    case newsletter
    case cookie
    case advertisement
    case copyright
    case masthead
    case dateLine = "date-line"
    case byline
    case epoch
    /// What is offered to those who pay.
    case paywall
    /// About the author, or about how the article came to be printed.
    case note
    /// A field in a line of its own, in the front matter or over the text.
    case metadata
    /// A picture that stands alone.
    case picture
    /// Commands of a site generator, comments, rules, tags with nothing between them.
    case markup
    /// Parts of an HTML page, by their element.
    case footer, aside, form
    /// Not to be seen on the page.
    case hidden
    /// Outside the element that holds the article.
    case outside
}

/// By what sign a field was found, and in which line.
public struct FieldOrigin: Hashable, Sendable {
    /// Counted from 1; nil where it doesn't stand in a line of the text.
    public let line: Int?
    public let how: How

    public init(line: Int?, how: How) {
        self.line = line
        self.how = how
    }

    public enum How: String, Hashable, Sendable, CaseIterable {
        case repeatedLine = "repeated-line"
        case titleLine = "title-line"
        case firstLine = "first-line"
        case bylineLine = "byline-line"
        case creditLine = "credit-line"
        /// A name that stands by itself, or beside the date.
        case nameLine = "name-line"
        case headlineSuffix = "headline-suffix"
        case masthead
        case copyright
        case joinGroup = "join-group"
        /// What the page says of the outlet in passing: an invitation, a note about it.
        case mention
        /// An address of the web or of mail.
        case address
        case sourceLabel = "source-label"
        case bylineAgency = "byline-agency"
        case datelineAgency = "dateline-agency"
        /// The article that a page describes in JSON-LD.
        case linkedData = "linked-data"
        /// A `<meta>` element.
        case meta
        /// The first heading.
        case heading
        /// The part of a page that its class calls a logo or brand.
        case brand
        /// The `<title>` of a page.
        case title
        case frontMatter = "front-matter"
        /// A field of a feed or of ninjs that is meant for it.
        case field
        /// The script and the small words of the text.
        case words = "letters-and-words"
        /// The language that the document names, which its text doesn't gainsay.
        case declaration
        /// The file beside the page that adds fields.
        case sideFile = "side-file"
        /// The name of the folder.
        case folder
    }
}

/// The head of a report: "WASHINGTON, March 26 (Reuters) —".
public struct Dateline: Hashable, Sendable {
    /// Counted from 1.
    public let line: Int
    public let place: String?
    public let agency: String?

    public init(line: Int, place: String?, agency: String?) {
        self.line = line
        self.place = place
        self.agency = agency
    }
}

/// One date found on the page.
public struct DateCandidate: Hashable, Sendable {
    /// Counted from 1; nil where it doesn't stand in a line of the text.
    public let line: Int?
    /// As printed.
    public let raw: String
    public let role: DateRole
    /// What it stands for; nil where that can't be said.
    public let value: PartialDate?
    public let outcome: DateOutcome
    /// A printed time that has no zone and so is no part of `value`, as `HH:MM` or `HH:MM:SS`.
    public let localTime: String?

    public init(line: Int?, raw: String, role: DateRole, value: PartialDate?, outcome: DateOutcome, localTime: String?) {
        self.line = line
        self.raw = raw
        self.role = role
        self.value = value
        self.outcome = outcome
        self.localTime = localTime
    }
}

/// What a date on a page is about.
public enum DateRole: String, Hashable, Sendable, CaseIterable {
    case published, modified, masthead, dateline, event, epoch, related, comment, unplaced
}

/// What became of a date candidate.
public enum DateOutcome: String, Hashable, Sendable, CaseIterable {
    case published
    case modified
    /// Says the same as the chosen one, or less.
    case agrees
    /// Says otherwise than a candidate of better standing.
    case outranked
    /// As good as another one that says otherwise; neither is taken.
    case conflict
    /// Day and month could be either way round.
    case ambiguousOrder = "ambiguous-order"
    case noYear = "no-year"
    /// There is no such day, or the year is not one of a news page.
    case impossible
    case weekdayMismatch = "weekday-mismatch"
    /// Later than the moment the page was found.
    case afterFound = "after-found"
    case beforePublication = "before-publication"
    /// "5 hours ago": no moment to count from.
    case relative
    /// A role that gives no publication date.
    case wrongRole = "wrong-role"
    /// Not written in a form that is understood.
    case unreadable
}
