import DatelineModels

/// What a request demands of the version of a resource (RFC 9110 §13).
struct ConditionalHeaders: Sendable {
    /// `If-None-Match`
    enum NoneMatch: Hashable, Sendable {
        case any
        /// Versions that the client has, weakly compared (§13.1.2).
        case versions([Int])
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
        case .list(let tags)?: self.ifNoneMatch = .versions(tags.compactMap(\.version))
        }
    }

    /// For a `PUT`, `PATCH` or `DELETE`.
    ///
    /// - Throws: ``ParameterError`` where `If-None-Match` lists versions, which means nothing for a change.
    func precondition() throws(ParameterError) -> Precondition {
        if case .versions? = ifNoneMatch {
            throw ParameterError("If-None-Match", .format, "For a change this header may only be *.")
        }
        return Precondition(ifMatch: ifMatch, mustBeNew: ifNoneMatch == .any)
    }

    /// Whether a `GET` is answered by 304: the client has what there is.
    func isCurrent(_ version: Int) -> Bool {
        switch ifNoneMatch {
        case nil: false
        case .any?: true
        case .versions(let versions)?: versions.contains(version)
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
    /// nil where it isn't one that we ever gave out.
    let version: Int?
    let isWeak: Bool

    /// The strong tag of a version.
    static func text(_ version: Int) -> String { "\"\(version)\"" }

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
        let text = String(decoding: content, as: UTF8.self)
        let version = Int(text).flatMap { String($0).utf8.elementsEqual(content) ? $0 : nil }
        return EntityTag(version: version, isWeak: isWeak)
    }
}
