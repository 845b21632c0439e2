import DatelineModels
import Synchronization

/// How outlets write dates, asked of the ledger once each for a few files that are parsed together.
final class HabitBook: Sendable {
    private let ledger: any ImportLedger
    private let known = Mutex<[String: DateHabits]>([:])

    init(ledger: any ImportLedger) {
        self.ledger = ledger
    }

    func habits(of sources: Set<String>) async throws(RepositoryError) -> [String: DateHabits] {
        var habits: [String: DateHabits] = [:]
        for source in sources {
            if let found = known.withLock({ $0[source] }) {
                habits[source] = found
            } else {
                let stored = try await ledger.dateHabits(ofSource: source)
                let found = DateHabits(zone: stored?.zone, order: stored?.order)
                known.withLock { $0[source] = found }
                habits[source] = found
            }
        }
        return habits
    }
}

extension DateHabits {
    var isEmpty: Bool { zone == nil && order == nil }
}
