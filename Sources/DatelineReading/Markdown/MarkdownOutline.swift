import DatelineModels

/// Head and foot of a file of Markdown as plain lines, with what is left out of the text: there outlets name themselves.
enum MarkdownOutline {
    private static let headLines = 60
    private static let tailLines = 40
    private static let longest = 300

    /// The title, and under it all that stands at both ends of the file.
    static func text(_ content: MarkdownContent, title: String) -> String {
        let all = content.all
        let count = all.lines.count
        let head = min(headLines, count)
        var lines = [title, ""]
        for index in Array(0..<head) + Array(max(head, count - tailLines)..<max(head, count)) {
            if all.lines[index].isBlank {
                lines.append("")
            } else if let line = plain(all.content(index)) {
                lines.append(line)
                if index < head, let name = emphasised(all.content(index)) { lines.append("Source: " + name) }
            }
        }
        return lines.joined(separator: "\n")
    }

    /// "Lena Marsk, *Lowland Letters*, February 13, 2021": what stands in italics beside the date is a paper.
    private static func emphasised(_ line: ArraySlice<UInt8>) -> String? {
        guard line.count <= 200, line.contains(where: ByteText.isDigit), line.first != UInt8(ascii: "*"), line.first != UInt8(ascii: "_")
        else {
            return line.count <= 200 && line.starts(with: "**".utf8) ? single(ByteText.string(line)) : nil
        }
        return single(ByteText.string(line))
    }

    private static func single(_ line: String) -> String? {
        let parts = line.replacingPhrase("**", with: "").replacingPhrase("_", with: "*").split(
            separator: "*", omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].trimmedWhitespace.isEmpty, !parts[2].trimmedWhitespace.isEmpty else { return nil }
        let name = parts[1].trimmedWhitespace
        let hasDate = parts[2].utf8.contains(where: ByteText.isDigit) || parts[0].utf8.contains(where: ByteText.isDigit)
        return hasDate && name.spacedWords.count <= 6 && OutletPhrases.isCapitalised(name) ? name : nil
    }

    private static let logos = ["Logo van ", "Logo von ", "Logo of ", "Logo de ", "Logotipo de ", "Logo: ", "Logo ", "logo "]

    /// "Logo Karsh Courier"
    private static func withoutLogo(_ name: String) -> String {
        logos.first(where: name.hasPrefix).map { String(name.dropFirst($0.count)).trimmedSpaces } ?? name
    }

    /// A picture that leads to the front page, or stands over all, is a logo.
    private static func plain(_ line: ArraySlice<UInt8>) -> String? {
        var text = ByteText.string(line.prefix(longest * 4))
        if text.hasPrefix("[ ![") { text = "[" + text.dropFirst(2) }
        if text.hasPrefix("![") || text.hasPrefix("[![") {
            guard let open = text.firstIndex(of: "!"), let close = text[open...].firstIndex(of: "]") else { return nil }
            let name = withoutLogo(text[text.index(open, offsetBy: 2)..<close].trimmedWhitespace)
            return name.isEmpty || name.lowercased().hasPrefix("image") ? nil : name + (name.lowercased().hasSuffix("logo") ? "" : " logo")
        }
        text = MarkdownPlain.page(text).replacingPhrase("]", with: "").trimmedSpaces
        return text.isEmpty || text.utf8.allSatisfy { "-=*_#>|".utf8.contains($0) } ? nil : text.cut(toBytes: longest)
    }
}

extension Substring {
    fileprivate var trimmedWhitespace: String { String(self).trimmedSpaces }
}
