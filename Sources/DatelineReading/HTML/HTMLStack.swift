/// The elements that are open, the innermost last. Deeper ones than it holds are read as if they weren't there.
struct HTMLStack {
    struct Element {
        let name: String
        /// The node that its lines belong to: its own, or that of the element around it.
        let node: Int
        let ownsNode: Bool
        let isBlock: Bool
        let isHidden: Bool
        /// Where its text begins.
        let byte: Int
    }

    static let deepest = 256

    private var elements: [Element] = []
    private var counts: [String: Int] = [:]
    private var hidden = 0

    var count: Int { elements.count }
    /// 0 is the page.
    var node: Int { elements.last?.node ?? 0 }
    var isHidden: Bool { hidden > 0 }

    /// The innermost node that holds the whole line: an element within it that is still open may have begun later.
    func lineNode(from byte: Int) -> Int {
        elements.last { $0.ownsNode && ($0.isBlock || $0.byte <= byte) }?.node ?? 0
    }

    func contains(_ name: String) -> Bool { counts[name, default: 0] > 0 }

    /// - Returns: false where the stack is full.
    mutating func push(_ name: String, _ node: Int, isBlock: Bool, isHidden: Bool, byte: Int) -> Bool {
        guard elements.count < Self.deepest else { return false }
        elements.append(
            Element(name: name, node: node, ownsNode: node != self.node, isBlock: isBlock, isHidden: isHidden, byte: byte))
        counts[name, default: 0] += 1
        if isHidden { hidden += 1 }
        return true
    }

    mutating func pop() -> Element? {
        guard let last = elements.popLast() else { return nil }
        counts[last.name, default: 1] -= 1
        if last.isHidden { hidden -= 1 }
        return last
    }

    /// The part that the innermost element with one has.
    func part(in nodes: [HTMLNode]) -> HTMLPart? {
        elements.last { $0.ownsNode && nodes[$0.node].part != nil }.flatMap { nodes[$0.node].part }
    }

    /// How deep the element lies that an end tag ends; nil where it ends none.
    func depth(ofEnd name: String) -> Int? {
        guard contains(name), name != "body", name != "html" else { return nil }
        let isBlock = HTMLElements.isBlock(name)
        for index in elements.indices.reversed() {
            if elements[index].name == name { return index + 1 }
            // An end tag within a cell ends nothing outside of it, and the end of a few words no paragraph.
            if HTMLElements.scopes.contains(elements[index].name), !HTMLElements.tableParts.contains(name) { return nil }
            if elements[index].name == "table", name != "table", HTMLElements.tableParts.contains(name) { return nil }
            if !isBlock, elements[index].isBlock { return nil }
        }
        return nil
    }

    /// How deep the element lies that ends where another begins; nil where none does.
    func depth(impliedBy name: String) -> Int? {
        guard let (ends, within) = HTMLElements.implied(by: name), ends.contains(where: { counts[$0, default: 0] > 0 }) else { return nil }
        var found: Int?
        for index in elements.indices.reversed() {
            if ends.contains(elements[index].name) { found = index + 1 }
            if within.contains(elements[index].name) || found != nil && elements[index].name == "p" { break }
        }
        return found
    }
}
