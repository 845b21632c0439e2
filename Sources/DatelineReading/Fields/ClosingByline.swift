import DatelineModels

/// The author where only the end of the text tells: a name by itself under it, a note about somebody whom the text doesn't speak of.
enum ClosingByline {
    private static let noteWords = 60
    private static let noteReach = 6
    private static let mostNotes = 4

    static func find(in page: Page, headline: Int) -> (text: String, index: Int)? {
        guard let last = page.roles.lastIndex(of: .prose), last > headline else { return nil }
        return bracketed(page, last) ?? signature(page, last) ?? note(page, last, headline) ?? underLabel(page, last)
    }

    /// "Lena Marsk" in the line after the last paragraph.
    private static func signature(_ page: Page, _ last: Int) -> (text: String, index: Int)? {
        let index = isValediction(page, last + 1) ? last + 2 : last + 1
        guard index < page.lines.count, (2...6).contains(page.lines[index].words), mayName(page, index) else { return nil }
        let text = page.text(index)
        let name = BylinePhrases.withoutOutlet(text.trimmedStart(of: "—–-(~ ").trimmedEnd(of: ".,)—–-"))
        let words = name.spacedWords
        guard words.count <= mostWords, PersonNames.isName(name), name.unicodeScalars.contains(where: \.isUppercase),
            !isMentioned(name, page, before: index)
        else { return nil }
        let folded = Folding.fold(name)
        if FurniturePhrases.labels[folded] != nil || ForeignPhrases.label(folded) != nil { return nil }
        let isMarked = "—–-(~".contains(text.prefix(1)) || titles.contains(words[0].lowercased()) || hasFamilyInCapitals(words)
        guard isMarked || index == last + 2 || isFollowedByFurniture(page, index) else { return nil }
        return (name, index)
    }

    private static let labels: Set<String> = [
        "about the author", "about the writer", "author", "author:", "written by", "by", "uber den autor", "uber die autorin", "autor",
        "autorin",
        "a propos de l'auteur", "sobre el autor", "sobre la autora", "sobre o autor", "sobre a autora", "l'autore", "over de auteur",
    ]
    private static let labelReach = 12

    /// "About the author / Lena Marsk"
    private static func underLabel(_ page: Page, _ last: Int) -> (text: String, index: Int)? {
        for index in page.lines.indices[(last + 1)...].prefix(labelReach) where page.lines[index].words <= 6 {
            let text = page.text(index)
            // "About the author: Lena Marsk"
            if let colon = text.firstRange(ofPhrase: ": "), labels.contains(Folding.fold(String(text[..<colon.lowerBound]))),
                case let name = String(text[colon.upperBound...]), PersonNames.isName(name)
            {
                return (name, index)
            }
            if labels.contains(Folding.fold(text)), index + 1 < page.lines.count, case let name = page.text(index + 1),
                PersonNames.isName(name)
            {
                return (name, index + 1)
            }
        }
        return nil
    }

    /// "Yours faithfully,", as letters end.
    private static func isValediction(_ page: Page, _ index: Int) -> Bool {
        index + 1 < page.lines.count && page.lines[index].words <= 4
            && valedictions.contains(page.text(index).lowercased().trimmingPunctuation)
    }

    private static let valedictions: Set<String> = [
        "sincerely", "yours sincerely", "yours faithfully", "yours truly", "yours etc", "yours", "regards", "kind regards", "best regards",
        "respectfully", "mit freundlichen grüßen", "cordialement", "atentamente", "cordialmente", "distinti saluti",
        "met vriendelijke groet",
    ]

    private static let mostWords = 4
    private static let titles: Set<String> = [
        "prof.", "dr.", "dr", "prof", "cllr", "rev.", "sir", "dame", "mrs", "mr", "ms", "lord", "lady",
    ]

    /// "Глеб АРЖАНОВ"
    private static func hasFamilyInCapitals(_ words: [Substring]) -> Bool {
        guard let first = words.first, let last = words.last, words.count >= 2, last.unicodeScalars.count >= 3 else { return false }
        return last.unicodeScalars.allSatisfy { $0.isUppercase || $0 == "-" }
            && first.unicodeScalars.contains(where: \.isLowercase)
    }

