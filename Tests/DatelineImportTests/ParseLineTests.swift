import DatelineModels
import Testing

@testable import DatelineImport

@Suite struct ParseLineTests {
    @Test func take_whileOthersWait_letsGoOfTheContent() throws {
        let line = ParseLine(departures: Signal())
        line.admit((0..<3).map(Self.claim))
        for number in 0..<2 {
            var bytes = try #require(Self.taken(line))
            #expect(bytes.count == 1000 + number)
            // What nobody else holds is changed where it lies.
            let place = bytes.withUnsafeBufferPointer { $0.baseAddress }
            bytes[0] = 1
            #expect(bytes.withUnsafeBufferPointer { $0.baseAddress } == place)
        }
        #expect(line.giveUp().map(\.index) == [2])
        #expect(line.take(takesSlow: true) == nil)
    }

    @Test func filesThatTakeLong_keepNoOtherOut_upToABound() throws {
        let line = ParseLine(departures: Signal())
        func postpone(_ numbers: Range<Int>) throws {
            line.put(numbers.map(Self.claim))
            line.admit(line.takeRead())
            for _ in numbers { line.postpone(try #require(line.take(takesSlow: false)).claim) }
        }
        try postpone(0..<703)
        #expect(line.hasRoom && line.take(takesSlow: false) == nil)
        try postpone(703..<704)
        #expect(!line.hasRoom)
        let slow = try #require(line.take(takesSlow: true))
        #expect(slow.isSlow && slow.claim.index == 0)
        line.finish([slow.claim])
        #expect(line.hasRoom && line.giveUp().count == 703)
    }

    private static func taken(_ line: ParseLine) -> [UInt8]? { line.take(takesSlow: false)?.claim.content.bytes }

    private static func claim(_ number: Int) -> Intake.Claim {
        let path = ImportPath(bytes: Array("\(number).txt".utf8))
        let (id, time) = (ResourceID(high: 0, low: UInt64(number)), Timestamp(milliseconds: 0))
        let stamp = FileStamp(device: 1, inode: UInt64(number), size: 1000, modifiedNanoseconds: 0, changedNanoseconds: 0)
        return Intake.Claim(
            index: number,
            order: Intake.Order(path: path, stamp: stamp, settled: nil, id: id, firstSeenAt: time, writers: .ignored),
            record: ImportRecord(id: id, path: path, state: .importing, firstSeenAt: time),
            content: FileContent(bytes: [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 1000 + number), stamp: stamp),
            habits: HabitBook(ledger: MemoryLedger(ids: ResourceIDGenerator(now: { Timestamp(milliseconds: 0) }))))
    }
}
