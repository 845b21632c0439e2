import ArgumentParser
import Foundation

/// Where an option's value comes from: the command line, else the environment, else the default.
///
/// Kept here in a few lines instead of swift-configuration, whose readers fall back to the default where a value doesn't
/// parse; here a wrong value must end the start.
struct Settings {
    private let environment: [String: String]

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        self.environment = environment
    }

    /// `--log-format` is `DATELINE_LOG_FORMAT`.
    static func variable(_ option: String) -> String {
        "DATELINE_" + option.uppercased().replacing("-", with: "_")
    }

    /// - Throws: ``CommandFailure`` (64) where the environment's value isn't one of this type.
    func value<Value: ExpressibleByArgument>(_ given: Value?, _ option: String) throws -> Value? {
        if let given { return given }
        let name = Self.variable(option)
        guard let text = environment[name], !text.isEmpty else { return nil }
        guard text.utf8.count <= 4096, let value = Value(argument: text) else {
            throw CommandFailure(.usage, "\(name) has a value that --\(option) doesn't take: '\(text.prefix(100))'.")
        }
        return value
    }

    /// Whether the environment says anything of an option.
    func isSet(_ option: String) -> Bool { environment[Self.variable(option)].map { !$0.isEmpty } ?? false }

    func flag(_ given: Bool, _ option: String) throws -> Bool {
        if given { return true }
        let name = Self.variable(option)
        switch environment[name]?.lowercased() {
        case nil, "", "0", "false", "no": return false
        case "1", "true", "yes": return true
        default: throw CommandFailure(.usage, "\(name) is either true or false.")
        }
    }

    /// A list: repeated on the command line, separated by commas in the environment.
    func list(_ given: [String], _ option: String) -> [String] {
        if !given.isEmpty { return given }
        return environment[Self.variable(option)]?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } ?? []
    }
}

/// A port number: 0 to 65535, in plain digits.
struct Port: ExpressibleByArgument {
    let number: Int

    init(_ number: Int) {
        self.number = number
    }

    init?(argument: String) {
        guard (1...5).contains(argument.utf8.count), argument.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(argument),
            number <= 65_535
        else { return nil }
        self.number = number
    }
}
