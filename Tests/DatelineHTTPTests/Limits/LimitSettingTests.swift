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

    @Test func conflicts_ofTheDefaults_areNone() {
        #expect(ServiceLimits().conflicts.isEmpty)
    }

    @Test(arguments: [
        (["bodies=16MiB", "batch=1MiB"], ["document (16MiB) and preview (32MiB)", "8MiB", "raise bodies to 64MiB"], true),
        (["small=64MiB", "bodies=100MiB", "batch=10MiB", "document=64MiB"], ["document (64MiB) and small (64MiB)"], true),
        (["bodies=32MiB"], ["batch (64MiB) is more than bodies (32MiB)"], false),
        (["small=20MiB", "document=32MiB"], ["small (20MiB)", "kept of bodies for small contents (16MiB)"], false),
        (["small=2MiB", "document=1MiB"], ["small (2MiB) is more than document (1MiB)"], false),
        (["header-field=64KiB"], ["header-field (64KiB) is more than headers"], false),
        (["connections=100"], ["connections-per-client (256)", "lower to 50"], false),
        (["read-time=5s"], ["read-time (5s) is no less than read-wait (5s)"], false),
        (["request-time=20s", "batch=1MiB", "body-time=1s"], ["page-wait (30s) is more than request-time (20s)"], false),
        (["request-time=100s"], ["body-time (30s) and batch (64MiB)", "120s to arrive"], false),
        (["heavy-reads=3"], ["heavy-reads (3) and lists (3)"], false),
        (["json-keys=2000", "json-values=1000"], ["json-keys (2000)"], false),
    ])
    func conflicts_ofTwoLimits_areNamed(settings: [String], says: [String], isFatal: Bool) throws {
        var limits = ServiceLimits()
        for text in settings { try limits.set(text) }
        let conflicts = limits.conflicts
        #expect(conflicts.contains { $0.isFatal } == isFatal)
        for part in says { #expect(conflicts.contains { "\($0.text): \($0.advice)".contains(part) }, "\(conflicts)") }
    }

    /// Whatever is refused at the start can't be answered, and nothing else is refused.
    @Test(arguments: [(8 << 20, 9 << 20), (8 << 20, 8 << 20), (16 << 20, 9 << 20)])
    func conflict_isFatal_whereAContentNeverFindsRoom(batch: Int, document: Int) {
        var limits = ServiceLimits()
        (limits.bodyBytesInFlight, limits.batchBytes, limits.documentBytes) = (16 << 20, batch, document)
        (limits.pageBytes, limits.previewBytes) = (1 << 20, 1 << 20)
        let isTaken = Workplace(limits).bodies.take(document, for: 1, of: "a", isSmall: false)
        #expect(limits.conflicts.contains { $0.isFatal } == !isTaken)
    }

    @Test func documentation_holdsTheTable() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../docs/operating.md")
            .standardizedFileURL
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains(LimitSetting.markdownTable), "docs/operating.md must hold:\n\(LimitSetting.markdownTable)")
    }
}
