/// Where outcomes come from, group by group.
public protocol ImportOutcomes: Sendable {
    /// What is to be written next, in order; empty where nothing is ready.
    func next() async -> ImportGroup
    /// The first of those that were given out are on the disk, and their rows are these, in order; nil where there is none.
    func written(_ rows: [ImportRecord?]) async
}

/// An outcome, and what a ledger has worked out of it before it is to be written.
public protocol ReadyOutcome: Sendable {
    var outcome: ImportOutcome { get }

    /// The same with another row of the file, of which nothing was worked out.
    func reported(as record: ImportRecord) -> any ReadyOutcome
}

/// Outcomes that are given out together.
public struct ImportGroup: Sendable {
    public var outcomes: [any ReadyOutcome]
    /// Added to ``ImportRoot/parsedFiles`` with the last of them.
    public var parsedFiles: Int

    public var isEmpty: Bool { outcomes.isEmpty && parsedFiles == 0 }

    public init(outcomes: [any ReadyOutcome] = [], parsedFiles: Int = 0) {
        self.outcomes = outcomes
        self.parsedFiles = parsedFiles
    }
}

/// A group that is there from the beginning.
public actor OutcomeList: ImportOutcomes {
    private var group: ImportGroup
    /// Of those that are written, in order.
    public private(set) var rows: [ImportRecord?] = []

    public init(_ group: ImportGroup) {
        self.group = group
    }

    public func next() -> ImportGroup {
        defer { group = ImportGroup() }
        return group
    }

    public func written(_ rows: [ImportRecord?]) {
        self.rows += rows
    }
}
