import Testing

@testable import DatelineImport

/// When a look through the folder is late.
@Suite struct ScanProgressTests {
    @Test func finished_isOverdueAfterThreeIntervals() {
        var scans = ScanProgress()
        #expect(!scans.isOverdue(at: .seconds(1000)), "the first has not begun")
        scans.interval = .seconds(30)
        scans.finishedAt = .seconds(100)
        #expect(!scans.isOverdue(at: .seconds(190)) && scans.isOverdue(at: .seconds(191)))
        scans.isRunning = true
        #expect(!scans.isOverdue(at: .seconds(1000)), "it waits for the files it has found")
    }

    @Test func walking_thatComesToNothing_isOverdue() {
        var scans = ScanProgress()
        scans.isRunning = true
        scans.isWalking = true
        scans.walkedAt = .seconds(100)
        #expect(!scans.isOverdue(at: .seconds(160)) && scans.isOverdue(at: .seconds(161)))
        scans.waitsForRoom = true
        #expect(!scans.isOverdue(at: .seconds(1000)), "the store can't take more")
    }
}
