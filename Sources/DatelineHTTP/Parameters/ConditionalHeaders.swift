import DatelineModels

/// What a request demands of the version of a resource (RFC 9110 §13).
struct ConditionalHeaders: Sendable {
    /// `If-None-Match`
    enum NoneMatch: Hashable, Sendable {
        case any
        /// What the client has, weakly compared (§13.1.2).
        case tags([String])
    }

    let ifMatch: Precondition.IfMatch?
    let ifNoneMatch: NoneMatch?

    private static let maximumLength = 1024

    /// - Parameters: the values of the header fields, a line each.
    /// - Throws: ``ParameterError`` where a field isn't `*` or a list of entity tags.
    init(ifMatch: [String], ifNoneMatch: [String]) throws(ParameterError) {
        switch try Self.tags(ifMatch, "If-Match") {
        case nil: self.ifMatch = nil
        case .any?: self.ifMatch = .any
        // A weak tag never matches here: the comparison is strong (§13.1.1).
        case .list(let tags)?: self.ifMatch = .versions(tags.filter { !$0.isWeak }.compactMap(\.version))
        }
        switch try Self.tags(ifNoneMatch, "If-None-Match") {
        case nil: self.ifNoneMatch = nil
        case .any?: self.ifNoneMatch = .any
        case .list(let tags)?: self.ifNoneMatch = .tags(tags.map(\.content))
        }
    }

    /// For a `PUT`, `PATCH` or `DELETE`.
    ///
    /// - Throws: ``ParameterError`` where `If-None-Match` lists versions, which means nothing for a change.
    func precondition() throws(ParameterError) -> Precondition {
        if case .tags? = ifNoneMatch {
            throw ParameterError("If-None-Match", .format, "For a change this header may only be *.")
        }
        return Precondition(ifMatch: ifMatch, mustBeNew: ifNoneMatch == .any)
    }

    /// Whether a `GET` is answered by 304: the client has what there is.
    ///
    /// - Parameter moving: as for ``EntityTag/text(_:moving:)``.
    func isCurrent(_ version: Int, moving: [String] = []) -> Bool {
        switch ifNoneMatch {
        case nil: false
        case .any?: true
        case .tags(let tags)?: tags.contains { "\"\($0)\"" == EntityTag.text(version, moving: moving) }
        }
    }

    private enum Tags {
        case any
        case list([EntityTag])
    }

    private static func tags(_ lines: [String], _ name: String) throws(ParameterError) -> Tags? {
        guard !lines.isEmpty else { return nil }
        let text = lines.joined(separator: ",")
        guard text.utf8.count <= maximumLength else {
            throw ParameterError(name, .tooLong, "At most \(maximumLength) bytes are allowed.")
        }
        if text.utf8.filter({ $0 != 0x20 && $0 != 0x09 }).elementsEqual("*".utf8) { return .any }
        guard let list = EntityTag.list(Array(text.utf8)) else {
            throw ParameterError(name, .format, "* or entity tags in quotes are needed, such as \"3\".")
        }
        return .list(list)
    }
}

/// RFC 9110 §8.8.3.
struct EntityTag: Hashable, Sendable {
    /// Between the quotes.
    let content: String
    let isWeak: Bool

    /// The number before the first dot; nil where it isn't one that we ever gave out.
    var version: Int? {
        let digits = content.utf8.prefix { $0 != UInt8(ascii: ".") }
        return Int(String(digits) ?? "").flatMap { String($0).utf8.elementsEqual(digits) ? $0 : nil }
    }

    /// The strong tag of a version.
    ///
    /// - Parameter moving: fields that change without the version, because they follow other resources; a digest of them (FNV-1a)
    ///   stands after a dot, so that the tag changes with the bytes it stands for. `If-Match` looks at the version alone.
    static func text(_ version: Int, moving: [String] = []) -> String {
        guard !moving.isEmpty else { return "\"\(version)\"" }
        var digest: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in moving.joined(separator: "\n").utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return "\"\(version).\(String(digest, radix: 36))\""
    }

    /// nil where the bytes aren't tags separated by commas; empty elements are passed over (§5.6.1.2).
    static func list(_ bytes: [UInt8]) -> [EntityTag]? {
        var tags: [EntityTag] = []
        var position = 0
        var expectsTag = true
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09: position += 1
            case UInt8(ascii: ","):
                expectsTag = true
                position += 1
            default:
                guard expectsTag, let tag = read(bytes, &position) else { return nil }
                tags.append(tag)
                expectsTag = false
            }
        }
        return tags.isEmpty ? nil : tags
    }

    private static func read(_ bytes: [UInt8], _ position: inout Int) -> EntityTag? {
        let isWeak = bytes[position...].starts(with: "W/".utf8)
        if isWeak { position += 2 }
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\""),
            let end = bytes[(position + 1)...].firstIndex(of: UInt8(ascii: "\""))
        else { return nil }
        let content = bytes[(position + 1)..<end]
        guard content.allSatisfy({ $0 > 0x20 && $0 != 0x7f }) else { return nil }
        position = end + 1
        return EntityTag(content: String(decoding: content, as: UTF8.self), isWeak: isWeak)
    }
}
