/// How much work a reading may cost. It is asked now and then, between steps and within long loops, so that a reading which
/// goes on for too long ends by itself.
public struct ReadingBudget: Sendable {
    /// Whether no more work may be done; once true it stays so.
    public let isSpent: @Sendable () -> Bool

    public init(isSpent: @escaping @Sendable () -> Bool) {
        self.isSpent = isSpent
    }

    public static let unlimited = ReadingBudget { false }

    /// Steps of a loop between two questions; asking costs about as much as a hundred of them.
    static let stride = 1024

    /// - Throws: ``ReadingError/outOfTime`` where it is spent.
    public func check() throws(ReadingError) {
        if isSpent() { throw .outOfTime }
    }

    /// The same, but asks only at every ``stride``-th step of a loop.
    func check(step: Int) throws(ReadingError) {
        if step % Self.stride == Self.stride - 1, isSpent() { throw .outOfTime }
    }
}
