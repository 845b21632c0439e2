/// How a store's answer can fail. Every port throws this and nothing else.
public enum RepositoryError: Error, Sendable {
    /// There is no such resource.
    case notFound
    /// A unique value is taken: by `existing`, where the store knows it. `detail` is a sentence for the client.
    case conflict(existing: ResourceID?, detail: String)
    /// The resource is at another version than the client's precondition asked for.
    case preconditionFailed
    /// What was sent refers to things that aren't there, or breaks a rule only the store can check.
    case invalid(ValidationError)
    /// The operation took longer than a read may.
    case timeout
    /// The waiting line of writes is full.
    case overloaded
    /// The caller gave up.
    case cancelled
    /// Changes before this sequence are no longer kept.
    case gone
    /// The store can't do its work now; `cause` is for the log only.
    case unavailable(UnavailableReason, cause: String)
}

public enum UnavailableReason: String, Sendable {
    case diskFull = "disk-full"
    case readOnly = "read-only"
    case overloaded
    case shuttingDown = "shutting-down"
    case storageError = "storage-error"
}

/// What the client demands of the version it changes (RFC 9110 §13.1).
public struct Precondition: Hashable, Sendable {
    public enum IfMatch: Hashable, Sendable {
        /// `*`: the resource exists.
        case any
        /// It is at one of these versions; empty: nothing fits.
        case versions([Int])
    }

    public var ifMatch: IfMatch?
    /// `If-None-Match: *`: the resource doesn't exist yet.
    public var mustBeNew: Bool

    public init(ifMatch: IfMatch? = nil, mustBeNew: Bool = false) {
        self.ifMatch = ifMatch
        self.mustBeNew = mustBeNew
    }

    public static let none = Precondition()

    /// - Parameter version: the current one; nil: the resource doesn't exist.
    public func holds(for version: Int?) -> Bool {
        if mustBeNew, version != nil { return false }
        switch ifMatch {
        case nil: return true
        case .any: return version != nil
        case .versions(let versions): return version.map { versions.contains($0) } ?? false
        }
    }
}

/// What to do when a new article's natural key (its normalised URL) is taken.
public enum ConflictPolicy: String, Sendable, CaseIterable {
    /// Fail with ``RepositoryError/conflict(existing:detail:)``.
    case error
    /// Answer the stored one, unchanged.
    case `return`
    /// Replace the stored one.
    case update
}

public enum WriteEffect: Sendable {
    case created, replaced
    /// Nothing was written: the stored one is what there was.
    case unchanged
}

/// A resource after a write, and what became of it.
public struct WriteOutcome<Resource: Sendable>: Sendable {
    public typealias Effect = WriteEffect

    public let resource: Resource
    public let effect: Effect

    public init(resource: Resource, effect: Effect) {
        self.resource = resource
        self.effect = effect
    }
}
