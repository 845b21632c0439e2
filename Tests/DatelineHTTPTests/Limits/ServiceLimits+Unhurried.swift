import DatelineHTTP

extension ServiceLimits {
    /// Limits that no machine is slow enough to come upon, but for those that a test sets.
    static func unhurried(_ change: (inout ServiceLimits) -> Void = { _ in }) -> ServiceLimits {
        var limits = ServiceLimits()
        limits.idle = .seconds(3600)
        limits.bodyTime = .seconds(3600)
        limits.bodyGrace = .seconds(3600)
        limits.writeStall = .seconds(3600)
        limits.writeWindow = .seconds(3600)
        limits.requestTime = .seconds(3600)
        limits.readWait = .seconds(3600)
        limits.pageWait = .seconds(3600)
        change(&limits)
        return limits
    }
}
