import DatelineModels

/// Leaves out of Markdown what is no text of the article.
extension MarkdownLines {
    /// Commands, pictures with their captions, links that lead on.
    mutating func clear() {
        clearCommands()
        clearPictures()
        clearLinks()
        clearTail()
    }

    // MARK: Commands

    private static let brackets: [(open: String, close: String)] = [
        ("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("<!--", "-->"), ("{{", "}}"), ("{:", "}"), ("<script", "</script>"),
        ("<style", "</style>"),
        ("<iframe", "</iframe>"), ("%%", "%%"),
    ]

    /// `{{< figure … >}}`, `{% include … %}`, `<Poll />`, `import …`, `:::`, comments: alone in their lines.
    private mutating func clearCommands() {
        var closing: String?
        var sawProse = false
        for index in lines.indices where !lines[index].isCode && !lines[index].isBlank {
            let text = content(index)
            if let close = closing {
                drop(index, .markup)
                if Self.holds(text, close) { closing = nil }
                continue
            }
            if let pair = Self.brackets.first(where: { text.starts(with: $0.open.utf8) }) {
                let rest = text.dropFirst(pair.open.utf8.count)
                if rest.suffix(pair.close.utf8.count).elementsEqual(pair.close.utf8) {
                    drop(index, .markup)
                } else if !Self.holds(rest, pair.close), closes(pair.close, after: index) {
                    drop(index, .markup)
                    closing = pair.close
                }
            } else if Self.isTag(text) || Promotion.isOne(text) || Self.isComponent(text) || text.starts(with: ":::".utf8)
                || Self.isContents(text)
                || Self.isSetting(text) && !sawProse
            {
                drop(index, .markup)
            }
            if lines[index].isKept, isProse(index) { sawProse = true }
        }
    }

    private static let longestCommand = 40

    private func closes(_ mark: String, after index: Int) -> Bool {
        lines.indices.dropFirst(index + 1).prefix(Self.longestCommand).contains { Self.holds(content($0), mark) }
    }

    private static func holds(_ text: ArraySlice<UInt8>, _ mark: String) -> Bool {
        ByteText.string(text.prefix(4096)).contains(mark)
    }

    /// `<Poll id="1" />`, `<Box>`, `</Box>`: the name begins with a capital, as no element of HTML does.
    private static func isComponent(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.first == UInt8(ascii: "<"), text.last == UInt8(ascii: ">") else { return false }
        let name = text.dropFirst().drop { $0 == UInt8(ascii: "/") }
        return name.first.map(ByteText.isUpper) ?? false
    }

    /// Tags of HTML and nothing between them.
    private static func isTag(_ text: ArraySlice<UInt8>) -> Bool {
        text.first == UInt8(ascii: "<") && text.last == UInt8(ascii: ">") && text.count <= 400
            && MarkdownPlain.text(ByteText.string(text)).trimmedSpaces.isEmpty && !holds(text, "<img")
    }

    private static func isContents(_ text: ArraySlice<UInt8>) -> Bool {
        ["[toc]", "> ## excerpt", "[[_toc_]]", "[[toc]]", "{:toc}"].contains(ByteText.string(text.prefix(12)).lowercased())
    }

    /// `import X from "…"`, `export const x = …`
    private static func isSetting(_ text: ArraySlice<UInt8>) -> Bool {
        let line = ByteText.string(text.prefix(400))
        return line.hasPrefix("import ") && (line.holds(" from ") || line.holds("\"") || line.holds("'"))
            || line.hasPrefix("export const ") || line.hasPrefix("export default ")
    }

    // MARK: Pictures

    private static let captionWords = 60
    private static let credits = [
        "photo:", "photograph:", "photo by", "image:", "credit:", "picture:", "foto:", "bild:", "illustration:", "photos:", "photo credit",
        "(photo", "©",
    ]

    /// Pictures that stand alone, and the line under them that says what they show.
    private mutating func clearPictures() {
        var previous: Int?
        for index in lines.indices where !lines[index].isBlank {
            guard !lines[index].isCode else {
                previous = nil
                continue
            }
            let text = content(index)
            if lines[index].isKept, lines[index].visible == 0 || Self.isMarkedPicture(text),
                Self.holds(text, "![") || Self.holds(text, "<img")
            {
                drop(index, .picture)
                previous = index
            } else if lines[index].isKept, lines[index].visible == 0, Self.holds(text, "](") {
                drop(index, .navigation)
            } else if previous != nil, lines[index].isKept {
                if lines[index].endsLink, !lines[index - 1].isBlank {
                    dropParagraph(from: index)
                } else if isCaption(text) {
                    drop(index, .caption)
                }
                previous = nil
            }
        }
    }

    /// What stands behind a picture in its own paragraph: where the link around the picture ends, and on.
    private mutating func dropParagraph(from index: Int) {
        var end = index
        var letters = 0
        while end < lines.endIndex, !lines[end].isBlank {
            letters += lines[end].visible
            end += 1
            if letters > Self.captionLetters || end - index > Self.captionLines { return }
        }
        for line in index..<end { drop(line, .caption) }
    }

    private static let captionLetters = 300
    private static let captionLines = 20

    /// `![…](…){: .align-center}`
    private static func isMarkedPicture(_ text: ArraySlice<UInt8>) -> Bool {
        text.starts(with: "![".utf8) && text.last == UInt8(ascii: "}") && text.count <= 400
            && text.lastIndex(of: UInt8(ascii: "{")).map { text[$0 - 1] == UInt8(ascii: ")") } ?? false
    }

    private func isCaption(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count <= 500, let mark = text.first else { return false }
        let line = ByteText.string(text)
        guard line.spacedWords.count <= Self.captionWords else { return false }
        let isSet = (mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_")) && text.last == mark && text.dropFirst().first != mark
        let lower = line.lowercased()
        return isSet || Self.credits.contains { lower.contains($0) }
    }

    // MARK: Links

    /// Lists and lines of nothing but links, and the labels over them; not where the article is a list of links.
    private mutating func clearLinks() {
        let kept = lines.indices.filter { lines[$0].isKept && !lines[$0].isBlank && !lines[$0].isCode }
        let visible = kept.reduce(0) { $0 + lines[$1].visible }
        let ofLinks = kept.reduce(0) { $0 + (lines[$1].isLinks ? lines[$1].visible : 0) }
        guard ofLinks * 2 < visible else { return }
        var sawProse = false
        for (position, index) in kept.enumerated() {
            if isProse(index) { sawProse = true }
            // "[Ferry fares to rise](…)", and its day in the next line.
            if sawProse, position > 0, lines[index].linked == 0, lines[kept[position - 1]].removal == .navigation, isDay(index) {
                drop(index, .related)
                continue
            }
            if isBar(index) {
                drop(index, .navigation)
                continue
            }
            if isUnderLabel(index) {
                drop(index, .related)
                continue
            }
            if lines[index].visible == 0, lines[index].endsLink {
                drop(index, .navigation)
                continue
            }
            guard lines[index].isLinks && !isSentence(index) || isDated(index) else { continue }
            if position < Self.headLines, isPerson(index) || isDay(index) { continue }
            drop(index, .navigation)
            var label = position - 1
            while label >= 0, isRule(kept[label]) { label -= 1 }
            if label >= 0, lines[kept[label]].isKept, isLabel(kept[label]) { drop(kept[label], labelReason(kept[label])) }
        }
        clearEmptyLabels()
        clearEmptySections()
    }

    /// "Courier | [About](…) | [Privacy](…)": links between bars.
    private func isBar(_ index: Int) -> Bool {
        guard lines[index].linked > 0, content(index).count <= 2048 else { return false }
        let text = ByteText.string(content(index))
        return text.parts(betweenPhrase: " | [").count + text.parts(betweenPhrase: " · [").count >= 4
            && !content(index).starts(with: "|".utf8)
    }

    /// "**Related** [Ferry fares to rise](…)", "_Lees ook: [Ferry fares to rise](…)_": a known label and little but a link behind it.
    private func isUnderLabel(_ index: Int) -> Bool {
        guard lines[index].linked > 0, let open = content(index).prefix(120).firstIndex(of: UInt8(ascii: "[")) else { return false }
        let label = content(index)[..<open]
        guard label.count >= 4, lines[index].linked * 2 >= lines[index].visible - label.count,
            label.contains(UInt8(ascii: ":")) || label.contains(UInt8(ascii: "*")) || label.contains(UInt8(ascii: "_"))
        else { return false }
        let text = MarkdownPlain.text(ByteText.string(label)).trimmingPunctuation
        return text.spacedWords.count <= 5 && SectionLabel.reason(text) == .related
    }

    private static let dateLetters = 30

    /// "* [Ferry fares to rise](…) _5 September 2024_": an item that is a link, and its day.
    private func isDated(_ index: Int) -> Bool {
        let line = content(index)
        guard lines[index].linked > 0, lines[index].visible - lines[index].linked <= Self.dateLetters, line.count <= 1000,
            let first = line.first, first == UInt8(ascii: "*") || first == UInt8(ascii: "-") || ByteText.isDigit(first),
            let close = line.lastIndex(of: UInt8(ascii: ")")), line.prefix(8).contains(UInt8(ascii: "["))
        else { return false }
        let rest = Array(MarkdownPlain.text(ByteText.string(line[(close + 1)...])).utf8)
        return DateFinder(rest, in: 0..<rest.count).find(limit: 1).contains { $0.day.hasYear }
    }

    /// Of so many the author's name may be one.
    private static let headLines = 20

    /// A paragraph of its own with a stop at its end is one, though all of it is a link.
    private func isSentence(_ index: Int) -> Bool {
        lines[index].visible >= 60 && !content(index).starts(with: "* ".utf8) && !content(index).starts(with: "- ".utf8)
            && lines[index].linked < lines[index].visible
    }

    /// A link to the author's page.
    private func isPerson(_ index: Int) -> Bool {
        let text = MarkdownPlain.text(ByteText.string(content(index)))
        return PersonNames.names(in: AuthorNames.withoutLabel(text)) != nil
    }

    private func isLabel(_ index: Int) -> Bool {
        guard !isProse(index) else { return false }
        let text = MarkdownPlain.text(ByteText.string(content(index)))
        return SectionLabel.reason(text) != nil || FurniturePhrases.labels[text.trimmingPunctuation.lowercased()] != nil
    }

    private func labelReason(_ index: Int) -> RemovalReason {
        SectionLabel.reason(MarkdownPlain.text(ByteText.string(content(index)))) ?? .navigation
    }

    /// `---`, `===`, `***`: under a heading, or between parts.
    func isRule(_ index: Int) -> Bool {
        let text = content(index)
        guard text.count >= 3, let mark = text.first,
            [UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "_")].contains(mark)
        else { return false }
        return text.allSatisfy { $0 == mark || $0 == 0x20 }
    }

    /// A line under a heading goes with it, and a heading of another article's list with the list.
    private mutating func clearEmptyLabels() {
        for index in lines.indices.dropFirst()
        where lines[index].isKept && isRule(index) && !lines[index - 1].isKept && !lines[index - 1].isBlank {
            drop(index, .markup)
        }
    }

    // MARK: The end

    private static let tailLetters = 120

    /// After the last sentence: rules, labels, and lines of which a good part is links or furniture.
    private mutating func clearTail() {
        guard let last = lines.indices.last(where: { lines[$0].isKept && (lines[$0].isCode || isProse($0) && !isFurniture($0)) }) else {
            return
        }
        var afterRule = false
        var inComments = false
        for index in lines.indices.dropFirst(last + 1) where lines[index].isKept && !lines[index].isBlank {
            if inComments || isCommentLabel(index) {
                inComments = true
                drop(index, .comment)
            } else if isRule(index) {
                afterRule = true
                drop(index, .markup)
            } else if lines[index].linked > 0, afterRule && lines[index].visible <= Self.tailLetters || lines[index].isLinks {
                drop(index, .related)
            } else if isLabel(index) {
                drop(index, labelReason(index))
            }
        }
    }

    private func isCommentLabel(_ index: Int) -> Bool {
        content(index).first == UInt8(ascii: "#") && SectionLabel.reason(MarkdownPlain.text(ByteText.string(content(index)))) == .comment
    }

    /// What one line alone tells: a copyright, why a letter was sent.
    private func isFurniture(_ index: Int) -> Bool {
        let line = Array(MarkdownPlain.text(ByteText.string(content(index))).trimmedSpaces.utf8)
        guard !line.isEmpty, line.count <= LineKey.maximumBytes else { return false }
        let reason = FurnitureRules.reason(
            PageLine(number: 1, range: 0..<line.count, startsBlock: true, in: line), LineKey(line[...]), line[...])
        return reason.map { [.newsletter, .copyright, .cookie, .share, .commentForm, .advertisement, .paywall].contains($0) } ?? false
    }
}
