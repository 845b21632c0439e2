public import DatelineModels

/// Where everything in a reading came from, and what was left out.
public struct ReadingProvenance: Hashable, Sendable {
    /// In the order of the page; neighbouring lines with one reason are one span. At most ``maximumEntries``.
    public let removed: [RemovedSpan]
    /// In the order of the page. At most ``maximumEntries``.
    public let dates: [DateCandidate]
    public let headline: FieldOrigin?
    public let byline: FieldOrigin?
    public let source: FieldOrigin?
    public let dateline: Dateline?

    public static let maximumEntries = 500
}

/// Lines that are no part of the article.
public struct RemovedSpan: Hashable, Sendable {
    /// Counted from 1, both ends included.
    public let lines: ClosedRange<Int>
    public let reason: RemovalReason
    /// The first line, cut to 120 bytes.
    public let excerpt: String
}

/// Why a line is no part of the article.
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
}

/// Which line gave a field, and by what sign.
public struct FieldOrigin: Hashable, Sendable {
    /// Counted from 1.
    public let line: Int
    public let how: How

    public enum How: String, Hashable, Sendable, CaseIterable {
        case repeatedLine = "repeated-line"
        case titleLine = "title-line"
        case firstLine = "first-line"
        case bylineLine = "byline-line"
        case creditLine = "credit-line"
        case headlineSuffix = "headline-suffix"
        case masthead
        case copyright
        case joinGroup = "join-group"
        case sourceLabel = "source-label"
        case bylineAgency = "byline-agency"
        case datelineAgency = "dateline-agency"
    }
}

/// The head of a report: "WASHINGTON, March 26 (Reuters) —".
public struct Dateline: Hashable, Sendable {
    /// Counted from 1.
    public let line: Int
    public let place: String?
    public let agency: String?
}

/// One date found on the page.
public struct DateCandidate: Hashable, Sendable {
    /// Counted from 1.
    public let line: Int
    /// As printed.
    public let raw: String
    public let role: DateRole
    /// What it stands for; nil where that can't be said.
    public let value: PartialDate?
    public let outcome: DateOutcome
    /// A printed time that has no zone and so is no part of `value`, as `HH:MM` or `HH:MM:SS`.
    public let localTime: String?
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
}
