import DatelineModels

// Links and boxes.
extension HTMLScope {
    private static let linkShare = 60
    private static let boxBytes = 600
    private static let captionBytes = 300

    /// Elements of which most is links: menus, cards of other articles, "Read also". A paragraph of text may hold a long one.
    mutating func removeLists(except headline: Int?) {
        let credits = creditLines
        let start = headline ?? -1
        let firstProse = document.lines.indices.first { $0 > start && HTMLMeasures.prose(document.lines[$0]) >= Self.proseBytes }
        var done = 0
        for node in document.nodes.indices.dropFirst() where measures.text[node] > 0 && document.nodes[node].lines.upperBound > done {
            guard measures.linkShare(node) >= Self.linkShare, measures.prose[node] * 5 <= measures.prose[0] else { continue }
            let name = document.nodes[node].name
            if name == "p" || name == "li" || HTMLElements.headingLevels[name] != nil, measures.linkShare(node) < 80 { continue }
            // A credit is a link as often as not, and belongs to the head.
            if isCredit(node, credits) { continue }
            done = document.nodes[node].lines.upperBound
            remove(node: node, measures.text[node] >= 40 ? .related : .navigation, except: headline)
            if let card = card(under: node, after: firstProse, credits) {
                remove(node: card, .related, except: headline)
                done = max(done, document.nodes[card].lines.upperBound)
            }
        }
    }

    private static let proseBytes = 60
    private static let cardLines = 6

    /// The small element that a heading opens which is a link, below the beginning of the text: a card of another article with its author
    /// or its date. Without them it may be a part of the text.
    private func card(under node: Int, after firstProse: Int?, _ credits: Set<Int>) -> Int? {
        let element = document.nodes[node]
        guard let firstProse, element.firstLine > firstProse, HTMLElements.headingLevels[element.name] != nil else { return nil }
        var card: Int?
        var parent = element.parent
        while parent > 0, document.nodes[parent].firstLine == element.firstLine, document.nodes[parent].lines.count <= Self.cardLines,
            measures.text[parent] <= Self.boxBytes, measures.prose[parent] * 5 <= measures.prose[0]
        {
            card = parent
            parent = document.nodes[parent].parent
        }
        guard let card, document.nodes[card].lines.contains(where: { credits.contains($0) || isDated($0) }) else { return nil }
        return card
    }

    /// Whether an element holds the author's name or a date, and little else.
    private func isCredit(_ node: Int, _ credits: Set<Int>) -> Bool {
        let range = document.nodes[node].lines
        guard range.count <= 4, measures.text[node] <= Self.captionBytes else { return false }
        return range.contains { index in
            credits.contains(index) || Byline(text(index))?.kind == .person
        }
    }

    private var creditLines: Set<Int> { Set(document.captures.lazy.filter { $0.kind == .author }.map(\.line)) }

    /// Small elements around a form or a picture.
    mutating func removeBoxes(except headline: Int?) {
        let total = measures.prose[0]
        let credits = creditLines
        var done = 0
        for node in document.nodes.indices.dropFirst() where document.nodes[node].lines.upperBound > done {
            let element = document.nodes[node]
            guard element.hasForm || element.hasImage || element.isFloat, measures.text[node] > 0 else { continue }
            let isSmall = measures.text[node] <= Self.boxBytes && measures.prose[node] * 5 <= total
            guard isSmall else { continue }
            if element.hasForm || element.isFloat {
                remove(node: node, element.hasForm ? .form : .caption, except: headline)
                done = element.lines.upperBound
            } else if measures.text[node] <= Self.captionBytes, element.lines.count <= 3, Self.holders.contains(element.name),
                !element.lines.contains(where: { credits.contains($0) || isDated($0) || $0 == headline })
            {
                remove(node: node, .caption, except: headline)
                done = element.lines.upperBound
            }
        }
    }

    private static let holders: Set<String> = [
        "div", "figure", "table", "tr", "td", "li", "center", "section", "dl", "dt", "dd", "ul", "header",
    ]

    func isDated(_ index: Int) -> Bool {
        let line = document.lines[index]
        guard line.size <= 200 else { return false }
        return MetadataLine(document.layout.bytes[line.line.range], endsWithStop: false).isPure
    }
}