    /// A heading would have titles under it.
    private static func isFollowedByFurniture(_ page: Page, _ index: Int) -> Bool {
        guard index + 1 < page.lines.count else { return true }
        // The author's trade or mail.
        if BareByline.isJob(page, index + 1) || page.bytes[page.lines[index + 1].range].contains(UInt8(ascii: "@")) { return true }
        if isAbout(page.text(index), page.text(index + 1)) { return true }
        switch page.roles[index + 1] {
        case .removed(.note), .removed(.copyright), .removed(.share), .removed(.newsletter), .removed(.caption), .removed(.hashtags),
            .removed(.storyCode), .removed(.sourceLink), .removed(.epoch), .removed(.cms), .removed(.commentForm),
            .removed(.advertisement):
            return true
        case .removed(.related), .removed(.navigation):
            let key = LineKey(page.bytes[page.lines[index + 1].range])
            return FurniturePhrases.labels[key.core] != nil || ForeignPhrases.label(Folding.fold(key.core)) != nil
        default: return false
        }
    }

    /// "Lena Marsk / Lena is our chief reporter.": the sentence begins with the name, or a part of it.
    private static func isAbout(_ name: String, _ text: String) -> Bool {
        let words = text.utf8.split(separator: 0x20, maxSplits: 6).prefix(6).map { String(Substring($0)) }
        guard words.count >= 4 else { return false }
        let names = name.spacedWords
        let size =
            words[0] == names[0] && words[1] == names[names.count - 1] ? 2 : words[0] == names[0] || words[0] == names.last ?? "" ? 1 : 0
        return size > 0 && AuthorNote.isVerb(words[size])
    }

    private static func mayName(_ page: Page, _ index: Int) -> Bool {
        switch page.roles[index] {
        case .title, .other, .sentence, .removed(.related), .removed(.navigation), .removed(.note): true
        default: false
        }
    }

    /// "Lena Marsk is an engineer and a former councillor."
    private static func note(_ page: Page, _ last: Int, _ headline: Int) -> (text: String, index: Int)? {
        var seen = 0
        // The first paragraph tells of the story.
        let firstProse = page.roles[(headline + 1)...].firstIndex(of: .prose) ?? last
        for index in page.lines.indices[(headline + 1)...].reversed() where seen < mostNotes && index != firstProse {
            switch page.roles[index] {
            case .prose, .sentence, .removed(.note), .removed(.byline): break
            // What a page invites to, or what lost its stop, can be about the author as well.
            case .removed(.newsletter), .removed(.share), .removed(.related), .removed(.cms):
                guard index > last, index <= last + noteReach, page.lines[index].words <= noteWords,
                    let name = AuthorNote.addressee(page.text(index)) ?? AuthorNote.tradesman(page.text(index)),
                    !isMentioned(name, page, before: index)
                else { continue }
                return (name, index)
            default: continue
            }
            seen += 1
            // "Lena Marsk / Lena is our chief reporter."
            if index > 0, index > last - mostNotes, case let above = page.text(index - 1), PersonNames.isName(above),
                isAbout(above, page.text(index)),
                !isMentioned(above, page, before: index - 1)
            {
                return (above, index)
            }
            guard page.lines[index].words.asInt <= noteWords, page.lines[index].words >= 4 else { continue }
            let text = page.text(index)
            if let name = AuthorNote.subject(text) ?? AuthorNote.addressee(text), !isMentioned(name, page, before: index) {
                return (name, index)
            }
        }
        return nil
    }

    /// 【高瀬みのり】 behind the last sentence; "【札幌＝山田太郎】" has the place before it.
    private static func bracketed(_ page: Page, _ last: Int) -> (text: String, index: Int)? {
        let text = page.text(last)
        guard text.hasSuffix("】"), let open = text.lastIndex(of: "【") else { return nil }
        var name = text[text.index(after: open)...].dropLast()
        if let sign = name.lastIndex(where: { $0 == "＝" || $0 == "=" }) { name = name[name.index(after: sign)...] }
        return (2...10).contains(name.unicodeScalars.count) ? (String(name), last) : nil
    }

    /// Whether the text before speaks of somebody of that family name.
    private static func isMentioned(_ name: String, _ page: Page, before index: Int) -> Bool {
        guard let family = name.spacedWords.last else { return false }
        let mark = Array(family.utf8)
        return page.lines.indices[..<index].contains { line in
            page.roles[line] == .prose && ByteText.offset(of: mark, in: page.bytes[page.lines[line].range]) != nil
        }
    }
}
