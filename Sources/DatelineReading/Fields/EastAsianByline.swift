/// Authors in Chinese, Japanese and Korean, where the word for the trade stands beside the name: "（记者 陈若溪）", "文／山田太郎", "김철수 기자".
enum EastAsianByline {
    private static let window = 240
    private static let labels = [
        "记者", "記者", "作者", "撰文", "撰稿", "采写", "執筆", "著者", "筆者", "文責", "取材・文", "ライター", "文字", "文",
    ]
    /// What stands behind such a label and is no name.
    private static let others: Set<String> = [
        "写真", "摄影", "攝影", "撮影", "編集", "编辑", "編輯", "編集部", "编辑部", "編輯部", "構成", "取材", "图片", "圖片", "報道", "报道", "報導", "记录", "综合", "整理", "本报",
        "本報",
        "手记", "观察", "调查",
    ]
    private static let korean = ["기자", "특파원"]

    /// - Parameter line: only its beginning is looked at.
    static func name(in line: ArraySlice<UInt8>) -> String? {
        guard line.first.map({ $0 >= 0xE3 }) ?? false || line.contains(where: { $0 >= 0xE3 }) else { return nil }
        let scalars = Array(ByteText.string(line.prefix(window)).unicodeScalars)
        if let names = bracketed(scalars) ?? alone(scalars) { return names }
        if let label = scalars.first, label == "글", let name = koreanAfterLabel(scalars) { return name }
        return labels.lazy.compactMap { after($0, in: scalars) }.first ?? korean.lazy.compactMap { before($0, in: scalars) }.first
    }

    /// A short line of nothing but a name and the trade: no headline.
    static func isCredit(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count <= 90, line.contains(where: { $0 >= 0xE3 }) else { return false }
        let text = ByteText.string(line).trimmedEnd(of: "]）)】")
        return ((korean + ["記者", "记者"]).contains(where: text.hasSuffix) || labels.contains(where: text.hasPrefix)) && name(in: line) != nil
    }

    /// "글 김철수", "글·사진 김철수"
    private static func koreanAfterLabel(_ scalars: [Unicode.Scalar]) -> String? {
        guard scalars.count <= 24, let space = scalars.firstIndex(of: " "),
            ["글", "글·사진", "글/사진", "글,사진", "글ㆍ사진"].contains(String(String.UnicodeScalarView(scalars[..<space])))
        else { return nil }
        let name = scalars[(space + 1)...].prefix(while: isHangul)
        guard (2...4).contains(name.count), name.endIndex == scalars.count || scalars[name.endIndex] == " " else { return nil }
        return String(String.UnicodeScalarView(name))
    }

    private static let bracketLabels = ["记者", "記者", "本报记者", "本報記者", "通讯员", "通訊員", "实习记者", "特约记者"]
    private static let bracketReach = 60
    private static let pictureMarks = ["摄", "攝", "摄影", "攝影", "撮影"]
    /// The longer ones first.
    private static let reportMarks = ["综合报道", "綜合報導", "综合", "报道", "報道", "報導"]

    /// "（记者李秋明、王若芳）", "（记者 陈若溪 通讯员 林小明）": names behind the trade within brackets.
    private static func bracketed(_ scalars: [Unicode.Scalar]) -> String? {
        for open in scalars.indices where scalars[open] == "（" || scalars[open] == "(" {
            guard let close = scalars[open...].prefix(bracketReach).firstIndex(where: { $0 == "）" || $0 == ")" }) else { continue }
            var text = String(String.UnicodeScalarView(scalars[(open + 1)..<close]))
            // "（记者陈若溪摄）" is of who took the picture.
            guard bracketLabels.contains(where: text.hasPrefix), !pictureMarks.contains(where: text.hasSuffix) else { continue }
            // Who helped from outside is no author of the paper's.
            for label in ["通讯员", "通訊員"] where !text.hasPrefix(label) {
                text = text.parts(betweenPhrase: label).first.map(String.init) ?? text
            }
            for label in bracketLabels.sorted(by: { $0.count > $1.count }) { text = text.replacingPhrase(label, with: " ") }
            for report in reportMarks where text.hasSuffix(report) { text = String(text.dropLast(report.count)) }
            let names = text.split { " 、，,　：:/／".contains($0) }.map(String.init)
            guard !names.isEmpty, names.count <= 6,
                names.allSatisfy({
                    (2...4).contains($0.unicodeScalars.count) && $0.unicodeScalars.allSatisfy(isHan) && !others.contains($0)
                })
            else { continue }
            return names.joined(separator: "、")
        }
        return nil
    }

    private static let bodies = [
        "新聞", "新闻", "日報", "日报", "通信", "編集部", "编辑部", "報道", "报道", "記事", "会員", "限定", "社会", "政治", "経済", "国際", "写真",
    ]

    /// "三枝健吾": a line of nothing but three to five such characters, which is a name where the headline stands over it, the day under it,
    /// and the text is signed with it; "第一财经" and "打印本页" are of the same make.
    static func isBareName(_ line: ArraySlice<UInt8>) -> Bool {
        guard (9...18).contains(line.count) else { return false }
        let text = ByteText.string(line)
        guard (3...5).contains(text.unicodeScalars.count), text.unicodeScalars.allSatisfy(isHan), !SectionWords.isMenu(text) else {
            return false
        }
        return !bodies.contains(where: text.holds)
            && !["社", "局", "部", "県", "市", "町", "村", "区", "省", "网", "版", "料", "報", "报"].contains(where: text.hasSuffix)
    }

