/// Looks for any of many phrases in one go through a text.
struct PhraseTable<Value: Sendable>: Sendable {
    private struct Phrase {
        let bytes: [UInt8]
        let value: Value
    }

    /// By their first byte.
    private var phrases: [[Phrase]] = Array(repeating: [], count: 256)

    /// - Parameter entries: of phrases that begin at the same place, an earlier one counts.
    init(_ entries: [(phrase: String, value: Value)]) {
        for entry in entries {
            let bytes = Array(entry.phrase.utf8)
            if let first = bytes.first { phrases[Int(first)].append(Phrase(bytes: bytes, value: entry.value)) }
        }
    }

    /// What the last phrase in the text stands for; nil where there is none.
    func last(in text: [UInt8]) -> Value? {
        for start in text.indices.reversed() {
            for phrase in phrases[Int(text[start])] where text[start...].starts(with: phrase.bytes) { return phrase.value }
        }
        return nil
    }

    /// - Parameter visit: takes what each phrase that is found stands for; the search ends where it returns false.
    func forEach(in text: [UInt8], _ visit: (Value) -> Bool) {
        for start in text.indices {
            for phrase in phrases[Int(text[start])] where text[start...].starts(with: phrase.bytes) {
                if !visit(phrase.value) { return }
            }
        }
    }
}
