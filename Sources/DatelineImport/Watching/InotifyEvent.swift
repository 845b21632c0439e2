import Glibc

/// One event as inotify(7) writes it.
struct InotifyEvent: Sendable {
    let watch: Int32
    let mask: UInt32
    /// Of what lies in the watched directory; empty for the directory itself.
    let name: [UInt8]

    func has(_ flag: some BinaryInteger) -> Bool { mask & UInt32(truncatingIfNeeded: flag) != 0 }

    /// The events in what one `read` returned.
    static func all(in buffer: UnsafeRawBufferPointer) -> [InotifyEvent] {
        let header = MemoryLayout<inotify_event>.size
        var events: [InotifyEvent] = []
        var start = 0
        while start + header <= buffer.count {
            let event = buffer.loadUnaligned(fromByteOffset: start, as: inotify_event.self)
            let end = start + header + Int(event.len)
            guard end <= buffer.count else { break }
            let name = buffer[(start + header)..<end].prefix { $0 != 0 }
            events.append(InotifyEvent(watch: event.wd, mask: event.mask, name: Array(name)))
            start = end
        }
        return events
    }
}
