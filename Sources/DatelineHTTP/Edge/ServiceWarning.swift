/// Something beside the answering of requests that doesn't work as it should, until it does again.
public struct ServiceWarning: Hashable, Sendable {
    /// What doesn't work, in one word for programs, such as `linking`.
    public let part: String
    /// A sentence for people; nothing of the inside.
    public let detail: String

    public init(part: String, detail: String) {
        self.part = part
        self.detail = detail
    }
}
