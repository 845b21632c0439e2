/// Where a name has capitals, and so where a text must have them for the name to be found.
///
/// A word all in capitals (an initialism such as `US`) needs all of them; of any other word only the first capital counts, so
/// that `McDonald` is found in "Mcdonald" but `Mark` isn't in "mark".
struct CapitalPattern: Hashable, Sendable {
    private enum Word: Hashable, Sendable {
        case none
        case all
        case at(Int)
    }

    private let words: [Word]

    /// - Parameter capitals: for each word, whether each of its letters is a capital.
    init(_ capitals: [[Bool]]) {
        words = capitals.map { word in
            guard let first = word.firstIndex(of: true) else { return .none }
            return word.count > 1 && word.allSatisfy(\.self) ? .all : .at(first)
        }
    }

    func fits(_ capitals: [[Bool]]) -> Bool {
        zip(words, capitals).allSatisfy { word, text in
            switch word {
            case .none: true
            case .all: text.allSatisfy(\.self)
            case .at(let position): position < text.count && text[position]
            }
        }
    }
}
