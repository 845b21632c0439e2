/// Authors in Chinese, Japanese and Korean, where the word for the trade stands beside the name: "（记者 陈若溪）", "文／山田太郎", "김철수 기자".
enum EastAsianByline {
    private static let window = 240
    private static let labels = ["记者", "記者", "作者", "撰文", "文"]
    private static let korean = ["기자", "특파원"]

    /// - Parameter line: only its beginning is looked at.
    static func name(in line: ArraySlice<UInt8>) -> String? {
        guard line.first.map({ $0 >= 0xE3 }) ?? false || line.contains(where: { $0 >= 0xE3 }) else { return nil }
        let scalars = Array(ByteText.string(line.prefix(window)).unicodeScalars)
        if let name = alone(scalars) { return name }
        return labels.lazy.compactMap { after($0, in: scalars) }.first ?? korean.lazy.compactMap { before($0, in: scalars) }.first
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
            while index < scalars.count, " ：:／/　=＝".unicodeScalars.contains(scalars[index]) {
                index += 1
                signs += 1
            }
            // "记者从…获悉" is a sentence; the bare sign for "text" needs a sign behind it and nothing before it.
            guard signs > 0, label.unicodeScalars.count > 1 || start == 0 || !isHan(scalars[start - 1]) else { continue }
            let name = scalars[index...].prefix(while: isHan)
            if (2...4).contains(name.count) { return String(String.UnicodeScalarView(name)) }
        }
        return nil
    }

    private static func before(_ label: String, in scalars: [Unicode.Scalar]) -> String? {
        let mark = Array(label.unicodeScalars)
        guard scalars.count >= mark.count + 3, scalars.count <= 80 else { return nil }
        for start in 3...scalars.count - mark.count
        where scalars[start..<start + mark.count].elementsEqual(mark) && scalars[start - 1] == " " {
            let name = scalars[..<(start - 1)].suffix(while: { (0xAC00...0xD7A3).contains($0.value) })
            if (2...4).contains(name.count) { return String(String.UnicodeScalarView(name)) }
        }
        return nil
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x3400...0x9FFF).contains(scalar.value) }
}

extension ArraySlice {
    fileprivate func suffix(while predicate: (Element) -> Bool) -> ArraySlice {
        let start = lastIndex { !predicate($0) }.map { $0 + 1 } ?? startIndex
        return self[start...]
    }
}
