import DatelineModels
import DatelineReading
import Synchronization

/// Reads and parses on a thread of its own.
actor ImportDesk {
    private let executor: ThreadExecutor
    private let reader: FileReader
    private let takesSlow: Bool

    /// - Parameter takesSlow: whether files that take long are its business; others have to have a desk meanwhile.
    init(reader: FileReader, label: String, takesSlow: Bool) {
        self.takesSlow = takesSlow
        executor = ThreadExecutor(label: "import-\(label)", niceness: ThreadExecutor.background)
        self.reader = reader
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Reads files as long as there are any on the pile.
    func read(_ orders: [Intake.Order], from pile: Pile, longFileBytes: Int) -> [(Int, ReadOutcome)] {
        var outcomes: [(Int, ReadOutcome)] = []
        while let index = pile.next() {
            let order = orders[index]
            let limit = FileType(of: order.path) == .jsonLines ? longFileBytes : .max
            outcomes.append((index, reader.read(order.path, expected: order.stamp, writers: order.writers, limit: limit)))
        }
        return outcomes
    }

    /// Parses what is in line, until the program is to end.
    func parse(from line: ParseLine, for intake: Intake, stopping: Signal) async {
        while let seen = line.arrivals.version(unless: stopping.version > 0) {
            if let (claim, isSlow) = line.take(takesSlow: takesSlow) {
                if let outcome = await parse(claim, for: intake, isSlow: isSlow) {
                    line.deliver(ParseLine.Parsed(claim: claim, outcome: outcome))
                } else {
                    line.postpone(claim)
                }
            } else {
                await line.arrivals.wait(after: seen)
            }
        }
    }

    /// - Returns: nil where it takes longer than files usually do, and isn't known for that yet.
    private func parse(_ claim: Intake.Claim, for intake: Intake, isSlow: Bool) async -> Result<any ReadyOutcome, RepositoryError>? {
        let time = intake.settings.parseTime(of: claim.content.bytes.count, isSlow: isSlow)
        var parser = intake.parser(for: claim)
        parser.budget = .threadTime(time)
        let side = reader.readSideFile(of: claim.order.path)
        let folderSource = intake.folderSource(of: claim.record)
        var result = parse(claim, with: parser, side: side, folderSource: folderSource)
        if case .success(let parsed) = result, !parsed.wantedHabits.isEmpty {
            do throws(RepositoryError) {
                parser.habits = try await claim.habits.habits(of: parsed.wantedHabits)
            } catch {
                return .failure(error)
            }
            if parsed.articles.isEmpty || parser.habits.values.contains(where: { !$0.isEmpty }) {
                parser.budget = .threadTime(time)
                result = parse(claim, with: parser, side: side, folderSource: folderSource)
            }
        }
        // What was taken in spite of it needn't be parsed again.
        if !isSlow, case .failure = result, parser.budget.isSpent() { return nil }
        if case .success(var parsed) = result {
            let content = ReadContent(
                bytes: claim.content.bytes, sha256: claim.content.digest, hint: FileType(of: claim.order.path), foundAt: parser.foundAt,
                folderSource: folderSource, side: side.bytes)
            parsed.noteReadings(of: content, keeping: intake.raw)
            result = .success(parsed)
        }
        return .success(intake.ledger.ready(intake.outcome(result, of: claim)))
    }

    private func parse(_ claim: Intake.Claim, with parser: FileParser, side: SideFile, folderSource: String?) -> Result<
        ParsedFile, FileRefusal
    > {
        do throws(FileRefusal) {
            return .success(
                try parser.parse(claim.content.bytes, path: claim.order.path, side: side, folderSource: folderSource))
        } catch {
            return .failure(error)
        }
    }
}

/// Pieces of work that several desks take from.
final class Pile: Sendable {
    private let taken = Atomic(0)
    private let count: Int

    init(count: Int) {
        self.count = count
    }

    func next() -> Int? {
        let index = taken.wrappingAdd(1, ordering: .relaxed).oldValue
        return index < count ? index : nil
    }
}

/// Desks of two kinds, so that a file which takes long to parse holds up nobody who reads.
struct ImportDesks: Sendable {
    let reading: [ImportDesk]
    let parsing: [ImportDesk]
    /// JSON lines beyond this are read piece by piece.
    private let longFileBytes: Int

    init(reader: FileReader, count: Int, longFileBytes: Int) {
        self.longFileBytes = longFileBytes
        reading = (0..<max(1, count)).map { ImportDesk(reader: reader, label: "read-\($0)", takesSlow: false) }
        parsing = (0..<max(1, count)).map { ImportDesk(reader: reader, label: "parse-\($0)", takesSlow: $0 == 0) }
    }

    func read(_ orders: [Intake.Order]) async -> [ReadOutcome] {
        let pile = Pile(count: orders.count)
        return await withTaskGroup(of: [(Int, ReadOutcome)].self) { group in
            for desk in reading.prefix(orders.count) {
                group.addTask { await desk.read(orders, from: pile, longFileBytes: longFileBytes) }
            }
            var outcomes = Array(repeating: ReadOutcome.gone, count: orders.count)
            for await part in group { for (index, outcome) in part { outcomes[index] = outcome } }
            return outcomes
        }
    }
}
