import Crypto
import DatelineModels

/// The opaque form of a ``PageKey``: version, key and a checksum over these and the query it belongs to, in base64url (RFC 4648 §5).
///
/// It holds no secret and needs no state, so it stays good over a restart. The checksum keeps a cursor from being used,
/// by mistake, with another resource, order or filter than its own.
enum Cursor {
    private static let version: UInt8 = 1
    private static let checksumLength = 8
    /// Room for the longest path.
    static let maximumLength = 6144

    /// What a cursor belongs to.
    struct Scope: Sendable {
        /// Resource, order and filters, each with its length so that no two scopes are written alike.
        let bytes: [UInt8]

        /// - Parameter filter: every parameter that decides which items there are; their order doesn't matter.
        init(resource: String, sort: String, filter: QueryString) {
            var bytes: [UInt8] = []
            func append(_ text: String) {
                withUnsafeBytes(of: UInt32(truncatingIfNeeded: text.utf8.count).bigEndian) { bytes.append(contentsOf: $0) }
                bytes.append(contentsOf: text.utf8)
            }
            append(resource)
            append(sort)
            let sorted = filter.items.sorted {
                $0.name.utf8.elementsEqual($1.name.utf8)
                    ? $0.value.utf8.lexicographicallyPrecedes($1.value.utf8) : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
            }
            for item in sorted {
                append(item.name)
                append(item.value)
            }
            self.bytes = bytes
        }
    }

    static func encode(_ key: PageKey, scope: Scope) -> String {
        var payload: [UInt8] = [version]
        payload += key.id.bytes
        switch key.value {
        case .none: payload.append(0)
        case .integer(let value): payload.append(1); payload += bigEndian(UInt64(bitPattern: value))
        case .real(let value): payload.append(2); payload += bigEndian(value.bitPattern)
        case .text(let value): payload.append(3); payload += Array(value.utf8)
        case .bytes(let value): payload.append(4); payload += value
        }
        return Base64URL.encode(payload + checksum(payload, scope))
    }

    /// nil for everything that ``encode(_:scope:)`` didn't write for the same scope.
    static func decode(_ text: String, scope: Scope) -> PageKey? {
        guard text.utf8.count <= maximumLength, let bytes = Base64URL.decode(text), bytes.count >= 18 + checksumLength else { return nil }
        let payload = Array(bytes.dropLast(checksumLength))
        guard bytes.suffix(checksumLength).elementsEqual(checksum(payload, scope)), payload[0] == version,
            let id = ResourceID(bytes: payload[1...16])
        else { return nil }
        let rest = payload[18...]
        switch payload[17] {
        case 0 where rest.isEmpty: return PageKey(value: .none, id: id)
        case 1 where rest.count == 8: return PageKey(value: .integer(Int64(bitPattern: number(rest))), id: id)
        case 2 where rest.count == 8:
            let value = Double(bitPattern: number(rest))
            return value.isFinite ? PageKey(value: .real(value), id: id) : nil
        case 3: return String(validating: rest, as: UTF8.self).map { PageKey(value: .text($0), id: id) }
        case 4: return PageKey(value: .bytes(Array(rest)), id: id)
        default: return nil
        }
    }

    private static func checksum(_ payload: [UInt8], _ scope: Scope) -> [UInt8] {
        var hash = SHA256()
        hash.update(data: scope.bytes)
        hash.update(data: payload)
        return Array(hash.finalize().prefix(checksumLength))
    }

    private static func bigEndian(_ value: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: value >> UInt64(56 - $0 * 8)) }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
}

/// RFC 4648 §5 without padding; only the one canonical form is read.
enum Base64URL {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    static func encode(_ bytes: [UInt8]) -> String {
        var output: [UInt8] = []
        output.reserveCapacity((bytes.count * 4 + 2) / 3)
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                output.append(alphabet[Int(buffer >> bits & 63)])
            }
        }
        if bits > 0 { output.append(alphabet[Int(buffer << (6 - bits) & 63)]) }
        return String(decoding: output, as: UTF8.self)
    }

    static func decode(_ text: String) -> [UInt8]? {
        var output: [UInt8] = []
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        for byte in text.utf8 {
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit = byte - UInt8(ascii: "A")
            case UInt8(ascii: "a")...UInt8(ascii: "z"): digit = byte - UInt8(ascii: "a") + 26
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0") + 52
            case UInt8(ascii: "-"): digit = 62
            case UInt8(ascii: "_"): digit = 63
            default: return nil
            }
            buffer = buffer << 6 | UInt32(digit)
            bits += 6
            if bits >= 8 {
                bits -= 8
                output.append(UInt8(truncatingIfNeeded: buffer >> bits))
            }
        }
        // Left-over bits are zero and fewer than a digit in the canonical form.
        guard bits < 6, buffer & (1 << bits - 1) == 0 else { return nil }
        return output
    }
}
