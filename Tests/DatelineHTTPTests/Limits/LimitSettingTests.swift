import Foundation
import Testing

@testable import DatelineHTTP

@Suite struct LimitSettingTests {
    @Test func everyLimit_setToItsDefault_changesNothing_andOtherwiseShows() throws {
        #expect(LimitSetting.all.count >= 25)
        #expect(Set(LimitSetting.all.map(\.name)).count == LimitSetting.all.count)
        for setting in LimitSetting.all {
            var limits = ServiceLimits()
            let value = setting.shownDefault.replacing("/s", with: "")
            try limits.set("\(setting.name)=\(value)")
            #expect(LimitSetting.changed(in: limits).isEmpty, "\(setting.name)")
            #expect(setting.range.contains(setting.read(limits)), "\(setting.name)")
            let bound = setting.read(limits) == setting.range.upperBound ? setting.range.lowerBound : setting.range.upperBound
            let other = setting.unit == .time ? "\(bound)ms" : "\(bound)"
            try limits.set("\(setting.name)=\(other)")
            #expect(LimitSetting.changed(in: limits).count == 1, "\(setting.name)")
            #expect(!setting.reason.isEmpty && !setting.answer.isEmpty)
        }
    }

    @Test(arguments: [
        ("target=4KiB", 4096), ("target=4096", 4096), ("target=4096B", 4096), ("connections=7", 7), ("idle=2m", 120_000),
        ("idle=1500ms", 1_500),
    ])
    func set_withAnyUnit_isTaken(text: String, value: Int64) throws {
        var limits = ServiceLimits()
        try limits.set(text)
        let setting = try #require(LimitSetting.all.first { text.hasPrefix($0.name + "=") })
        #expect(setting.read(limits) == value)
    }

    @Test(arguments: [
        ("conections=5", "did you mean connections?"), ("connections", "needs a value"), ("connections=", "needs a value"),
        ("connections=-1", "needs a value"),
        ("connections=5s", "needs a value"), ("idle=15", "needs a value"), ("idle=15h", "needs a value"),
        ("connections=0", "goes from 1 to"),
        ("connections=99999999999999999999", "needs a value"), ("target=9GiB", "needs a value"), ("target=１KiB", "needs a value"),
        ("", "no limit named"),
    ])
    func set_wrongly_saysWhatIsWrong(text: String, says: String) {
        var limits = ServiceLimits()
        do throws(LimitSetting.Fault) {
            try limits.set(text)
            Issue.record("taken")
        } catch {
            #expect(error.description.contains(says), "\(error)")
        }
    }

    @Test func documentation_holdsTheTable() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../docs/operating.md")
            .standardizedFileURL
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains(LimitSetting.markdownTable), "docs/operating.md must hold:\n\(LimitSetting.markdownTable)")
    }
}
