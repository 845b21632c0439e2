import DatelineModels

extension RereadResult {
    /// With long texts cut to what is around the first difference.
    func abridged() -> Self {
        var result = self
        result.changes = changes.map { $0.abridged() }
        result.conflicts = conflicts.map { $0.abridged() }
        return result
    }
}

extension FieldChange {
    /// Bytes shown of a text.
    static let shown = 400
    /// Of these, before the difference.
    private static let context = 60

    func abridged() -> Self {
        guard case .text(let old?) = before, case .text(let new?) = after else {
            return FieldChange(field: field, before: before.cut(), after: after.cut())
        }
        guard old.utf8.count > Self.shown || new.utf8.count > Self.shown else { return self }
        let same = zip(old.utf8, new.utf8).prefix { $0 == $1 }.count
        let start = max(0, same - Self.context)
        return FieldChange(field: field, before: .text(old.piece(from: start)), after: .text(new.piece(from: start)))
    }
}

extension FieldChange.Value {
    fileprivate func cut() -> Self {
        if case .text(let text?) = self { .text(text.piece(from: 0)) } else { self }
    }
}

extension String {
    /// At most ``FieldChange/shown`` bytes from there, with … where something is left out.
    fileprivate func piece(from start: Int) -> String {
        let bytes = Array(utf8.dropFirst(start).prefix(FieldChange.shown))
        let whole = bytes.drop { $0 & 0xC0 == 0x80 }
        // A letter that was cut apart at the end goes.
        var end = whole.endIndex
        if let lead = whole.lastIndex(where: { $0 & 0xC0 != 0x80 }), lead + Self.length(of: whole[lead]) > whole.endIndex { end = lead }
        let isEnd = start + bytes.count >= utf8.count
        return (start > 0 ? "…" : "") + String(decoding: whole[..<end], as: UTF8.self) + (isEnd ? "" : "…")
    }

    private static func length(of lead: UInt8) -> Int {
        lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }
}
