import DatelineModels
import Logging

/// Imports files batch by batch, waiting out a store that can't take anything for a while.
struct RunBatches: Sendable {
    /// What the ledger has of a file.
    struct Known: Sendable {
        let state: ImportState
        let stamp: FileStamp?
    }

    enum Outcome: Sendable {
        case written(ImportRecord)
        case unchanged(ImportPath)
        case unreadable(ImportPath, SystemFailure)
    }

    /// How often a file that changes while it is read is read again, and how often the store is asked again.
    private static let patience = 5

    let intake: Intake
    let time: ImportTime
    let settings: ImportSettings
    let logger: Logger

    func run(_ items: [WorkQueue.Item], known: [ImportPath: Known]) async throws(RepositoryError) -> [Outcome] {
        var outcomes: [Outcome] = []
        var orders = items.map { item in
            Intake.Order(
                path: item.candidate.path, stamp: nil, hasRow: known[item.candidate.path] != nil, settled: nil, firstSeenAt: time.now(),
                writers: .ignored
            )
        }
        var attempt = 0
        while !orders.isEmpty {
            attempt += 1
            let round = await look(at: orders)
            outcomes += round.outcomes
            orders = round.again
            guard !orders.isEmpty else { break }
            guard attempt < Self.patience else {
                if let error = round.error { throw error }
                outcomes += orders.map { .unreadable($0.path, .stillChanging) }
                break
            }
            if let error = round.error {
                logger.warning("The store can't take articles yet", metadata: ["reason": .string(error.reasonOfPause)])
            }
            try? await time.sleep(ImportSettings.backOff(attempt: attempt, longest: settings.longestPause))
            if Task.isCancelled { throw .cancelled }
        }
        return outcomes
    }

    /// Writes the row of a file that isn't even opened.
    func save(_ refusal: RowChanges.Change, of found: FoundFile, hasRow: Bool) async throws(RepositoryError) {
        guard case .refused(let state, let reason, let detail) = refusal else { return }
        var record = try await intake.record(of: found.path, hasRow: hasRow, firstSeenAt: time.now())
        record.refuse(state, reason: reason, detail: detail, stamp: found.stamp, at: time.now())
        try await intake.ledger.save([record], root: intake.root)
    }

    private struct Round {
        var outcomes: [Outcome] = []
        /// What has to be done once more.
        var again: [Intake.Order] = []
        /// What the store said, if that is why.
        var error: RepositoryError?
    }

    private func look(at orders: [Intake.Order]) async -> Round {
        let intake = intake
        let examined = await Concurrently.map(orders, width: settings.desks) {
            number, order async -> Result<Intake.Examination, RepositoryError> in
            do throws(RepositoryError) {
                return .success(try await intake.examine(order, desk: intake.desks[number]))
            } catch {
                return .failure(error)
            }
        }
        var round = Round()
        var claims: [(order: Intake.Order, claim: Intake.Claim)] = []
        for (order, result) in zip(orders, examined) {
            switch result {
            case .success(.claimable(let claim)): claims.append((order, claim))
            case .success(.settled(let record)): round.outcomes.append(.written(record))
            case .success(.unchanged(let record)): round.outcomes.append(.unchanged(record.path))
            case .success(.unready): round.again.append(order)
            case .success(.gone): round.outcomes.append(.unreadable(order.path, .absence))
            case .success(.trouble(let failure)): round.outcomes.append(.unreadable(order.path, failure))
            case .failure(let error):
                round.again.append(order)
                round.error = error
            }
        }
        await complete(claims, into: &round)
        return round
    }

    private func complete(_ claims: [(order: Intake.Order, claim: Intake.Claim)], into round: inout Round) async {
        guard !claims.isEmpty else { return }
        let claimed: [Intake.Claim]
        do {
            claimed = try await intake.claim(claims.map(\.claim))
        } catch {
            round.again += claims.map(\.order)
            round.error = error
            return
        }
        let intake = intake
        let results = await Concurrently.map(claimed, width: settings.stores) {
            number, claim async -> Result<ImportRecord, RepositoryError> in
            do throws(RepositoryError) {
                return .success(try await intake.complete(claim, desk: intake.desks[number]))
            } catch {
                return .failure(error)
            }
        }
        for (index, result) in results.enumerated() {
            switch result {
            case .success(let record): round.outcomes.append(.written(record))
            case .failure(let error):
                var order = claims[index].order
                order.isRepeated = true
                order.hasRow = true
                round.again.append(order)
                round.error = error
            }
        }
    }
}
