import ArgumentParser
import DatelineModels

/// Whether pages and feeds are kept beside the articles read from them.
struct RawOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Whether pages and feeds are kept as they came, compressed, so that a better reader can read them again (on, off). Default: on.",
            valueName: "choice"))
    var keepRaw: KeepRaw?

    @Option(help: ArgumentHelp("Larger ones aren't kept: 1 to 32, in MiB. Default: 8.", valueName: "size"))
    var rawLimit: Mebibytes?

    func checked(_ settings: Settings) throws -> RawKeeping {
        RawKeeping(
            isOn: try settings.value(keepRaw, "keep-raw") != .off,
            maximumBytes: try settings.value(rawLimit, "raw-limit")?.bytes ?? RawKeeping.standardMaximumBytes)
    }
}

enum KeepRaw: String, ExpressibleByArgument, CaseIterable {
    case on, off
}

/// As many as a file of the folder may have.
struct Mebibytes: ExpressibleByArgument {
    let bytes: Int

    init?(argument: String) {
        guard let number = PlainNumber.parse(argument), (1...32).contains(number) else { return nil }
        bytes = number << 20
    }
}

/// How long something is kept.
enum Retention: ExpressibleByArgument {
    case forever
    case days(Int)

    init?(argument: String) {
        if argument == "forever" {
            self = .forever
        } else if let number = PlainNumber.parse(argument), (1...36_500).contains(number) {
            self = .days(number)
        } else {
            return nil
        }
    }
}

enum PlainNumber {
    /// Digits alone.
    static func parse(_ text: String) -> Int? {
        (1...9).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }
}
