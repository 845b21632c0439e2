import Hummingbird

/// What all requests of a server share, and get in one another's way with.
final class Workplace: Sendable {
    let limits: ServiceLimits
    let bodies: BodyRoom
    let answers: AnswerRoom
    /// nil: tokens may make as many requests as they like.
    let rates: RequestRates?
    let lanes: ReadLanes
    let clock: RequestClock

    init(_ limits: ServiceLimits) {
        self.limits = limits
        bodies = BodyRoom(limit: limits.bodyBytesInFlight, share: limits.mostBodyBytesOfOne, reserve: limits.keptForSmall)
        answers = AnswerRoom(
            budget: ByteBudget(limit: limits.answerBytes, share: limits.answerBytes / 2), patience: limits.readWait)
        rates = limits.tokenRequests > 0 ? RequestRates(perMinute: limits.tokenRequests) : nil
        lanes = ReadLanes(limits)
        clock = RequestClock(limit: limits.requestTime)
    }

    /// For a context that no edge has taken in hand.
    static let standalone = Workplace(ServiceLimits())

    /// Runs the handler for as long as a request may take.
    /// - Throws: what it throws; 504 where it was stopped because its time was up.
    func answer(_ route: Route, _ request: Request, _ context: DatelineRequestContext) async throws -> Response {
        guard route.isTimed else { return try await route.handler(request, context) }
        let work = Task { try await route.handler(request, context) }
        let entry = clock.start { work.cancel() }
        defer { clock.stop(entry) }
        do {
            return try await withTaskCancellationHandler {
                try await work.value
            } onCancel: {
                work.cancel()
            }
        } catch {
            guard entry.isExpired else { throw error }
            throw Problem(.timeout, "The request took longer than it may.")
        }
    }
}
