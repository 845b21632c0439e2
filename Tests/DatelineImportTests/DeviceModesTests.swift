@testable import DatelineImport
import Testing

struct DeviceModesTests {
    @Test func silence_lastsForAnHourAfterTheLastChangeThatWasNotTold() {
        var modes = DeviceModes()
        let news = [modes.noteSilence(on: 7, at: .seconds(100)), modes.noteSilence(on: 7, at: .seconds(1900))]
        #expect(news == [true, false])
        #expect(modes.silent(at: .seconds(1900 + 3599)) == [7] && modes.isSilent(7, at: .seconds(1900 + 3599)))
        #expect(modes.silent(at: .seconds(1900 + 3600)).isEmpty && !modes.isSilent(7, at: .seconds(1900 + 3600)))
        // After which it is news again.
        let isNews = modes.noteSilence(on: 7, at: .seconds(1900 + 3600))
        #expect(isNews)
    }

    @Test func silence_isOfOneFileSystem() {
        var modes = DeviceModes()
        modes.noteEvent(on: 8)
        _ = modes.noteSilence(on: 7, at: .zero)
        #expect(!modes.isSilent(8, at: .zero) && modes.areProven([8]) && !modes.areProven([7, 8]))
    }
}
