public import DatelineModels

/// What a page's reader is told beside the page.
public struct ReadingSettings: Sendable {
    /// The outlet's time zone, for times that are printed without one; nil: such times don't count, only their day.
    public var zone: (any LocalTimeResolving)?
    /// How the outlet writes dates in digits.
    public var dateOrder: DateOrder?
    /// Seconds since 1970; no date later than this is taken.
    public var notAfter: Int64?
    public var budget: ReadingBudget
    /// How the page writes them, as far as that is known before its text is read.
    var pageOrder: DateOrder?
    /// The language that a document declares, which may be that of a template.
    var language: String?

    public init(
        zone: (any LocalTimeResolving)? = nil, dateOrder: DateOrder? = nil, notAfter: Int64? = nil, budget: ReadingBudget = .unlimited
    ) {
        self.zone = zone
        self.dateOrder = dateOrder
        self.notAfter = notAfter
        self.budget = budget
    }
}
