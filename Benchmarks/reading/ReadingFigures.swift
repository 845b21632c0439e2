import DatelineModels
import DatelineReading
import Foundation

/// Measures how the time of reading grows with the size of what is read, and how fast plain text is read; see Benchmarks/README.md.
@main
struct ReadingFigures {
    /// More than this for twice the size, and it isn't linear.
    static let bound = 2.3
    /// Bytes a second that are asked for of prose.
    static let speedGoal = 20_000_000.0

    static func main() {
        var arguments = Array(CommandLine.arguments.dropFirst())
        let only = take("--only", from: &arguments)
        let largest = take("--bytes", from: &arguments).flatMap(Int.init) ?? 8_000_000
        let isSpeed = arguments.first == "speed"
        let failed = isSpeed ? speed(pages: arguments.dropFirst().compactMap(contents)) : growth(only, largest)
        exit(failed ? 1 : 0)
    }

    private static func take(_ name: String, from arguments: inout [String]) -> String? {
        guard let index = arguments.firstIndex(of: name), index + 1 < arguments.count else { return nil }
        defer { arguments.removeSubrange(index...index + 1) }
        return arguments[index + 1]
    }

    private static func contents(_ path: String) -> [UInt8]? {
        FileManager.default.contents(atPath: path).map { Array($0) }
    }

    // MARK: Growth

    /// - Returns: whether something grows too fast.
    private static func growth(_ only: String?, _ largest: Int) -> Bool {
        let chosen = Generator.all.filter { generator in only.map { "\(generator.hint) \(generator.name)".contains($0) } ?? true }
        say("kind       generator                     \(megabytes(largest / 2)) MB   \(megabytes(largest)) MB    ratio   MB/s")
        var slow: [String] = []
        for generator in chosen {
            // What takes this long for a hundredth would hold up all the others.
            let small = generator.document(bytes: largest / 100)
            let first = seconds { parse(small, generator.hint) }
            guard first < 1 else {
                say(column("\(generator.hint)", 11) + column(generator.name, 28) + number(first, 9, 3) + " s for a hundredth: too slow")
                slow.append("\(generator.hint) \(generator.name)")
                continue
            }
            let half = generator.document(bytes: largest / 2)
            let whole = generator.document(bytes: largest)
            var times = pair(half, whole, generator.hint, rounds: 3)
            // What looks bad is measured again before it is believed.
            if times.whole > bound * times.half { times = pair(half, whole, generator.hint, rounds: 5, best: times) }
            let ratio = times.whole / times.half
            let mark = ratio > bound ? "  grows too fast" : ""
            if ratio > bound { slow.append("\(generator.hint) \(generator.name)") }
            say(
                column("\(generator.hint)", 11) + column(generator.name, 28) + number(times.half, 9, 3) + number(times.whole, 9, 3)
                    + number(ratio, 9, 2) + number(Double(whole.count) / times.whole / 1e6, 7, 1) + mark)
        }
        say(
            "\n\(chosen.count) generators, \(slow.count) with a ratio above \(bound)\(slow.isEmpty ? "" : ": " + slow.joined(separator: ", "))"
        )
        return !slow.isEmpty
    }

    private static func pair(
        _ half: [UInt8], _ whole: [UInt8], _ hint: FileType, rounds: Int, best: (half: Double, whole: Double) = (.infinity, .infinity)
    ) -> (half: Double, whole: Double) {
        var best = best
        for _ in 0..<rounds {
            best.half = min(best.half, seconds { parse(half, hint) })
            best.whole = min(best.whole, seconds { parse(whole, hint) })
        }
        return best
    }

    private static func parse(_ bytes: [UInt8], _ hint: FileType) {
        _ = try? FileParser(foundAt: Timestamp(milliseconds: 1_774_500_000_000)).parse(bytes, hint: hint)
    }

    // MARK: Speed

    /// - Returns: whether plain text is read too slowly.
    private static func speed(pages: [[UInt8]]) -> Bool {
        guard !pages.isEmpty else {
            say("No page to read.")
            return true
        }
        let size = pages.reduce(0) { $0 + $1.count }
        var best = Double.infinity
        for _ in 0..<5 {
            let rounds = max(1, 2_000_000 / size)
            best = min(best, seconds { for _ in 0..<rounds { for page in pages { _ = try? PageReader().read(page) } } } / Double(rounds))
        }
        say("\(pages.count) pages of \(size / pages.count) bytes   \(number(Double(size) / best / 1e6, 6, 1)) MB/s")
        let prose = longPage(of: pages)
        var long = Double.infinity
        for _ in 0..<5 { long = min(long, seconds { _ = try? PageReader().read(prose) }) }
        say("one page of \(megabytes(prose.count)) MB        \(number(Double(prose.count) / long / 1e6, 6, 1)) MB/s")
        return Double(prose.count) / long < speedGoal
    }

    /// The long paragraphs of all pages over and over.
    private static func longPage(of pages: [[UInt8]]) -> [UInt8] {
        let paragraphs = pages.flatMap { $0.split(separator: 0x0A).filter { $0.count > 120 } }
        var page = Array("Karsh port reopens after a strike\n\n".utf8)
        while page.count < 8_000_000, !paragraphs.isEmpty {
            for paragraph in paragraphs { page += paragraph + [0x0A, 0x0A] }
        }
        return page
    }

    // MARK: Clock and columns

    /// Of the processor, so that whatever else runs on the machine hardly counts.
    private static func seconds(_ work: () -> Void) -> Double {
        let start = processorTime()
        work()
        return max(processorTime() - start, 1e-9)
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func megabytes(_ bytes: Int) -> String { String(format: "%.1f", Double(bytes) / 1e6) }

    /// At once, also into a file.
    private static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

    private static func column(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(1, width - text.count)) }

    private static func number(_ value: Double, _ width: Int, _ places: Int) -> String {
        let text = String(format: "%.\(places)f", value)
        return String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
