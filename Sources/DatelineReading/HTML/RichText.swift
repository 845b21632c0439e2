/// Text that may be HTML.
public enum RichText {
    /// - Returns: paragraphs with a blank line between them.
    public static func text(ofHTML text: String, budget: ReadingBudget = .unlimited) throws(ReadingError) -> String {
        TextDecoding.clean(try HTMLFragment.text(Array(TextDecoding.clean(text).text.utf8), budget: budget)).text
    }

    /// Whether it holds a known element, or a reference to a character.
    public static func isLikelyHTML(_ text: String) -> Bool { HTMLFragment.isLikely(Array(text.utf8)[...]) }
}
