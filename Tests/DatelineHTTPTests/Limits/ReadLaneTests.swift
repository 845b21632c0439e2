import DatelineModels
import DatelineTestSupport
import Synchronization
import Testing

@testable import DatelineHTTP

@Suite struct ReadLaneTests {
    /// Reads that go on until they are let go.
    private final class Gate: Sendable {
        private let state = Mutex<(waiting: [String: CheckedContinuation<Void, Never>], order: [String])>(([:], []))

        var order: [String] { state.withLock { $0.order } }

        func pass(_ name: String) async {
            await withCheckedContinuation { continuation in
                state.withLock { state in
                    state.order.append(name)
                    state.waiting[name] = continuation
                }
            }
        }

        func open(_ name: String) { state.withLock { $0.waiting.removeValue(forKey: name) }?.resume() }
    }

    private func eventually(_ condition: @Sendable () -> Bool) async throws {
        let deadline = ContinuousClock.now + .untilHung
        while !condition() {
            guard ContinuousClock.now < deadline else { throw CancellationError() }
            try await Task.sleep(for: .milliseconds(2))
        }
    }

    private func isOverloaded(_ error: any Error) -> Bool {
        if case .overloaded? = error as? RepositoryError { true } else { false }
    }

    @Test func reads_beyondTheWidth_waitInLine_andEachHasItsTurn() async throws {
        let lane = ReadLane(width: 2, line: 10, patience: .seconds(3600))
        let gate = Gate()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for name in ["a", "b", "c"] {
                group.addTask { try await lane.run(for: "one") { () async throws(RepositoryError) in await gate.pass(name) } }
                if name != "c" { try await eventually { gate.order.contains(name) } }
            }
            gate.open("b")
            try await eventually { gate.order == ["a", "b", "c"] }
            gate.open("a")
            gate.open("c")
            try await group.waitForAll()
        }
    }

    @Test func clientWithFewInside_comesBeforeOneWithMany() async throws {
        let lane = ReadLane(width: 2, line: 10, patience: .seconds(3600))
        let gate = Gate()
        try await withThrowingTaskGroup(of: Void.self) { group in
            @Sendable func read(_ client: String, _ name: String) async throws {
                try await lane.run(for: client) { () async throws(RepositoryError) in await gate.pass(name) }
            }
            for name in ["g1", "g2"] {
                group.addTask { try await read("greedy", name) }
                try await eventually { gate.order.contains(name) }
            }
            for name in ["g3", "g4", "g5"] { group.addTask { try await read("greedy", name) } }
            try await eventually { lane.waitingCount == 3 }
            group.addTask { try await read("modest", "m") }
            try await eventually { lane.waitingCount == 4 }
            gate.open("g1")
            try await eventually { gate.order.count == 3 }
            #expect(gate.order.last == "m")
            try await eventually {
                for name in gate.order { gate.open(name) }
                return gate.order.count == 6
            }
            for name in gate.order { gate.open(name) }
            try await group.waitForAll()
        }
    }

    @Test func line_full_refusesAtOnce() async throws {
        let lane = ReadLane(width: 1, line: 0, patience: .seconds(3600))
        let gate = Gate()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await lane.run(for: "a") { () async throws(RepositoryError) in await gate.pass("a") } }
            try await eventually { gate.order == ["a"] }
            await #expect(performing: { try await lane.run(for: "b") {} }, throws: isOverloaded)
            gate.open("a")
            try await group.waitForAll()
        }
        try await lane.run(for: "b") {}
    }

    @Test func line_fullOfOneClient_makesRoomForAnother_andOnlyThen() async throws {
        let lane = ReadLane(width: 1, line: 3, patience: .seconds(3600))
        let gate = Gate()
        try await withThrowingTaskGroup(of: String?.self) { group in
            @Sendable func read(_ client: String, _ name: String) async -> String? {
                do {
                    try await lane.run(for: client) { () async throws(RepositoryError) in await gate.pass(name) }
                    return nil
                } catch {
                    return name
                }
            }
            group.addTask { await read("greedy", "g1") }
            try await eventually { gate.order == ["g1"] }
            for (number, name) in ["g2", "g3", "g4"].enumerated() {
                group.addTask { await read("greedy", name) }
                try await eventually { lane.waitingCount == number + 1 }
            }
            group.addTask { await read("modest", "m1") }
            // The last one of the client that fills the line goes; nobody of it takes another's place.
            #expect(try await group.next() == "g4")
            #expect(await read("greedy", "g5") == "g5")
            group.addTask { await read("other", "o1") }
            #expect(try await group.next() == "g3")
            #expect(await read("other", "o2") == "o2")
            for name in ["g1", "m1", "o1", "g2"] {
                try await eventually { gate.order.last == name }
                gate.open(name)
            }
            while let refused = try await group.next() { #expect(refused == nil) }
        }
        #expect(gate.order == ["g1", "m1", "o1", "g2"])
    }

    @Test func laneOfOne_isSharedByTurns() async throws {
        let lane = ReadLane(width: 1, line: 10, patience: .seconds(3600))
        let gate = Gate()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, name) in ["a1", "a2", "a3", "b1", "b2"].enumerated() {
                group.addTask {
                    try await lane.run(for: String(name.prefix(1))) { () async throws(RepositoryError) in await gate.pass(name) }
                }
                try await eventually { gate.order.count + lane.waitingCount == number + 1 }
            }
            for name in ["a1", "b1", "a2", "b2", "a3"] {
                try await eventually { gate.order.last == name }
                gate.open(name)
            }
            try await group.waitForAll()
        }
    }

    @Test func whoStaysInLine_isNotPassedByThoseWhoComeAndGo() async throws {
        let lane = ReadLane(width: 1, line: 10, patience: .seconds(3600))
        let gate = Gate()
        try await withThrowingTaskGroup(of: Void.self) { group in
            func ask(_ name: String) {
                group.addTask {
                    try await lane.run(for: String(name.prefix(1))) { () async throws(RepositoryError) in await gate.pass(name) }
                }
            }
            for (number, name) in ["a1", "a2", "b1", "c1"].enumerated() {
                ask(name)
                try await eventually { gate.order.count + lane.waitingCount == number + 1 }
            }
            // As soon as they are through, the others are back: behind the one that is still there.
            for (name, next, back) in [("a1", "b1", nil), ("b1", "c1", "b2"), ("c1", "a2", "c2"), ("a2", "b2", nil), ("b2", "c2", nil)] {
                gate.open(name)
                try await eventually { gate.order.last == next }
                let waiting = lane.waitingCount
                if let back {
                    ask(back)
                    try await eventually { lane.waitingCount == waiting + 1 }
                }
            }
            gate.open("c2")
            try await group.waitForAll()
        }
    }

    @Test func whoWaits_waitsLongerThanAReadMayTake() {
        let limits = ServiceLimits()
        #expect(limits.readWait > limits.readTime)
    }

    @Test func line_thatDoesNotMove_isGivenUp_andLeavesNothing() async throws {
        let lane = ReadLane(width: 1, line: 5, patience: .milliseconds(50))
        let gate = Gate()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await lane.run(for: "a") { () async throws(RepositoryError) in await gate.pass("a") } }
            try await eventually { gate.order == ["a"] }
            await #expect(performing: { try await lane.run(for: "b") {} }, throws: isOverloaded)
            #expect(lane.waitingCount == 0)
            gate.open("a")
            try await group.waitForAll()
        }
        try await lane.run(for: "b") {}
    }

    @Test func waiting_cancelled_leavesTheLine() async throws {
        let lane = ReadLane(width: 1, line: 5, patience: .seconds(3600))
        let gate = Gate()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await lane.run(for: "a") { () async throws(RepositoryError) in await gate.pass("a") } }
            try await eventually { gate.order == ["a"] }
            let waiting = Task { try await lane.run(for: "b") {} }
            try await eventually { lane.waitingCount == 1 }
            waiting.cancel()
            await #expect(throws: RepositoryError.self) { try await waiting.value }
            #expect(lane.waitingCount == 0)
            gate.open("a")
            try await group.waitForAll()
        }
    }

    @Test func read_thatFails_makesRoom() async throws {
        let lane = ReadLane(width: 1, line: 0, patience: .seconds(3600))
        await #expect(throws: RepositoryError.self) { try await lane.run(for: "a") { () async throws(RepositoryError) in throw .timeout } }
        try await lane.run(for: "a") {}
    }

    private final class Tally: Sendable {
        let inside = Mutex((now: 0, most: 0, all: 0))
    }

    @Test func manyReads_atOnce_neverMoreThanTheWidthInside() async throws {
        let lane = ReadLane(width: 3, line: 1_000, patience: .seconds(3600))
        let tally = Tally()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                group.addTask {
                    try await lane.run(for: "\(number % 7)") { () async throws(RepositoryError) in
                        tally.inside.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1), $0.all + 1) }
                        await Task.yield()
                        tally.inside.withLock { $0.now -= 1 }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(tally.inside.withLock { $0.most } <= 3)
        #expect(tally.inside.withLock { $0.all } == 200)
    }
}
