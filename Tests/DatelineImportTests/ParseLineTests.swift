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

    private static func taken(_ line: ParseLine) -> [UInt8]? { line.take(takesSlow: false)?.claim.content.bytes }

    private static func claim(_ number: Int) -> Intake.Claim {
        let path = ImportPath(bytes: Array("\(number).txt".utf8))
        let (id, time) = (ResourceID(high: 0, low: UInt64(number)), Timestamp(milliseconds: 0))
        let stamp = FileStamp(device: 1, inode: UInt64(number), size: 1000, modifiedNanoseconds: 0, changedNanoseconds: 0)
        return Intake.Claim(
            index: number,
            order: Intake.Order(path: path, stamp: stamp, settled: nil, id: id, firstSeenAt: time, writers: .ignored),
            record: ImportRecord(id: id, path: path, state: .importing, firstSeenAt: time),
            content: FileContent(bytes: [UInt8](repeating: UInt8(number), count: 1000 + number), stamp: stamp),
            habits: HabitBook(ledger: MemoryLedger(ids: ResourceIDGenerator(now: { Timestamp(milliseconds: 0) }))))
    }
}
