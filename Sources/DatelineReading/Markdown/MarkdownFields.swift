/// Fields that stand in lines of their own over the text: "Author: …", "- **Published:** …", "% Title".
///
/// Notebooks, clippers and older site generators write them so. Only names that are known count, and only up to the first line of text.
struct MarkdownFields {
    /// By the key that front matter has for it.
    private(set) var values: [String: String] = [:]
    /// Lines that hold a field, and are no text.
    private(set) var lines: [Int] = []

    private static let window = 40
    private static let longest = 400

    private static let keys: [String: String] = [
        "title": "title", "full title": "title", "headline": "title", "author": "author", "authors": "author", "by": "author",
        "byline": "author",
        "writer": "author", "written by": "author", "source": "source", "publication": "source", "publisher": "source", "outlet": "source",
        "newspaper": "source", "website": "source", "site": "source", "site name": "source", "journal": "source", "magazine": "source",
        "from": "source", "published in": "source", "url": "url", "link": "url", "original": "url", "original url": "url",
        "canonical": "url",
        "published": "published", "date": "published", "date published": "published", "publish date": "published",
        "published time": "published", "published on": "published", "published date": "published", "publication date": "published",
        "posted": "published",
        "pubdate": "published", "updated": "modified", "last updated": "modified", "modified": "modified", "last modified": "modified",
        "lang": "language", "language": "language", "autor": "author", "autorin": "author", "quelle": "source", "datum": "published",
        "auteur": "author", "date de publication": "published", "fuente": "source", "fecha": "published", "autore": "author",
        "fonte": "source",
        // Of no use, and no text either.
        "saved": "", "saved on": "", "clipped": "", "date saved": "", "date clipped": "", "retrieved": "", "accessed": "",
        "date accessed": "", "captured": "",
        "created": "", "added": "", "date added": "", "tags": "", "tag": "", "category": "", "categories": "", "topics": "", "section": "",
        "slug": "", "keywords": "",
        "word count": "", "words": "", "reading time": "", "read time": "", "type": "", "status": "", "summary": "", "document note": "",
        "labels": "",
        "downloaded": "", "archived": "", "estimated reading time": "", "reader link": "",
    ]

    init(_ content: MarkdownLines) {
        pandoc(content)
        var found: [(line: Int, key: String, value: String)] = []
        for index in content.lines.indices.dropFirst(lines.count).prefix(Self.window) where !content.lines[index].isBlank {
            guard !content.lines[index].isCode else { break }
            if let (key, value) = Self.field(content.content(index)) {
                found.append((index, key, value))
            } else if content.isProse(index) {
                break
            }
        }
        if let first = found.first?.line, let last = found.last?.line { addHeadings(content, first, last) }
        for (line, key, value) in found {
            lines.append(line)
            if !key.isEmpty, !value.isEmpty, values[key] == nil { values[key] = value }
        }
    }

    private static let headings: Set<String> = [
        "metadata", "properties", "info", "details", "full text", "full document", "article", "content", "text", "highlights", "notes",
    ]

    /// Those over the fields and under them that name the parts of the file.
    private mutating func addHeadings(_ content: MarkdownLines, _ first: Int, _ last: Int) {
        let around = content.lines.indices.filter { !content.lines[$0].isBlank && $0 >= first - 4 && $0 <= last + 4 }
        for index in [around.last { $0 < first }, around.first { $0 > last }].compactMap(\.self) {
            let line = content.content(index)
            guard line.starts(with: "##".utf8), line.count <= 40 else { continue }
            if Self.headings.contains(ByteText.string(line).trimmingPunctuation.lowercased()) { lines.append(index) }
        }
    }

    /// `% title`, `% authors`, `% date`, as pandoc has it.
    private mutating func pandoc(_ content: MarkdownLines) {
        for (index, key) in ["title", "author", "published"].enumerated() where index < content.lines.count {
            let line = content.content(index)
            guard line.first == UInt8(ascii: "%"), line.count <= Self.longest, line.count == 1 || line.dropFirst().first == 0x20 else {
                return
            }
            lines.append(index)
            let value = ByteText.string(line.dropFirst()).trimmedSpaces
            if !value.isEmpty { values[key] = value }
        }
    }

    private static func field(_ line: ArraySlice<UInt8>) -> (key: String, value: String)? {
        guard line.count <= longest, let colon = line.firstIndex(of: UInt8(ascii: ":")), colon - line.startIndex <= 40 else { return nil }
        let key = ByteText.string(line[..<colon]).trimmingPunctuation.lowercased()
        guard let name = keys[key] else { return nil }
        let text = ByteText.string(line[(colon + 1)...])
        let address = name == "url" ? Self.address(text) : nil
        let value = (address ?? MarkdownPlain.text(text)).replacingPhrase("]", with: "").trimmedSpaces.trimmedEnd(of: "*_<>")
        // "By: the time it rained, …" is a sentence.
        guard name.isEmpty || value.spacedWords.count <= 16 else { return nil }
        return (name, value)
    }

    private static func address(_ text: String) -> String? {
        guard let start = text.firstRange(ofPhrase: "http")?.lowerBound else { return nil }
        return String(text[start...].prefix { $0 != ")" && $0 != " " && $0 != ">" && $0 != "]" })
    }
}
