/// What lies beside a file under its name and `.meta.json`.
enum SideFile: Sendable, Equatable {
    case absent
    case content([UInt8])
    /// It is there and can't be taken, for a reason in a stable word.
    case refused(String)

    static let maximumBytes = 1024 * 1024

    init(_ bytes: [UInt8]?) {
        self = bytes.map { .content($0) } ?? .absent
    }

    var bytes: [UInt8]? {
        if case .content(let bytes) = self { bytes } else { nil }
    }
}
