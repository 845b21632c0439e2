@testable import DatelineImport
import DatelineModels
import Testing

struct StabilityTrackerTests {
    private let path = ImportPath("a.txt")

    private func stamp(_ size: Int64) -> FileStamp {
        FileStamp(device: 1, inode: 2, size: size, modifiedNanoseconds: size, changedNanoseconds: size)
    }

    private func ripe(_ tracker: inout StabilityTracker, at milliseconds: Int) -> [ImportPath] {
        tracker.takeRipe(at: .milliseconds(milliseconds)).map(\.path)
    }

    @Test(arguments: [
        (StabilityTracker.Evidence.movedIn, 0), (.closed, 500), (.listedRecent, 200), (.listedOld, 200), (.listed, 1000), (.created, 1000),
    ])
    func note_eachEvidence_hasItsDelay(_ evidence: StabilityTracker.Evidence, _ delay: Int) {
        var tracker = StabilityTracker()
        tracker.note(path, stamp(1), evidence, at: .milliseconds(100))
        if delay > 0 { #expect(ripe(&tracker, at: 100 + delay - 1).isEmpty) }
        #expect(tracker.nextDue() == .milliseconds(100 + delay))
        #expect(ripe(&tracker, at: 100 + delay) == [path] && tracker.count == 0 && tracker.nextDue() == nil)
    }

    @Test func note_anotherClose_beginsTheQuietAnew() {
        var tracker = StabilityTracker()
        tracker.note(path, stamp(1), .closed, at: .zero)
        tracker.note(path, stamp(2), .closed, at: .milliseconds(400))
        #expect(ripe(&tracker, at: 899).isEmpty && ripe(&tracker, at: 900) == [path])
    }

    @Test func note_changedBetweenTwoLists_beginsAnew() {
        var tracker = StabilityTracker()
        tracker.note(path, stamp(1), .listedOld, at: .zero)
        tracker.note(path, stamp(2), .listedOld, at: .milliseconds(100))
        #expect(ripe(&tracker, at: 1099).isEmpty && ripe(&tracker, at: 1100) == [path])
    }

    @Test func note_sameLookAgain_changesNothing() {
        var tracker = StabilityTracker()
        tracker.note(path, stamp(1), .listed, at: .zero)
        for time in [300, 600, 900] { tracker.note(path, stamp(1), .listed, at: .milliseconds(time)) }
        #expect(ripe(&tracker, at: 1000) == [path])
    }

    @Test func note_listAfterAnOpenWriter_keepsSuspicion() throws {
        var tracker = StabilityTracker()
        tracker.note(path, stamp(1), .created, at: .zero)
        tracker.note(path, stamp(2), .listed, at: .milliseconds(500))
        let candidate = try #require(tracker.takeRipe(at: .seconds(2)).first)
        #expect(candidate.evidence == .created && StabilityTracker.writers(candidate, at: .seconds(2)) == .suspected)
        // Whoever began it hasn't ended, as far as events tell.
        #expect(StabilityTracker.writers(candidate, at: .seconds(29)) == .suspected)
        #expect(StabilityTracker.writers(candidate, at: .seconds(31)) == .ignored)
    }

    @Test(arguments: [
        (StabilityTracker.Evidence.listed, WriterRule.suspected), (.listedRecent, .suspected), (.listedOld, .minded), (.closed, .minded),
        (.movedIn, .ignored),
    ])
    func writers_ofAFileNobodyHasToldOf_areSuspected(_ evidence: StabilityTracker.Evidence, _ rule: WriterRule) throws {
        var tracker = StabilityTracker()
        tracker.note(path, stamp(1), evidence, at: .zero)
        let candidate = try #require(tracker.takeRipe(at: .seconds(1)).first)
        #expect(StabilityTracker.writers(candidate, at: .seconds(1)) == rule)
        if rule == .suspected { #expect(StabilityTracker.writers(candidate, at: .seconds(6)) == .minded) }
    }

    @Test func postpone_comesBackASecondLater_unlessSeenAgain() throws {
        var tracker = StabilityTracker()
        tracker.note(path, stamp(1), .created, at: .zero)
        let candidate = try #require(tracker.takeRipe(at: .seconds(1)).first)
        tracker.postpone(candidate, at: .seconds(1))
        #expect(ripe(&tracker, at: 1999).isEmpty && ripe(&tracker, at: 2000) == [path])
        tracker.note(path, stamp(2), .movedIn, at: .seconds(3))
        tracker.postpone(candidate, at: .seconds(3))
        #expect(ripe(&tracker, at: 3000) == [path] && tracker.count == 0)
    }

    @Test func forget_dropsTheFile() {
        var tracker = StabilityTracker()
        tracker.note(path, stamp(1), .movedIn, at: .zero)
        tracker.forget(path)
        #expect(ripe(&tracker, at: 5000).isEmpty && tracker.nextDue() == nil)
    }

    @Test func takeRipe_many_comeInOrderOfTheirTime() {
        var tracker = StabilityTracker()
        for number in (0..<200).shuffled() {
            tracker.note(ImportPath("\(number)"), stamp(1), .closed, at: .milliseconds(number))
        }
        #expect(tracker.takeRipe(at: .seconds(5)).map(\.path) == (0..<200).map { ImportPath("\($0)") })
    }

    @Test func queue_servesEventsFirst_thenTheOldest_andSuspectsAlone() {
        func candidate(_ name: String, _ time: Int64, _ evidence: StabilityTracker.Evidence) -> StabilityTracker.Candidate {
            .init(path: ImportPath(name), stamp: stamp(time), evidence: evidence, since: .zero, began: .zero, due: .zero)
        }
        var queue = WorkQueue()
        queue.add(candidate("young", 30, .listed), isAlone: false)
        queue.add(candidate("old", 10, .listedOld), isAlone: false)
        queue.add(candidate("suspect", 20, .listedOld), isAlone: true)
        queue.add(candidate("live 2", 50, .closed), isAlone: false)
        queue.add(candidate("live 1", 40, .movedIn), isAlone: false)
        var batches: [[String]] = []
        while !queue.isEmpty { batches.append(queue.take(limit: 10, bytes: .max, allowsAlone: true).map(\.candidate.path.text)) }
        #expect(batches == [["live 2", "live 1", "old"], ["suspect"], ["young"]])
    }

    @Test func queue_stopsABatchAtItsBytes() {
        var queue = WorkQueue()
        for number in 1...5 {
            queue.add(
                .init(path: ImportPath("\(number)"), stamp: stamp(10), evidence: .closed, since: .zero, began: .zero, due: .zero),
                isAlone: false)
        }
        #expect(
            queue.take(limit: 10, bytes: 25, allowsAlone: true).count == 3 && queue.take(limit: 1, bytes: 25, allowsAlone: true).count == 1
                && queue.count == 1)
    }
}
