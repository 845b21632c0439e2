/// One thing that was looked at, and what there is to do about it.
struct Finding {
    enum Level: String {
        case ok, note, warning, problem
    }

    let level: Level
    let topic: String
    let text: String
    /// What to do next.
    let advice: String?

    static func ok(_ topic: String, _ text: String) -> Self { Self(level: .ok, topic: topic, text: text, advice: nil) }

    /// Worth knowing; nothing is wrong.
    static func note(_ topic: String, _ text: String, _ advice: String? = nil) -> Self {
        Self(level: .note, topic: topic, text: text, advice: advice)
    }

    /// It works, but not well, or not for long.
    static func warning(_ topic: String, _ text: String, _ advice: String) -> Self {
        Self(level: .warning, topic: topic, text: text, advice: advice)
    }

    /// It doesn't work.
    static func problem(_ topic: String, _ text: String, _ advice: String?) -> Self {
        Self(level: .problem, topic: topic, text: text, advice: advice)
    }

    /// What a command would have ended with; its message says what to do.
    static func problem(_ topic: String, _ error: any Error) -> Self {
        .problem(topic, (error as? CommandFailure)?.message ?? "\(error)", nil)
    }

    var line: String {
        func padded(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(1, width - text.count)) }
        let first = padded(level.rawValue, 9) + padded(topic, 12) + text + "\n"
        return first + (advice.map { String(repeating: " ", count: 21) + "→ \($0)\n" } ?? "")
    }
}
