import DatelineMetrics
import Metrics
import Testing

@Suite struct MetricsRegistryTests {
    private let registry = MetricsRegistry([
        .init("articles_total", "Articles \\ by\nsource."), .init("wait_seconds", "Waiting.", bounds: [0.1, 1]),
    ])

    private func lines() -> [String] { registry.text().split(separator: "\n").map(String.init) }

    @Test func counter_incremented_isWrittenWithHelpTypeAndLabelsInOrder() {
        let counter = Counter(label: "articles_total", dimensions: [("source", "The \"Post\"\\\n"), ("kind", "a")], factory: registry)
        counter.increment()
        counter.increment(by: 4)
        #expect(
            lines() == [
                #"# HELP articles_total Articles \\ by\nsource."#, "# TYPE articles_total counter",
                #"articles_total{kind="a",source="The \"Post\"\\\n"} 5"#,
            ])
    }

    @Test func counter_madeTwice_isTheSame() {
        Counter(label: "articles_total", dimensions: [("a", "1"), ("b", "2")], factory: registry).increment()
        Counter(label: "articles_total", dimensions: [("b", "2"), ("a", "1")], factory: registry).increment()
        #expect(lines().last == #"articles_total{a="1",b="2"} 2"#)
    }

    @Test func timer_recorded_isAHistogramOfSecondsThatAddsUp() {
        let timer = Timer(label: "wait_seconds", factory: registry)
        for milliseconds: Int64 in [50, 100, 500, 2_000] { timer.recordNanoseconds(milliseconds * 1_000_000) }
        #expect(
            lines().dropFirst(2) == [
                #"wait_seconds_bucket{le="0.1"} 2"#, #"wait_seconds_bucket{le="1"} 3"#, #"wait_seconds_bucket{le="+Inf"} 4"#,
                "wait_seconds_sum 2.65", "wait_seconds_count 4",
            ])
    }

    @Test func meter_set_keepsTheLastValue() {
        let meter = Meter(label: "open", factory: registry)
        meter.set(12)
        meter.set(3.5)
        #expect(lines().last == "open 3.5")
    }

    @Test func name_ofAnotherKind_isKeptNowhere() {
        Meter(label: "open", factory: registry).set(1)
        Counter(label: "open", factory: registry).increment(by: 100)
        #expect(lines() == ["# HELP open ", "# TYPE open gauge", "open 1"])
    }

    @Test func name_withOtherCharacters_isMadeFit() {
        Meter(label: "9 lives.é", factory: registry).set(1)
        #expect(lines().last == "_9_lives___ 1")
    }

    @Test func series_withoutEnd_areBounded() {
        for number in 0..<5_000 { Counter(label: "articles_total", dimensions: [("n", "\(number)")], factory: registry).increment() }
        #expect(lines().count == 2_002)
    }

    @Test func recorder_ofOddValues_neverBreaksTheSum() {
        let recorder = Recorder(label: "wait_seconds", factory: registry)
        recorder.record(Double.nan)
        recorder.record(Double.infinity)
        recorder.record(0.5)
        #expect(lines().last == "wait_seconds_count 1")
        #expect(lines().contains("wait_seconds_sum 0.5"))
    }

    @Test func counter_destroyed_isGone() {
        let counter = Counter(label: "articles_total", factory: registry)
        counter.increment()
        counter.destroy()
        #expect(lines().isEmpty)
    }

    @Test func counters_ofManyTasks_loseNothing() async {
        let registry = registry
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask { for _ in 0..<1_000 { Counter(label: "articles_total", factory: registry).increment() } }
            }
        }
        #expect(lines().last == "articles_total 8000")
    }
}