    /// "相良みどり" of "相良みどり 2024年11月2日 5時00分": what may be a name before a day, as far as its make tells.
    static func beforeDay(_ line: ArraySlice<UInt8>) -> String? {
        let text = ByteText.string(line.prefix { !ByteText.isDigit($0) && $0 != 0xEF }.prefix(40)).trimmedSymbols
        let scalars = Array(text.unicodeScalars)
        let han = scalars.prefix(while: isHan)
        guard (3...8).contains(scalars.count), (1...5).contains(han.count), scalars.dropFirst(han.count).allSatisfy(isKana) else {
            return nil
        }
        return han.count < scalars.count || isBareName(Array(text.utf8)[...]) ? text : nil
    }

    /// A paragraph ends with the name in brackets, or it stands by itself in a line: what is before a day may be a section or a label.
    ///
    /// - Parameter own: the line that is in question.
    static func isSigned(_ name: String, _ page: Page, besides own: Int) -> Bool {
        let bare = Array(name.utf8)
        let marks = ["(\(name))", "（\(name)）", "【\(name)】", "［\(name)］"].map { Array($0.utf8) }
        return page.lines.indices.contains { index in
            let line = page.bytes[page.lines[index].range]
            return index != own && (line.elementsEqual(bare) || marks.contains { line.suffix($0.count).elementsEqual($0) })
        }
    }

    /// "山田太郎記者", "記者林小明／台北報導": nothing else is in the line.
    private static func alone(_ scalars: [Unicode.Scalar]) -> String? {
        guard scalars.count <= 24 else { return nil }
        for label in ["記者", "记者"] {
            let mark = Array(label.unicodeScalars)
            if scalars.count <= 7, scalars.suffix(2).elementsEqual(mark), scalars.dropLast(2).allSatisfy(isHan), scalars.count >= 4 {
                return String(String.UnicodeScalarView(scalars.dropLast(2)))
            }
            if scalars.starts(with: mark) {
                let name = scalars.dropFirst(2).prefix(while: isHan)
                if (2...4).contains(name.count), name.endIndex < scalars.count, "／/".unicodeScalars.contains(scalars[name.endIndex]) {
                    return String(String.UnicodeScalarView(name))
                }
            }
        }
        return nil
    }

    private static func after(_ label: String, in scalars: [Unicode.Scalar]) -> String? {
        let mark = Array(label.unicodeScalars)
        guard scalars.count > mark.count + 2 else { return nil }
        for start in 0..<scalars.count - mark.count
        where scalars[start] == mark[0] && scalars[start..<start + mark.count].elementsEqual(mark) {
            var index = start + mark.count
            var signs = 0
            while index < scalars.count, " ：:／/　=＝｜|・".unicodeScalars.contains(scalars[index]) {
                index += 1
                signs += 1
            }
            // "记者从…获悉" is a sentence; the bare sign for "text" needs a sign behind it and nothing before it.
            guard signs > 0, label.unicodeScalars.count > 1 || start == 0 || !isHan(scalars[start - 1]) else { continue }
            let name = scalars[index...].prefix(while: isHan)
            let text = String(String.UnicodeScalarView(name))
            if name.endIndex < scalars.count, isKana(scalars[name.endIndex]) {
                // "高瀬みのり", but no sentence.
                let whole = scalars[index...].prefix { isHan($0) || isKana($0) }
                guard (1...4).contains(name.count), (3...8).contains(whole.count), whole.dropFirst(name.count).allSatisfy(isKana),
                    whole.endIndex == scalars.count || !scalars[whole.endIndex].isAlphabetic
                else { continue }
                return String(String.UnicodeScalarView(whole))
            }
            if (2...4).contains(name.count), !others.contains(text) { return text }
        }
        return nil
    }

    private static func before(_ label: String, in scalars: [Unicode.Scalar]) -> String? {
        let mark = Array(label.unicodeScalars)
        guard scalars.count >= mark.count + 3, scalars.count <= 80 else { return nil }
        for start in 3...scalars.count - mark.count
        where scalars[start..<start + mark.count].elementsEqual(mark) && scalars[start - 1] == " " {
            let names = scalars[..<(start - 1)].suffix(while: { isHangul($0) || $0 == "·" || $0 == "ㆍ" }).split { !isHangul($0) }
            if !names.isEmpty, names.allSatisfy({ (2...4).contains($0.count) }) {
                return names.map { String(String.UnicodeScalarView($0)) }.joined(separator: ", ")
            }
        }
        return nil
    }

    private static func isHangul(_ scalar: Unicode.Scalar) -> Bool { (0xAC00...0xD7A3).contains(scalar.value) }

    private static func isKana(_ scalar: Unicode.Scalar) -> Bool { (0x3041...0x30FF).contains(scalar.value) && scalar != "・" }

    static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x3400...0x9FFF).contains(scalar.value) }
}

extension ArraySlice {
    fileprivate func suffix(while predicate: (Element) -> Bool) -> ArraySlice {
        let start = lastIndex { !predicate($0) }.map { $0 + 1 } ?? startIndex
        return self[start...]
    }
}
