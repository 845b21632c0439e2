/// How much text, and of what kind, each element of a page holds.
struct HTMLMeasures {
    /// A shorter line may be a label or a link.
    static let proseBytes = 40

    /// Bytes in lines that read like prose: long, and no links.
    private(set) var prose: [Int]
    /// All bytes, and those in links.
    private(set) var text: [Int]
    private(set) var links: [Int]

    init(_ document: HTMLDocument) {
        let count = document.nodes.count
        prose = Array(repeating: 0, count: count)
        text = prose
        links = prose
        for line in document.lines {
            text[line.node] += line.size
            links[line.node] += line.linkBytes
            prose[line.node] += Self.prose(line)
        }
        // What holds another comes before it.
        for node in stride(from: count - 1, to: 0, by: -1) {
            let parent = document.nodes[node].parent
            prose[parent] += prose[node]
            text[parent] += text[node]
            links[parent] += links[node]
        }
    }

    static func prose(_ line: HTMLDocument.Line) -> Int {
        line.size >= proseBytes && line.linkBytes * 2 < line.size ? line.ownBytes : 0
    }

    /// The share of links, in hundredths.
    func linkShare(_ node: Int) -> Int { text[node] == 0 ? 0 : links[node] * 100 / text[node] }
}
