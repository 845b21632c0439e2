/// Refuses an option that is given twice, of which the parser would take the last in silence: somebody meant the first one, too.
enum OptionsGivenTwice {
    private static let repeatable: Set<String> = ["--allowed-host", "--allowed-origin", "--limit"]

    /// - Parameter arguments: of the command line, without the program's name.
    /// - Throws: ``CommandFailure`` (64) that names the option.
    static func check(_ arguments: some Sequence<String>) throws {
        var seen: Set<Substring> = []
        for argument in arguments.prefix(while: { $0 != "--" }) where argument.hasPrefix("--") {
            let name = argument.prefix { $0 != "=" }
            guard seen.insert(name).inserted || repeatable.contains(String(name)) else {
                throw CommandFailure(.usage, "\(name.prefix(100)) is given twice; which one counts?")
            }
        }
    }
}
