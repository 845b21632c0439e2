import DatelineModels
import DatelineReading

/// Parses one content at a time on a thread of its own, so that a large one holds up no answer to a request.
actor ReadingDesk {
    private static let patience: Duration = .seconds(20)

    private let executor: ThreadExecutor

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// - Parameter niceness: of its thread.
    init(label: String, niceness: Int32 = 0) {
        executor = ThreadExecutor(label: label, niceness: niceness)
    }

    /// As much as one content may cost, from now on.
    static func budget() -> ReadingBudget {
        let deadline = ContinuousClock.now + patience
        return ReadingBudget { ContinuousClock.now >= deadline }
    }

    func parse(
        _ bytes: [UInt8], _ hint: FileType, _ parser: FileParser, overlay: Overlay = Overlay(), budget: ReadingBudget = ReadingDesk.budget()
    ) -> Result<ParsedFile, FileRefusal> {
        var parser = parser
        parser.budget = budget
        do throws(FileRefusal) {
            return .success(try parser.parse(bytes, hint: hint, overlay: overlay))
        } catch {
            return .failure(error)
        }
    }
}
